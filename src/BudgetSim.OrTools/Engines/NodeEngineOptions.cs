// Where the Node engine finds its program and its worker.
using BudgetSim.OrTools.Workers;

namespace BudgetSim.OrTools.Engines;

/// <summary>
/// Where Node and the worker script are (null: the usual place), and how long after its time limit a solver may still answer
/// before its process is ended (null: 10 seconds).
/// </summary>
public sealed record NodeEngineOptions(string? NodeProgram = null, string? WorkerScript = null, TimeSpan? Grace = null)
{
    internal TimeSpan EffectiveGrace => Grace ?? TimeSpan.FromSeconds(10);

    internal string Program => NodeProgram ?? Environment.GetEnvironmentVariable("BUDGETSIM_NODE") ?? "node";

    internal string Script => WorkerScript ?? Path.Combine(SidecarFolder.Find() ?? "src/sidecar", "ortools-worker.mjs");

    internal string? Missing =>
        !File.Exists(Script) ? Script
        : WorkerScript is null && !Directory.Exists(Packages) ? Packages
        : null;

    private string Packages => Path.Combine(Path.GetDirectoryName(Script)!, "node_modules", "or-tools-wasm");
}
