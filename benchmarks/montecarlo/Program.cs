// Runs the peer's Monte Carlo workload as an ordinary scenario and prints times, moments and a fingerprint of every total as one JSON line.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Statistics;

var options = args.Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[^1]);
string Option(string name, string otherwise) => options.GetValueOrDefault(name, otherwise);
int Number(string name, int otherwise) =>
    int.Parse(Option(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

var mode = Option("mode", "firm");
var here = Option("folder", ".");
var loaded = ScenarioFile.Read(
    Path.Combine(here, mode),
    Path.Combine(here, "seeds"),
    new ScenarioOverrides { Replications = options.ContainsKey("reps") ? Number("reps", 0) : null });
foreach (var fault in loaded.Diagnostics) Console.Error.WriteLine(fault);
if (loaded.Value is not { Model: var model }) return 1;
model = Spread(model, Number("spread", 1));
if (BudgetSim.Simulation.Vector.RateScenario.From(model) is { Scenario: null, Reason: var reason })
    Console.Error.WriteLine($"claim by claim: {reason}");
var threads = Number("threads", 2);

// the just-in-time compiler's share, which numpy does not have
RunReplications.Run(model with { Replications = 2000 }, threads, progress: null, CancellationToken.None);
var seconds = new List<double>();
var processor = Process.GetCurrentProcess().TotalProcessorTime;
Forecast forecast = null!;
for (var repeat = 0; repeat < Number("repeat", 1); repeat++)
{
    var watch = Stopwatch.StartNew();
    forecast = RunReplications.Run(model, threads, progress: null, CancellationToken.None);
    seconds.Add(watch.Elapsed.TotalSeconds);
}

var used = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds / seconds.Count;
var lines = Enumerable.Range(0, forecast.Paid.Length).ToList();
var (demand, paid) =
    (Means.Of(forecast.SumOf(forecast.Demand, lines).Select(yuan => (double)yuan).ToArray()),
     Means.Of(forecast.SumOf(forecast.Paid, lines).Select(yuan => (double)yuan).ToArray()));
var beforeShared = lines.Sum(
    line => forecast.Demand[line].Sum() + forecast.Deducted[line][(int)BudgetSim.Allocation.Settlement.DeductionStage.SharedCap])
    / (double)forecast.Finished;
var claims = forecast.Claims.Sum();
var fingerprint = forecast.Paid.SelectMany(row => row).Aggregate(17UL, (hash, yuan) => unchecked((hash ^ (ulong)yuan) * 1099511628211UL));
Console.WriteLine(JsonSerializer.Serialize(new
{
    mode,
    engine = forecast.Engine.ToString(),
    threads,
    replications = forecast.Finished,
    firms = ((Fixed)model.Pool.Cohorts[0].Count).Value,
    median_s = seconds.Order().ElementAt(seconds.Count / 2),
    seconds = seconds.Select(second => Math.Round(second, 4)),
    cpu_s = Math.Round(used, 3),
    claims,
    claims_per_s = Math.Round(claims / seconds.Min()),
    under_own_caps_mean = Math.Round(beforeShared),
    demand_mean = Math.Round(demand.Value),
    demand_se = Math.Round(demand.StandardError),
    outlay_mean = Math.Round(paid.Value),
    peak_mb = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576,
    fingerprint = fingerprint.ToString("x16", CultureInfo.InvariantCulture),
}));
return 0;

// Ten times the firms, a tenth of the take-up: the same number of claims.
static ScenarioModel Spread(ScenarioModel model, int times)
{
    var cohort = model.Pool.Cohorts[0];
    var spread = cohort with
    {
        Count = new Fixed(((Fixed)cohort.Count).Value * times),
        Claims = [.. cohort.Claims.Select(claim => claim with { TakeUp = new Fixed(((Fixed)claim.TakeUp).Value / times) })],
    };
    return model with { Pool = model.Pool with { Cohorts = [spread] } };
}
