// What a claim is awarded that meets no other claim.
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement.Steps.Ceilings;

/// <summary>
/// The settlement of one claim by itself: steps 6 and 7 without ledgers, before ceilings that cut pro rata, groups and funds.
/// </summary>
public static class SoleClaim
{
    /// <summary>The award of a claim on whose ceilings no other claim draws.</summary>
    /// <exception cref="ArgumentException">Its uplift is paid from a pot, so that other claims matter.</exception>
    public static Award Award(MeasureTerms terms, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.UpliftPot.Pot >= 0) throw new ArgumentException("the uplift is paid from a pot", nameof(claim));
        if (claim.State != ClaimState.Known) return new Award(0, claim.State == ClaimState.Undetermined);
        var gross = Worth.Gross(claim, Worth.PrincipalLeft(claim, Fraction.Zero));
        var (@base, extra) = (Worth.Base(terms, claim, gross), Worth.Extra(terms, claim, gross));
        Span<Fraction> used = stackalloc Fraction[terms.CapArray.Length];
        var isKnown = claim.UpliftPot == UpliftPot.Unlimited;
        var steps = AwardSteps.Of(terms, claim, @base, isKnown ? extra : Fraction.Zero, used, Fraction.Zero);
        var isUnknown = !isKnown && extra != Fraction.Zero
            && AwardSteps.Of(terms, claim, @base, extra, used, Fraction.Zero).Yuan != steps.Yuan;
        return new Award(steps.Yuan, isUnknown);
    }
}
