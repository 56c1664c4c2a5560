// Runs a command line and keeps what it prints.
using System.CommandLine;
using BudgetSim.Cli.Commands;

namespace BudgetSim.Cli.Tests;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record Printed(int Code, string Output, string Errors)
{
    /// <summary>The lines of the output without the last line's end.</summary>
    public IReadOnlyList<string> Lines => Output.TrimEnd().ReplaceLineEndings("\n").Split('\n');
}

/// <summary>The command tree in the test's own process.</summary>
internal static class Commands
{
    public static Printed Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandTree.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return new Printed(code, output.ToString(), errors.ToString());
    }
}
