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
    /// <summary>The funds, <c>[fund]</c>.</summary>
    public IReadOnlyList<FundTerms> Funds { get; init; } = [];

    /// <summary>Money voted into the funds, in yuan.</summary>
    public IReadOnlyList<Appropriation> Appropriations { get; init; } = [];

    /// <summary>Payer names, <c>[payer]</c>.</summary>
    public IReadOnlyList<string> Payers { get; init; } = [];

    /// <summary>Money for the extras of uplifts, <c>[pot]</c>.</summary>
    public IReadOnlyList<Fraction> UpliftPots { get; init; } = [];

    /// <summary>Money of short budget lines, <c>[line]</c>.</summary>
    public IReadOnlyList<Fraction> BudgetLines { get; init; } = [];

    /// <summary>How rival lanes of a project are chosen.</summary>
    public LaneChoiceRule LaneChoice { get; init; }

    /// <summary>Whether what each rule takes off is recorded; awards are the same without.</summary>
    public bool IsRecorded { get; init; } = true;
}
