// Finds the folder of the Node workers, from a clone, from tests and beside a published program.
namespace BudgetSim.OrTools.Workers;

/// <summary>
/// The folder that holds the worker scripts and their installed packages: <c>BUDGETSIM_SIDECAR</c> if set, else the first
/// <c>sidecar</c> or <c>src/sidecar</c> in the program's folder or above it.
/// </summary>
public static class SidecarFolder
{
    /// <summary>The full path, or null when there is none.</summary>
    public static string? Find() =>
        Environment.GetEnvironmentVariable("BUDGETSIM_SIDECAR") is { Length: > 0 } named
            ? IsSidecar(named) ? Path.GetFullPath(named) : null
            : FindAbove(AppContext.BaseDirectory);

    private static string? FindAbove(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            foreach (var candidate in new[] { Path.Combine(above.FullName, "sidecar"), Path.Combine(above.FullName, "src", "sidecar") })
                if (IsSidecar(candidate)) return candidate;
        }

        return null;
    }

    private static bool IsSidecar(string folder) => File.Exists(Path.Combine(folder, "frames.mjs"));
}
