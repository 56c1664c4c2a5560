// An entitlement that was applied for, with the keys by which claims meet each other.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>
/// One claim. Amounts are in yuan, exact. <see cref="Measure"/> is an index into the measures of the settlement;
/// <see cref="Caps"/> has one room for each of the measure's ceilings.
/// </summary>
public sealed record Claim(string Id, int Measure, ClaimKeys Keys, int Year)
{
    /// <summary>Whether it has an amount; why not, if it has none.</summary>
    public ClaimState State { get; init; }

    /// <summary>The formula before any ceiling, at least 0; for a claim outside a quota what it would have been, for the record.</summary>
    public Fraction Gross { get; init; }

    /// <summary>Whether the formula's amount was given from outside and does not follow from facts.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The principal that is subsidised, in yuan; null where the formula does not run on one.</summary>
    public PrincipalClaim? Principal { get; init; }

    /// <summary>What is left in yuan under each of the measure's ceilings before this settlement, <c>[cap]</c>.</summary>
    public IReadOnlyList<Room> Caps { get => Rooms; init => Rooms = value as Room[] ?? [.. value]; }

    /// <summary>The rooms as the settlement walks them.</summary>
    internal Room[] Rooms { get; private init; } = [];

    /// <summary>1 if there is no uplift.</summary>
    public Fraction UpliftFactor { get; init; } = Fraction.One;

    /// <summary>What pays the extra of the uplift.</summary>
    public UpliftPot UpliftPot { get; init; } = UpliftPot.Unlimited;

    /// <summary>What the authority assessed, in yuan; null where it did not: then the ceiling times <see cref="PayoutRatio"/>.</summary>
    public Fraction? Assessed { get; init; }

    /// <summary>The lower end of a range, in yuan; null where the text states none.</summary>
    public Fraction? Minimum { get; init; }

    /// <summary>The part of a ceiling that is paid, 0 to 1.</summary>
    public Fraction PayoutRatio { get; init; } = Fraction.One;

    /// <summary>What other levels of the same ladder paid before.</summary>
    public Fraction OtherLevelPaid { get; init; }

    /// <summary>What another policy pays for the same matter; only the excess over it is paid.</summary>
    public Fraction OtherPolicyAward { get; init; }

    /// <summary>The values of the attributes that the once rule counts by, joined.</summary>
    public string OnceAttributes { get; init; } = "";

    /// <summary>Who pays, and which part.</summary>
    public IReadOnlyList<ClaimPayer> Payers { get; init; } = [];

    /// <summary>Place in a short budget line: its index, or -1; claims that go first come before the others.</summary>
    public int BudgetLine { get; init; } = -1;

    /// <summary>Whether the short budget line pays it before the others.</summary>
    public bool GoesFirst { get; init; }

    /// <summary>A dense number of the place that the claimant is in, -1 if not known; no rule reads it.</summary>
    public int Region { get; init; } = -1;
}
