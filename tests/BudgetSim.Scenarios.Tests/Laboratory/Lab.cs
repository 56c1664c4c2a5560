// The scenario that the laboratory's tests work on, with few replications.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Laboratory;

/// <summary>The shipped Fuzhou scenario with 30 replications.</summary>
internal static class Lab
{
    public const string Cap = "fuzhou-2026-5/a3.1/cap", SoftwareFund = "fuzhou_software_fund";

    public static string Folder { get; } = Repository.PathTo("scenarios", "fuzhou-2026-upgrade-and-software");

    public static string Seeds { get; } = Repository.PathTo("seeds");

    public static ScenarioOverrides Few { get; } = new() { Replications = 30 };

    public static LoadedScenario Baseline { get; } = ScenarioFile.Read(Folder, Seeds, Few).Value!;

    public static Forecast Forecast { get; } = Run(Baseline);

    public static Forecast Run(LoadedScenario scenario) => RunReplications.Run(scenario.Model, 2, progress: null, CancellationToken.None);

    public static ReformStep.Change Change(string path, string value) =>
        new(path, new ScalarNode(default, value, ScalarForm.Plain), null, "test", default);

    public static LoadedScenario With(params ReformStep[] steps) => Value(ReformedScenario.Read(Folder, Seeds, Few, steps));

    public static IReadOnlyList<Side> Sides(params string[] names) =>
        Value(Side.ReadAll([.. names.Select(name => name.Length == 0 || name[0] == '+' ? Folder + name : name)], Seeds, Few));

    public static Comparison Compare(params string[] names) => Comparison.Run(Sides(names), new ScenarioSource(Seeds, Few), Runs());

    public static LaboratoryRuns Runs(ResultCache? cache = null) =>
        new(cache ?? ResultCache.None, 2, progress: null, CancellationToken.None);

    public static T Value<T>(Loaded<T> loaded)
        where T : class
    {
        Assert.True(loaded.Succeeded, string.Join('\n', loaded.Diagnostics));
        return loaded.Value;
    }
}
