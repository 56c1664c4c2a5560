// Solves instances of the peers' generator and prints one JSON line each: what was proved, in how much time and memory.
using System.Diagnostics;
using System.Text.Json;
using BudgetSim.Allocation.Selection.Solving;
using BudgetSim.Benchmarks.Allocation;

// usage: INSTANCE.json [REPEATS]. "cpu" is the whole process up to the first answer (start, compilation, reading);
// "warmCpu" is the mean processor time of the repeats after it.
var load = Stopwatch.StartNew();
var problem = Instance.Read(args[0]);
var loaded = load.Elapsed.TotalSeconds;
var repeats = args.Length > 1 ? int.Parse(args[1]) : 0;
var watch = Stopwatch.StartNew();
var answer = AllocationSolver.SolveAllocation(problem);
var first = watch.Elapsed.TotalSeconds;
var cpu = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
watch.Restart();
for (var repeat = 0; repeat < repeats; repeat++) answer = AllocationSolver.SolveAllocation(problem);
var warm = watch.Elapsed.TotalSeconds;
var warmCpu = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds - cpu;

Console.WriteLine(JsonSerializer.Serialize(new
{
    instance = Path.GetFileNameWithoutExtension(args[0]),
    solver = "BudgetSim",
    status = answer.StatusName,
    obj = answer.Objective.ToString(),
    bound = answer.Bound.ToString(),
    certificate = answer.Certificate.Kind,
    nodes = answer.Certificate.Nodes,
    load = Math.Round(loaded, 3),
    solve = Math.Round(first, 4),
    cpu = Math.Round(cpu, 2),
    warm = Math.Round(warm / Math.Max(1, repeats), 4),
    warmCpu = Math.Round(warmCpu / Math.Max(1, repeats), 4),
    peakMegabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000,
}));
