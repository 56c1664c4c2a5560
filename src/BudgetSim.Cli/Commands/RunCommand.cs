// budgetsim run: forecast, settle, allocate, report.
using System.CommandLine;
using BudgetSim.Cli.Running;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Cli.Commands;

/// <summary>Runs a scenario.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var scenario = new Argument<string>("scenario") { Description = "scenario folder, perhaps +REFORM" };
        var seeds = SharedOptions.Seeds();
        var seed = new Option<ulong?>("--seed") { Description = "seed of the random streams" };
        var replications = new Option<int?>("--replications") { Description = "number of replications" };
        var threads = new Option<int>("--threads") { Description = "threads", DefaultValueFactory = _ => Environment.ProcessorCount };
        var output = new Option<string?>("--out") { Description = "folder of the report (default: runs/NAME)" };
        var language = SharedOptions.Lang();
        var (unit, json) = (SharedOptions.Unit(), SharedOptions.Json());
        var readings = SharedOptions.Readings();
        var sample = new Option<int>("--prove") { Description = "replications re-solved by OR-Tools", DefaultValueFactory = _ => 20 };
        var (years, policies) = (SharedOptions.Years(), SharedOptions.Policies());
        var precision = new Option<string?>("--precision") { Description = "stop when precise enough: 2%, or \"P95 of total within 2%\"" };
        var resume = new Option<string?>("--resume") { Description = "folder of an unfinished run to go on with" };
        var command = new Command("run", "forecast, settle, allocate and report")
        {
            scenario,
            seeds,
            seed,
            replications,
            threads,
            output,
            language,
            unit,
            readings,
            policies,
            sample,
            years,
            precision,
            json,
            resume,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var chosen = SharedOptions.Pairs(parsed.GetValue(readings) ?? [], Console.Error);
            if (chosen is null) return ExitCode.BadInput;
            var overrides = new ScenarioOverrides
            {
                Seed = parsed.GetValue(seed),
                Replications = parsed.GetValue(replications),
                Years = parsed.GetValue(years),
                Precision = parsed.GetValue(precision),
                Readings = chosen,
                Policies = SharedOptions.Documents(parsed.GetValue(policies)),
            };
            var loaded = await ReadAsync(() => Titled(parsed.GetRequiredValue(scenario), parsed.GetRequiredValue(seeds), overrides), stop);
            foreach (var fault in loaded?.Diagnostics ?? []) await Console.Error.WriteLineAsync($"{fault}");
            if (loaded is null)
                await Console.Error.WriteLineAsync(Spoken.Say(
                    "stopped while the scenario was read; nothing was run", parsed.GetValue(language) ?? "zh"));
            if (loaded is not { Succeeded: true }) return loaded is null ? ExitCode.NoSolution : ExitCode.BadInput;
            var job = new RunJob(loaded.Value, new RunOptions(
                parsed.GetValue(threads),
                parsed.GetValue(resume) ?? parsed.GetValue(output) ?? Path.Combine(
                    "runs", string.Join("-under-", [loaded.Value.FullName, .. overrides.Policies ?? []])),
                parsed.GetValue(language) == "zh" ? Language.Zh : Language.En,
                parsed.GetValue(sample))
            {
                Unit = SharedOptions.UnitOf(parsed.GetValue(unit)),
                IsJson = parsed.GetValue(json),
                MustResume = parsed.GetValue(resume) is not null,
            });
            return await job.RunAsync(Console.Out, Console.Error, stop);
        });
        return command;
    }

    // A large roster takes a while to read; a signal to stop need not wait for it. Null after such a signal.
    private static async Task<Loaded<LoadedScenario>?> ReadAsync(Func<Loaded<LoadedScenario>> read, CancellationToken stop)
    {
        Loaded<LoadedScenario>? loaded = null;
        var reading = Task.Run(() => WorkingThreads.Run(1, _ => loaded = read()), CancellationToken.None);
        await Task.WhenAny(reading, Task.Delay(Timeout.Infinite, stop));
        if (!reading.IsCompleted) return null;
        await reading;
        return loaded;
    }

    // The report of a scenario under reforms says so in its title.
    private static Loaded<LoadedScenario> Titled(string written, string seeds, ScenarioOverrides overrides)
    {
        var name = ReformName.Read(written);
        if (!name.Succeeded) return new Loaded<LoadedScenario>(null, name.Diagnostics);
        var read = ReformedScenario.Read(name.Value, seeds, overrides);
        return read.Succeeded && name.Value.Reforms.Count > 0
            ? read with { Value = read.Value with { Title = TitleOf(read.Value, name.Value.Reforms) } }
            : read;
    }

    private static Bilingual TitleOf(LoadedScenario scenario, IReadOnlyList<Reform> reforms) => new(
        $"{scenario.Title.In("zh")}：{string.Join("；", reforms.Select(reform => reform.Title.In("zh")))}",
        $"{scenario.Title.In("en")}: {string.Join("; ", reforms.Select(reform => reform.Title.In("en")))}");
}
