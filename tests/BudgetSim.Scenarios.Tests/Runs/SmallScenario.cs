// A scenario of a few lines, written into a folder of its own.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Runs;

/// <summary>Sanming's technology centres: 200,000 yuan for a provincial one, at most.</summary>
internal static class SmallScenario
{
    public const string Measure = "sanming-2025-39/1.1.a", Fund = "sanming_industrial_development_fund";

    public const string Header = "title: { zh: 试, en: trial }\npolicies: [sanming-2025-39]\nyears: 2026\nseed: 7\n";

    public static string Pool(string claim = "take_up: 100%", string count = "10", string more = "") =>
        $"cohorts:\n  centres:\n    count: {count}\n    attributes: {{ new_technology_centre_level: province{more} }}\n    claims: [ {{ measure: {Measure}, {claim} }} ]\n";

    public static Loaded<LoadedScenario> Read(string header, string pool, ScenarioOverrides? overrides = null)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["scenario.yaml"], header);
        File.WriteAllText(folder["pool.yaml"], pool);
        var loaded = ScenarioFile.Read(folder[""], Repository.PathTo("seeds"), overrides ?? new ScenarioOverrides());
        return loaded with
        {
            Diagnostics = [.. loaded.Diagnostics
                .Select(fault => fault with
                {
                    Where = fault.Where with
                    {
                        File = fault.Where.File.Replace(folder[""] + Path.DirectorySeparatorChar, "", StringComparison.Ordinal),
                    },
                })],
        };
    }

    public static Forecast Run(string header, string pool, ScenarioOverrides? overrides = null)
    {
        var loaded = Read(header, pool, overrides);
        Assert.True(loaded.Succeeded, string.Join('\n', loaded.Diagnostics));
        return RunReplications.Run(loaded.Value.Model, 2, progress: null, CancellationToken.None);
    }

    /// <summary>The whole outlay, <c>[replication]</c>.</summary>
    public static long[] Outlay(Forecast forecast) => forecast.SumOf(forecast.Paid, Enumerable.Range(0, forecast.Paid.Length));
}
