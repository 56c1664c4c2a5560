// The pots of one settlement and what happens when one is too small.
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement;

/// <summary>What is done when the awards on a fund exceed it.</summary>
public enum ShortageRule
{
    /// <summary>Nothing is cut; the gap is reported.</summary>
    Report,

    /// <summary>Every award is cut by the same ratio and rounded down to the yuan.</summary>
    ProRata,

    /// <summary>Exact amounts first, in full and in claim order while the money lasts; ceilings share what is left pro rata, left-over yuan to the largest remainders.</summary>
    ProRataCeilings,

    /// <summary>In claim order until the fund is used.</summary>
    Selection,
}

/// <summary>A fund with its appropriation in whole yuan for one year, or for all years of the settlement if <paramref name="Year"/> is null.</summary>
public sealed record Appropriation(int Fund, int? Year, long Yuan);

/// <summary>A fund and the rule that governs its shortage.</summary>
public sealed record FundTerms(string Id, ShortageRule Shortage)
{
    /// <summary>The only years in which it pays unless an appropriation is entered; null: any year.</summary>
    public IReadOnlyCollection<int>? FundedYears { get; init; }

    /// <summary>What passes from one year with an appropriation to the next; null: nothing does.</summary>
    public CarryOver? CarryOver { get; init; }
}

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
