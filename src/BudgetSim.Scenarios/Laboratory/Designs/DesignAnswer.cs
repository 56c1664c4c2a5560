// How the values of a design were found and what vouches for them.
namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>
/// Combinations to choose from, what the solver said, and the checks: whether its choice, added up, is the run of that choice to
/// the yuan, and how its support compares with the best of all combinations (null where they are too many to look at).
/// </summary>
public sealed record DesignProof(Int128 Combinations, string Solver, string Status, int Sample, bool IsExact, double? BestOfAll)
{
    /// <summary>What the solver's choice keeps, in the unit of the objective over all replications; null if it has none.</summary>
    public double? SolverSupport { get; init; }
}
