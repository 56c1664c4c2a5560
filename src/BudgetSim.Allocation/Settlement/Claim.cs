// An entitlement that was applied for, with the keys by which claims meet each other.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>Whether a claim has an amount at all.</summary>
public enum ClaimState : byte
{
    /// <summary>It has an amount, perhaps 0.</summary>
    Known,

    /// <summary>The rules give nothing.</summary>
    Nothing,

    /// <summary>Its amount is not known; it is never 0.</summary>
    Undetermined,
}

/// <summary>The objects a claim is about, as dense numbers from 0; -1 where the claim names none.</summary>
public readonly record struct ClaimKeys(int Enterprise, int Project = -1, int Loan = -1, int Item = -1, int Event = -1, int Group = -1, int Park = -1);

/// <summary>Room under a ceiling in yuan: the ceiling and what was used of it before this settlement.</summary>
public readonly record struct Room(Fraction Amount, Fraction Used);

/// <summary>A subsidised principal in yuan, the award for one yuan of it, and the room under its ceilings.</summary>
public sealed record PrincipalClaim(Fraction Amount, Fraction AwardPerYuan, IReadOnlyList<Room> Caps);

/// <summary>A payer by index and its share, 0 to 1; null where the text states none.</summary>
public readonly record struct ClaimPayer(int Payer, Fraction? Share);

/// <summary>Money of a budget line from which the extra of an uplift is paid.</summary>
public readonly record struct UpliftPot(int Pot)
{
    /// <summary>The line is known to be enough.</summary>
    public static UpliftPot Unlimited => new(-1);

    /// <summary>Nothing is known about the line.</summary>
    public static UpliftPot Unknown => new(-2);
}

/// <summary>
/// One claim. Amounts are in yuan, exact. <see cref="Measure"/> is an index into the measures of the settlement;
/// <see cref="Caps"/> has one room for each of the measure's ceilings.
/// </summary>
public sealed record Claim(string Id, int Measure, ClaimKeys Keys, int Year)
{
    public ClaimState State { get; init; }

    /// <summary>The formula before any ceiling, at least 0; for a claim outside a quota what it would have been, for the record.</summary>
    public Fraction Gross { get; init; }

    /// <summary>Whether the formula's amount was given from outside and does not follow from facts.</summary>
    public bool IsGiven { get; init; }

    public PrincipalClaim? Principal { get; init; }

    public IReadOnlyList<Room> Caps { get => Rooms; init => Rooms = value as Room[] ?? [.. value]; }

    /// <summary>The rooms as the settlement walks them.</summary>
    internal Room[] Rooms { get; private init; } = [];

    /// <summary>1 if there is no uplift.</summary>
    public Fraction UpliftFactor { get; init; } = Fraction.One;

    public UpliftPot UpliftPot { get; init; } = UpliftPot.Unlimited;

    public Fraction? Assessed { get; init; }

    public Fraction? Minimum { get; init; }

    public Fraction PayoutRatio { get; init; } = Fraction.One;

    /// <summary>What other levels of the same ladder paid before.</summary>
    public Fraction OtherLevelPaid { get; init; }

    /// <summary>What another policy pays for the same matter; only the excess over it is paid.</summary>
    public Fraction OtherPolicyAward { get; init; }

    /// <summary>The values of the attributes that the once rule counts by, joined.</summary>
    public string OnceAttributes { get; init; } = "";

    public IReadOnlyList<ClaimPayer> Payers { get; init; } = [];

    /// <summary>Place in a short budget line: its index, or -1; claims that go first come before the others.</summary>
    public int BudgetLine { get; init; } = -1;

    public bool GoesFirst { get; init; }

    /// <summary>A dense number of the place that the claimant is in, -1 if not known; no rule reads it.</summary>
    public int Region { get; init; } = -1;
}
