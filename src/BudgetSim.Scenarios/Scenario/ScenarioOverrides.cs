// What a command line changes of a scenario.
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>What a command line adds to a scenario file.</summary>
public sealed record ScenarioOverrides
{
    /// <summary>The seed in place of the file's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The number of replications in place of the file's, at least 1.</summary>
    public int? Replications { get; init; }

    /// <summary>The years to run in place of the file's.</summary>
    public IReadOnlyList<int>? Years { get; init; }

    /// <summary>The precision to reach, as people write it.</summary>
    public string? Precision { get; init; }

    /// <summary>Options of readings by code, over those of the file.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>();

    /// <summary>Figures of the rules that are replaced, in order.</summary>
    public IReadOnlyList<PathChange> Changes { get; init; } = [];

    /// <summary>What cohorts claim under measures that <see cref="Changes"/> add.</summary>
    public IReadOnlyList<AddedClaim> Claims { get; init; } = [];

    /// <summary>The documents whose rules hold in place of the scenario's own; null: its own.</summary>
    public IReadOnlyList<string>? Policies { get; init; }
}
