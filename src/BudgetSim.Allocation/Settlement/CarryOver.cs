// What becomes of claims that a year's fund could not pay, and of money that it did not need.
namespace BudgetSim.Allocation.Settlement;

/// <summary>What becomes of the part of a claim that its own year could not pay.</summary>
public enum LeftOverClaims
{
    /// <summary>It is cut for good.</summary>
    Lapse,

    /// <summary>It is paid next year before that year's own claims.</summary>
    PaidFirst,

    /// <summary>It shares next year's money with that year's own claims, under the fund's rule.</summary>
    WithNextYear,

    /// <summary>Money beyond the appropriation is found for it in its own year.</summary>
    ToppedUp,
}

/// <summary>How a fund passes from one year to the next; the default is that nothing does.</summary>
/// <param name="Claims">The claims that were not paid in full.</param>
/// <param name="KeepsMoney">Whether an unspent appropriation may be spent next year.</param>
public sealed record CarryOver(LeftOverClaims Claims, bool KeepsMoney)
{
    /// <summary>Whether left-over claims wait for the next year.</summary>
    public bool KeepsClaims => Claims is LeftOverClaims.PaidFirst or LeftOverClaims.WithNextYear;
}

/// <summary>A part of a claim, in whole yuan above 0, that is paid in a later year than the claim's own.</summary>
public readonly record struct LatePayment(int Claim, int Year, long Yuan);
