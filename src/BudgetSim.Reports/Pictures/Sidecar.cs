// Where the Node side of the charts stands.
namespace BudgetSim.Reports.Pictures;

/// <summary>The Node executable and the folder that holds chart-worker.mjs and node_modules.</summary>
public sealed record Sidecar(string Node, string Folder)
{
    /// <summary>The process that paints.</summary>
    public string WorkerPath => Path.Combine(Folder, "chart-worker.mjs");

    /// <summary>The chart library that pages carry inside.</summary>
    public string LibraryPath => Path.Combine(Folder, "node_modules", "echarts", "dist", "echarts.min.js");

    /// <summary>
    /// The sidecar of this checkout: a folder <c>sidecar</c> beside the program, or <c>src/sidecar</c> above it; null
    /// where there is none.
    /// </summary>
    public static Sidecar? FindAbove(string folder, string node = "node")
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            foreach (var inside in new[] { Path.Combine(at.FullName, "sidecar"), Path.Combine(at.FullName, "src", "sidecar") })
            {
                if (File.Exists(Path.Combine(inside, "chart-worker.mjs"))) return new Sidecar(node, inside);
            }
        }

        return null;
    }
}
