// Cohorts whose subjects come up because of their enterprise's title.
namespace BudgetSim.Simulation.Pools;

/// <summary>
/// Of the enterprises of the population those come up whose title is one of <paramref name="Rungs"/> at <paramref name="Moment"/> (held
/// now, or newly reached), each at most once a year, with the probability <paramref name="Share"/>, above 0 and up to 1.
/// </summary>
public sealed record TitledHeads(IReadOnlyList<int> Rungs, TitleMoment Moment, double Share)
{
    /// <summary>The common factor by which the share is multiplied like a count; null: years are alike.</summary>
    public FactorLoading? Loading { get; init; }
}
