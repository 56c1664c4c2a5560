// Options that several commands take.
using System.CommandLine;

namespace BudgetSim.Cli.Commands;

/// <summary>One definition of each shared option.</summary>
internal static class SharedOptions
{
    /// <summary>The folder of the policy library.</summary>
    public static Option<string> Seeds() => new("--seeds")
    {
        Description = "folder of the policy library / 政策库目录",
        DefaultValueFactory = _ => LibraryFolder.Default(),
    };

    /// <summary>Machine-readable output.</summary>
    public static Option<bool> Json() => new("--json") { Description = "print JSON / 输出 JSON" };
}
