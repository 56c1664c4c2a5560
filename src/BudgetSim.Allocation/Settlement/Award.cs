// What a settlement grants, with everything that was taken off on the way.
using System.Runtime.InteropServices;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>What took money off a claim, in the order of the settlement.</summary>
public enum DeductionStage : byte
{
    Quota,
    OnceRule,
    Exclusion,
    LaneChoice,
    LoanExclusion,
    PrincipalCap,
    UpliftBudget,
    OwnCap,
    SharedCap,
    Discretion,
    TopUp,
    OtherPolicy,
    Rounding,
    GroupCap,
    BudgetLine,
    Fund,
}

/// <summary>
/// Whole yuan taken off one claim. <paramref name="Detail"/> is the ceiling's index, the claim that won, or the fund,
/// by stage; -1 where nothing more is to be said. Negative where a step added (the minimum of a range).
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Deduction(int Claim, DeductionStage Stage, long Yuan, int Detail);

/// <summary>One claim's outcome: <see cref="Yuan"/>, below 2^62, is a lower bound and not an amount if it is undetermined.</summary>
public readonly record struct Award
{
    // The flag stands in the lowest bit, so that a year's awards take eight bytes each.
    private readonly long _packed;

    public Award(long yuan, bool isUndetermined) => _packed = checked(yuan * 2) | (isUndetermined ? 1L : 0L);

    /// <summary>Whole yuan.</summary>
    public long Yuan => _packed >> 1;

    /// <summary>Whether the text does not state the amount.</summary>
    public bool IsUndetermined => (_packed & 1) != 0;
}

/// <summary>One fund's year: what was claimed on it, what was there (null: no limit given), what was paid, and the unfunded gap.</summary>
public sealed record FundOutcome(int Fund, int? Year, long Claimed, long? Appropriation, long Paid, long Shortfall);

/// <summary>The outcome of a settlement; awards are in claim order, amounts in whole yuan.</summary>
public sealed record SettlementResult(
    IReadOnlyList<Award> Awards,
    IReadOnlyList<Deduction> Deductions,
    IReadOnlyList<FundOutcome> Funds,
    IReadOnlyList<Fraction> Payers)
{
    /// <summary>The sum of the known awards that are outlays; a lower bound if <see cref="IsLowerBound"/>.</summary>
    public required long Total { get; init; }

    /// <summary>Whether an outlay is undetermined, so that the total is only a lower bound.</summary>
    public required bool IsLowerBound { get; init; }
}
