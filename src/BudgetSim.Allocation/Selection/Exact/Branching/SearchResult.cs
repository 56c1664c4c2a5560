// What the search of one component found and proved.
using BudgetSim.Allocation.Selection.Exact.Payments;
using BudgetSim.Allocation.Selection.Exact.Prices;

namespace BudgetSim.Allocation.Selection.Exact.Branching;

/// <summary>
/// The best candidate (null: none found), the whole bound on the objective, whether every subproblem was closed, how many there
/// were, the root's prices, and whether ties were settled in favour of the earliest items.
/// </summary>
internal sealed record SearchResult(Candidate? Best, Int128 Bound, bool IsClosed, long Nodes, PriceBound? Root, bool IsCanonical)
{
    /// <summary>Nothing feasible exists.</summary>
    public bool IsInfeasible => IsClosed && Best is null;

    /// <summary>The best is the best there is.</summary>
    public bool IsProved => Best is not null && Bound == Best.Objective;
}
