// Runs the peer's Monte Carlo workload and prints times, moments and a fingerprint of every total as one JSON line.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BudgetSim.Benchmarks.MonteCarlo;
using BudgetSim.Simulation.Statistics;
using BudgetSim.Simulation.Vector;

var options = args.Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[^1]);
string Option(string name, string otherwise) => options.GetValueOrDefault(name, otherwise);
int Number(string name, int otherwise) => int.Parse(Option(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

var mode = Option("mode", "firm");
var (plan, replications, seed) = PeerSpecification.Read(Option("spec", "mc_spec.json"), mode == "firm");
plan = PeerSpecification.Spread(plan, Number("spread", 1));
replications = Number("reps", replications);
var threads = Number("threads", 2);

RateSimulation.Run(plan, seed, 0, 2000, threads); // the just-in-time compiler's share, which numpy does not have
var seconds = new List<double>();
var processor = Process.GetCurrentProcess().TotalProcessorTime;
RateTotals totals = null!;
for (var repeat = 0; repeat < Number("repeat", 1); repeat++)
{
    var watch = Stopwatch.StartNew();
    totals = RateSimulation.Run(plan, seed, 0, replications, threads);
    seconds.Add(watch.Elapsed.TotalSeconds);
}

var used = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds / seconds.Count;
var demand = Means.OfFen(totals.TotalClaimed());
var paid = Means.OfFen(totals.TotalPaid());
var claims = totals.ClaimCounts.ToArray().Sum(count => (long)count);
var shortage = Shortage.Of(totals.TotalClaimed(), totals.TotalPaid(), 0.95);
var fingerprint = Enumerable.Range(0, totals.Measures).SelectMany(totals.Paid).Aggregate(17UL, (hash, fen) => unchecked((hash ^ (ulong)fen) * 1099511628211UL));
Console.WriteLine(JsonSerializer.Serialize(new
{
    mode,
    threads,
    replications,
    firms = plan.Firms,
    median_s = seconds.Order().ElementAt(seconds.Count / 2),
    seconds = seconds.Select(second => Math.Round(second, 4)),
    cpu_s = Math.Round(used, 3),
    claims,
    claims_per_s = Math.Round(claims / seconds.Min()),
    demand_mean = Math.Round(demand.Value / 100),
    demand_se = Math.Round(demand.StandardError / 100),
    outlay_mean = Math.Round(paid.Value / 100),
    mean_ratio = Math.Round(shortage.MeanRatio.Value, 4),
    peak_mb = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576,
    fingerprint = fingerprint.ToString("x16", CultureInfo.InvariantCulture),
}));
