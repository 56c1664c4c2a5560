// Everything that one settlement needs.
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement;

/// <summary>
/// Everything one settlement needs. Claims are settled year by year, inside a year as listed. Uplift pots and budget
/// lines are in yuan.
/// </summary>
public sealed record SettlementInput(IReadOnlyList<MeasureTerms> Measures, IReadOnlyList<Claim> Claims)
{
    public IReadOnlyList<FundTerms> Funds { get; init; } = [];

    public IReadOnlyList<Appropriation> Appropriations { get; init; } = [];

    /// <summary>Payer names, <c>[payer]</c>.</summary>
    public IReadOnlyList<string> Payers { get; init; } = [];

    /// <summary>Money for the extras of uplifts, <c>[pot]</c>.</summary>
    public IReadOnlyList<Fraction> UpliftPots { get; init; } = [];

    /// <summary>Money of short budget lines, <c>[line]</c>.</summary>
    public IReadOnlyList<Fraction> BudgetLines { get; init; } = [];

    public LaneChoiceRule LaneChoice { get; init; }

    /// <summary>Whether what each rule takes off is recorded; awards are the same without.</summary>
    public bool IsRecorded { get; init; } = true;
}
