// Solves instances of the peers' generator and prints one JSON line each: what was proved, in how much time and memory.
using System.Diagnostics;
using System.Text.Json;
using BudgetSim.Allocation.Selection;
using BudgetSim.Benchmarks.Allocation;

// usage: INSTANCE.json [REPEATS]; the best of the repeats after the first is the warm time, the first includes compilation.
var load = Stopwatch.StartNew();
var problem = Instance.Read(args[0]);
var loaded = load.Elapsed.TotalSeconds;
var repeats = args.Length > 1 ? int.Parse(args[1]) : 1;
var times = new List<double>();
AllocationAnswer? answer = null;
var processorBefore = Process.GetCurrentProcess().TotalProcessorTime;
var processor = 0.0;
for (var repeat = 0; repeat < repeats; repeat++)
{
    var watch = Stopwatch.StartNew();
    answer = AllocationSolver.SolveAllocation(problem);
    times.Add(watch.Elapsed.TotalSeconds);
    if (repeat == 0) processor = (Process.GetCurrentProcess().TotalProcessorTime - processorBefore).TotalSeconds;
}

Console.WriteLine(JsonSerializer.Serialize(new
{
    instance = Path.GetFileNameWithoutExtension(args[0]),
    status = answer!.StatusName,
    objective = answer.Objective.ToString(),
    bound = answer.Bound.ToString(),
    certificate = answer.Certificate.Kind,
    nodes = answer.Certificate.Nodes,
    load = Math.Round(loaded, 3),
    first = Math.Round(times[0], 4),
    warm = Math.Round(times.Count > 1 ? times.Skip(1).Min() : times[0], 4),
    cpu = Math.Round(processor, 2),
    peakMegabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000,
}));
