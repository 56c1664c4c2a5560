// Runs a scenario once and sweeps fifty values of a path, in turn, and prints processor time as multiples of the one run.
using System.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;

// usage: ROOT [REPLICATIONS] [ROUNDS]
var root = args.Length > 0 ? args[0] : ".";
var replications = args.Length > 1 ? int.Parse(args[1]) : 400;
var rounds = args.Length > 2 ? int.Parse(args[2]) : 5;
var overrides = new ScenarioOverrides { Replications = replications };
var folder = Path.Combine(root, "scenarios", "fuzhou-2026-upgrade-and-software");
var side = Side.ReadAll([folder], Path.Combine(root, "seeds"), overrides).Value![0];
var source = new VariantSource(side, new ScenarioSource(Path.Combine(root, "seeds"), overrides));
(string Name, string[] Paths)[] sweeps =
[
    ("ceiling (a3.1/cap)", ["fuzhou-2026-5/a3.1/cap=100万..1080万:20万"]),
    ("rate (a3.1/rate)", ["fuzhou-2026-5/a3.1/rate=1%..5.9%:0.1%"]),
    ("threshold (a3.1/minimum_investment)", ["fuzhou-2026-5/a3.1/minimum_investment=100万..2550万:50万"]),
    ("fund (software)", ["funds/fuzhou_software_fund=1000万..3450万:50万"]),
    ("ceiling of a clause with a fund (a4.2.2/cap)", ["fuzhou-2026-5/a4.2.2/cap=10万..500万:10万"]),
    ("ceiling x fund, 10 x 5", ["fuzhou-2026-5/a3.1/cap=100万..1000万:100万", "funds/fuzhou_software_fund=1500万..3500万:500万"]),
];

double Seconds(Action work)
{
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    work();
    return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
}

void RunOnce() => RunReplications.Run(side.Scenario.Model, 1, progress: null, CancellationToken.None);

Action SweepOf(string[] written)
{
    var paths = written.Select(path => VariedPath.Read(path, "--vary").Value!).ToList();
    var points = Sweep.Plan(source, paths).Value!;
    return () => Sweep.Run(source, paths, points, new LaboratoryRuns(ResultCache.None, 1, progress: null, CancellationToken.None));
}

var works = sweeps.Select(sweep => SweepOf(sweep.Paths)).ToList();
RunOnce();
foreach (var work in works) work();
var once = new List<double>();
var ratios = works.Select(_ => new List<double>()).ToList();
for (var round = 0; round < rounds; round++)
{
    once.Add(Seconds(RunOnce));
    for (var index = 0; index < works.Count; index++) ratios[index].Add(Seconds(works[index]) / once[^1]);
}

Console.WriteLine(
    $"one run of {replications} replications, 1 thread: {once.Order().ElementAt(rounds / 2) * 1000 / replications:0.00} ms of processor time each");
for (var index = 0; index < works.Count; index++)
{
    var sorted = ratios[index].Order().ToList();
    Console.WriteLine($"| {sweeps[index].Name} | {sorted[rounds / 2]:0.0} ({sorted[0]:0.0} to {sorted[^1]:0.0}) |");
}
