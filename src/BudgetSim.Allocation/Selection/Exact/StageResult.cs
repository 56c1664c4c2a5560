// What one priority reached.

namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>
/// Awards and choice [item] (null: none found), objective and bound in the problem's whole units, the prices of the linking rows by
/// name with the exact bound they prove, and how the proof went.
/// </summary>
internal sealed record StageResult(
    long[]? Awards,
    bool[]? Chosen,
    Int128 Objective,
    Int128 Bound,
    bool IsClosed,
    bool IsCanonical,
    long Nodes,
    bool ByPricesAlone,
    IReadOnlyList<(string Limit, Int128 Price, Int128 Scale)> Prices,
    (Int128 Total, Int128 Scale) PriceBound)
{
    /// <summary>Proved that nothing is feasible.</summary>
    public static StageResult Infeasible { get; } = new(null, null, -1, -1, true, true, 0, false, [], (0, 1));
}
