// What is done when a fund is too small.
namespace BudgetSim.Allocation.Settlement;

/// <summary>What is done when the awards on a fund exceed it.</summary>
public enum ShortageRule
{
    /// <summary>Nothing is cut; the gap is reported.</summary>
    Report,

    /// <summary>Every award is cut by the same ratio and rounded down to the yuan.</summary>
    ProRata,

    /// <summary>
    /// Exact amounts first, in full and in claim order while the money lasts; ceilings share what is left pro rata, left-over yuan to the
    /// largest remainders.
    /// </summary>
    ProRataCeilings,

    /// <summary>In claim order until the fund is used.</summary>
    Selection,
}
