// What a claim is worth by itself: formula, own ceilings, uplift and discretion, before it meets another claim.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

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

    /// <summary>The principal that may still be subsidised when <paramref name="used"/> was used by other claims here.</summary>
    public static Fraction PrincipalLeft(Claim claim, Fraction used)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Principal is not { } principal) return Fraction.Zero;
        var left = principal.Amount;
        for (var cap = 0; cap < principal.Caps.Count; cap++) left = Fraction.Min(left, principal.Caps[cap].Amount - principal.Caps[cap].Used - used);
        return Fraction.Max(left, Fraction.Zero);
    }

    /// <summary>The formula, on the principal that is left if the claim has one.</summary>
    public static Fraction Gross(Claim claim, Fraction principalLeft)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Principal is { } principal ? principal.AwardPerYuan * principalLeft : claim.Gross;
    }

    /// <summary>The smallest of an amount and the claim's ceilings as they stand in the text; ceilings of groups and those cut pro rata bind claims together.</summary>
    public static Fraction UnderCaps(MeasureTerms terms, Claim claim, Fraction amount)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(claim);
        for (var cap = 0; cap < claim.Caps.Count; cap++)
        {
            if (!terms.Caps[cap].IsJoint) amount = Fraction.Min(amount, claim.Caps[cap].Amount);
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
