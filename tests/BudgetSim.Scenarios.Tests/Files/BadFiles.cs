// Bad inputs stand beside the exact messages they must give; this finds and compares them.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Files;

/// <summary>The files of <c>Bad/AREA</c>; <c>NAME.expected</c> holds the messages of <c>NAME</c>, one a line.</summary>
internal static class BadFiles
{
    private static readonly string Root = Repository.PathTo("tests", "BudgetSim.Scenarios.Tests", "Bad");

    /// <summary>The names of the bad inputs of an area, for a theory.</summary>
    public static TheoryData<string> In(string area) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, area))
            .Where(file => !file.EndsWith(".expected", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)];

    /// <summary>The path of one input.</summary>
    public static string PathOf(string area, string name) => Path.Combine(Root, area, name);

    /// <summary>Compares messages with the expected ones; with BUDGETSIM_RECORD=1 writes them instead, for review in the diff.</summary>
    public static void Check(string area, string name, IEnumerable<Diagnostic> faults)
    {
        var folder = Path.Combine(Root, area) + Path.DirectorySeparatorChar;
        var found = string.Concat(faults.Select(fault => fault.ToString().Replace(folder, "", StringComparison.Ordinal) + "\n"));
        var expected = PathOf(area, name) + ".expected";
        if (Environment.GetEnvironmentVariable("BUDGETSIM_RECORD") == "1") File.WriteAllText(expected, found);
        Assert.NotEqual("", found);
        Assert.Equal(File.ReadAllText(expected), found);
    }
}
