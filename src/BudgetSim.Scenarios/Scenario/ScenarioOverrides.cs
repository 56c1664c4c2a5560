// What a command line changes of a scenario.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Cases;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>What a command line adds to a scenario file.</summary>
public sealed record ScenarioOverrides
{
    public ulong? Seed { get; init; }

    public int? Replications { get; init; }

    /// <summary>The years to run in place of the file's.</summary>
    public IReadOnlyList<int>? Years { get; init; }

    /// <summary>The precision to reach, as people write it.</summary>
    public string? Precision { get; init; }

    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<PathChange> Changes { get; init; } = [];

    /// <summary>What cohorts claim under measures that <see cref="Changes"/> add.</summary>
    public IReadOnlyList<AddedClaim> Claims { get; init; } = [];

    /// <summary>The documents whose rules hold in place of the scenario's own; null: its own.</summary>
    public IReadOnlyList<string>? Policies { get; init; }
}
