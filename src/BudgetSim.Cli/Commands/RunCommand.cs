// budgetsim run: forecast, settle, allocate, report.
using System.CommandLine;
using System.Diagnostics;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Cli.Commands;

/// <summary>Runs a scenario.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var scenario = new Argument<string>("scenario") { Description = "scenario folder / 情景目录" };
        var seeds = SharedOptions.Seeds();
        var seed = new Option<ulong?>("--seed") { Description = "seed of the random streams / 随机种子" };
        var replications = new Option<int?>("--replications") { Description = "number of replications / 重复次数" };
        var threads = new Option<int>("--threads") { Description = "threads / 线程数", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("run", "forecast, settle, allocate and report / 测算、结算、分配、出报告") { scenario, seeds, seed, replications, threads };
        command.SetAction(parsed =>
        {
            var overrides = new ScenarioOverrides { Seed = parsed.GetValue(seed), Replications = parsed.GetValue(replications) };
            var loaded = ScenarioFile.Read(parsed.GetRequiredValue(scenario), parsed.GetRequiredValue(seeds), overrides);
            foreach (var fault in loaded.Diagnostics) Console.Error.WriteLine(fault);
            if (!loaded.Succeeded) return ExitCode.BadInput;
            var clock = Stopwatch.StartNew();
            var forecast = RunReplications.Run(loaded.Value.Model, parsed.GetValue(threads), progress: null, CancellationToken.None);
            Console.WriteLine($"{forecast.Finished} replications in {clock.Elapsed.TotalSeconds:0.00} s, {forecast.Claims.Sum()} claims");
            for (var measure = 0; measure < loaded.Value.Model.Terms.Measures.Count; measure++)
            {
                var line = forecast.Line(measure, 0);
                if (forecast.Claims[line] == 0) continue;
                var paid = forecast.PaidByMeasure(measure);
                Array.Sort(paid);
                Console.WriteLine($"{loaded.Value.Model.Terms.Measures[measure].Id,-26} claims {(double)forecast.Claims[line] / forecast.Finished,8:0.0} paid {(double)forecast.PaidClaims[line] / forecast.Finished,8:0.0} mean {paid.Average() / 1e4,10:0.0}万 p50 {paid[paid.Length / 2] / 1e4,10:0.0} p95 {paid[paid.Length * 95 / 100] / 1e4,10:0.0}");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
