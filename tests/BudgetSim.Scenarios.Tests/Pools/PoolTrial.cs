// Small scenarios for tests: a pool and its files in a folder of their own.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Pools;

/// <summary>Fuzhou's rules over a pool written in the test.</summary>
internal sealed class PoolTrial : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PoolTrial(string pool, string years = "2026", params (string Name, string Text)[] files)
    {
        File.WriteAllText(
            _folder["scenario.yaml"], $"title: {{ zh: 试, en: trial }}\npolicies: [fuzhou-2026-5]\nyears: {years}\nreplications: 10\n");
        File.WriteAllText(_folder["pool.yaml"], pool);
        foreach (var (name, text) in files) File.WriteAllText(_folder[name], text);
    }

    /// <summary>The scenario with its messages, places without the folder.</summary>
    public Loaded<LoadedScenario> Read() => ScenarioFile.Read(_folder[""], Repository.PathTo("seeds"), new ScenarioOverrides());

    /// <summary>The model of a pool without faults.</summary>
    public ScenarioModel Model()
    {
        var read = Read();
        Assert.Empty(read.Diagnostics.Where(fault => fault.Severity == Severity.Error).Select(fault => fault.ToString()));
        return read.Value!.Model;
    }

    /// <summary>Adds lines to scenario.yaml.</summary>
    public PoolTrial With(string settings)
    {
        File.AppendAllText(_folder["scenario.yaml"], settings);
        return this;
    }

    /// <summary>What a laboratory command makes of the scenario.</summary>
    public VariantSource Source()
    {
        var overrides = new ScenarioOverrides();
        var side = Side.ReadAll([_folder[""]], Repository.PathTo("seeds"), overrides);
        Assert.Empty(side.Diagnostics.Select(fault => fault.ToString()));
        return new VariantSource(side.Value![0], new ScenarioSource(Repository.PathTo("seeds"), overrides));
    }

    public void Dispose() => _folder.Dispose();
}
