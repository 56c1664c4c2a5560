// A scenario that was read, ready to run.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>A scenario that was read: its name and titles, the model to run, and what else the report says.</summary>
public sealed record LoadedScenario(string Name, Bilingual Title, ScenarioModel Model)
{
    /// <summary>The name and those of the reforms laid over it, joined by plus signs.</summary>
    public string FullName => string.Join('+', Reforms.Select(Path.GetFileNameWithoutExtension).Prepend(Name));

    /// <summary>How the fund is to be split over clauses before the year; null where nothing is asked.</summary>
    public SplitPlan? Split { get; init; }

    /// <summary>When a run has enough replications; null: when all were run.</summary>
    public PrecisionTarget? Precision { get; init; }

    /// <summary>The readings that were chosen, by code.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>();

    /// <summary>The documents whose rules hold in place of the scenario's own; null: its own.</summary>
    public IReadOnlyList<string>? Policies { get; init; }

    /// <summary>The changes laid over the policy documents.</summary>
    public IReadOnlyList<PathChange> Changes { get; init; } = [];

    /// <summary>What cohorts claim beside what the pool's file says.</summary>
    public IReadOnlyList<AddedClaim> Claims { get; init; } = [];

    /// <summary>The reforms laid over the scenario, as their files are named, in order.</summary>
    public IReadOnlyList<string> Reforms { get; init; } = [];

    /// <summary>The ranges that the scenario and its pool state, by the path that moves the figure.</summary>
    public IReadOnlyDictionary<string, StatedRange> Ranges { get; init; } = new Dictionary<string, StatedRange>();

    /// <summary>Every file that was read, for the manifest.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
