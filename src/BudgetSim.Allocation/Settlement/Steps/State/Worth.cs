// What a claim is worth by itself: formula, own ceilings, uplift and discretion, before it meets another claim.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement.Steps.State;

/// <summary>The arithmetic of one claim on its own; amounts in yuan, exact.</summary>
public static class Worth
{
    /// <summary>The claim's worth with the whole extra of its uplift and its own history of principal; 0 if it has none.</summary>
    public static Fraction Alone(MeasureTerms terms, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.State != ClaimState.Known) return Fraction.Zero;
        var gross = Gross(claim, PrincipalLeft(claim, Fraction.Zero));
        return Discretion(terms, claim, Base(terms, claim, gross) + Extra(terms, claim, gross));
    }

    /// <summary>Whether it is worth more than 0; the sign of most claims shows without working the amount out.</summary>
    public static bool IsPositive(MeasureTerms terms, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.State != ClaimState.Known) return false;
        if (claim.Principal is not null || claim.UpliftFactor != Fraction.One || claim.PayoutRatio.Sign <= 0)
            return Alone(terms, claim).Sign > 0;
        var isPositive = claim.Gross.Sign > 0;
        for (var cap = 0; cap < claim.Rooms.Length && isPositive; cap++)
            isPositive = terms.CapArray[cap].IsJoint || claim.Rooms[cap].Amount.Sign > 0;
        if (!terms.IsCeiling) return isPositive;
        return (isPositive && claim.Assessed is not { Sign: <= 0 }) || claim.Minimum is { Sign: > 0 };
    }

    /// <summary>The principal that may still be subsidised when <paramref name="used"/> was used by other claims here.</summary>
    public static Fraction PrincipalLeft(Claim claim, Fraction used)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Principal is not { } principal) return Fraction.Zero;
        var left = principal.Amount;
        for (var cap = 0; cap < principal.Caps.Count; cap++)
            left = Fraction.Min(left, principal.Caps[cap].Amount - principal.Caps[cap].Used - used);
        return Fraction.Max(left, Fraction.Zero);
    }

    /// <summary>The formula, on the principal that is left if the claim has one.</summary>
    public static Fraction Gross(Claim claim, Fraction principalLeft)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Principal is { } principal ? principal.AwardPerYuan * principalLeft : claim.Gross;
    }

    /// <summary>
    /// The smallest of an amount and the claim's ceilings as they stand in the text; ceilings of groups and those cut pro rata bind claims
    /// together.
    /// </summary>
    public static Fraction UnderCaps(MeasureTerms terms, Claim claim, Fraction amount)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(claim);
        var (caps, rooms) = (terms.CapArray, claim.Rooms);
        for (var cap = 0; cap < rooms.Length; cap++)
        {
            if (!caps[cap].IsJoint && rooms[cap].Amount < amount) amount = rooms[cap].Amount;
        }

        return amount;
    }

    /// <summary>The amount under the claim's ceilings, without uplift.</summary>
    public static Fraction Base(MeasureTerms terms, Claim claim, Fraction gross) => UnderCaps(terms, claim, gross);

    /// <summary>What the uplift adds under the same ceilings.</summary>
    public static Fraction Extra(MeasureTerms terms, Claim claim, Fraction gross)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.UpliftFactor == Fraction.One) return Fraction.Zero;
        return terms.UpliftsAfterCaps
            ? Base(terms, claim, gross) * (claim.UpliftFactor - Fraction.One)
            : UnderCaps(terms, claim, gross * claim.UpliftFactor) - Base(terms, claim, gross);
    }

    /// <summary>On a ceiling: what the authority assessed, not below the range's lower end, times the share it grants.</summary>
    public static Fraction Discretion(MeasureTerms terms, Claim claim, Fraction amount)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(claim);
        if (!terms.IsCeiling) return amount;
        if (claim.Assessed is { } assessed) amount = Fraction.Min(amount, assessed);
        if (claim.Minimum is { } minimum) amount = Fraction.Max(amount, minimum);
        return amount * claim.PayoutRatio;
    }
}
