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
    Carried,
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

/// <summary>
/// One fund's year: what its own claims asked, what was there (null: no limit given), what was paid, and the unfunded gap.
/// Carried in and claimed together are paid, cut and carried out together.
/// </summary>
public sealed record FundOutcome(int Fund, int? Year, long Claimed, long? Appropriation, long Paid, long Shortfall)
{
    /// <summary>Left-over claims of earlier years; not part of <see cref="Claimed"/>.</summary>
    public long CarriedIn { get; init; }

    /// <summary>Claims that wait for a later year.</summary>
    public long CarriedOut { get; init; }

    /// <summary>What was paid beyond the money that was there, because the fund is topped up.</summary>
    public long ToppedUp { get; init; }

    /// <summary>Unspent money of earlier years, beside the appropriation.</summary>
    public long MoneyIn { get; init; }

    /// <summary>Unspent money that the next year may use.</summary>
    public long MoneyOut { get; init; }

    /// <summary>What lapsed.</summary>
    public long Cut => CarriedIn + Claimed - Paid - CarriedOut;
}

/// <summary>The outcome of a settlement; awards are in claim order, amounts in whole yuan.</summary>
public sealed record SettlementResult(
    IReadOnlyList<Award> Awards,
    IReadOnlyList<Deduction> Deductions,
    IReadOnlyList<FundOutcome> Funds,
    IReadOnlyList<Fraction> Payers)
{
    /// <summary>Parts of awards that are paid later than in the claim's own year; they are in <see cref="Awards"/>.</summary>
    public IReadOnlyList<LatePayment> LatePayments { get; init; } = [];

    /// <summary>
    /// Claimants with so many projects under shared ceilings that the search for their lanes ended at its limit of effort (a
    /// count of steps, the same on every machine): their lanes are the best that was met, perhaps not the best there is.
    /// </summary>
    public IReadOnlyCollection<int> LaneChoicesCutShort { get; init; } = [];

    /// <summary>What each payer pays in a year, in yuan, <c>[payer]</c>; years without an outlay are missing.</summary>
    public required IReadOnlyDictionary<int, Fraction[]> PayersByYear { get; init; }

    /// <summary>The sum of the known awards that are outlays; a lower bound if <see cref="IsLowerBound"/>.</summary>
    public required long Total { get; init; }

    /// <summary>Whether an outlay is undetermined, so that the total is only a lower bound.</summary>
    public required bool IsLowerBound { get; init; }
}
