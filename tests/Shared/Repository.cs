// Finds the files of the checkout that a test reads.
namespace BudgetSim.Tests;

/// <summary>Paths inside the checkout, found by walking up from the test's own folder to the solution.</summary>
internal static class Repository
{
    /// <summary>The folder that holds BudgetSim.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root, given in parts.</summary>
    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BudgetSim.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("BudgetSim.sln not found above the tests");
    }
}
