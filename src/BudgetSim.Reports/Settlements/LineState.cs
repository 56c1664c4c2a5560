// Where a claim of a payout ends.

namespace BudgetSim.Reports.Settlements;

/// <summary>Where a claim ends.</summary>
public enum LineState
{
    /// <summary>Something is paid.</summary>
    Paid,

    /// <summary>The rules give an amount, and deductions or the formula leave nothing.</summary>
    NothingLeft,

    /// <summary>A condition does not hold.</summary>
    NotEligible,

    /// <summary>The amount is not known; it is not 0.</summary>
    Undetermined,
}
