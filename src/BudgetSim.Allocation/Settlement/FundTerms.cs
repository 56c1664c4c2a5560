// The pots of one settlement and what happens when one is too small.
namespace BudgetSim.Allocation.Settlement;

/// <summary>A fund and the rule that governs its shortage.</summary>
public sealed record FundTerms(string Id, ShortageRule Shortage)
{
    /// <summary>The only years in which it pays unless an appropriation is entered; null: any year.</summary>
    public IReadOnlyCollection<int>? FundedYears { get; init; }

    /// <summary>What passes from one year with an appropriation to the next; null: nothing does.</summary>
    public CarryOver? CarryOver { get; init; }
}
