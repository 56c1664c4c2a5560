// Turns an entitlement into a claim of a settlement.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Simulation.Settlement;

/// <summary>The translation is one to one: no amount changes here.</summary>
public static class ClaimFromEntitlement
{
    /// <summary>The same claim under other rules; a given amount stays.</summary>
    public static Claim Again(LibraryTerms terms, Claim claim, Value[] frame)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(claim);
        return Make(
            terms, claim.Measure, Entitlement(terms.Compiled[claim.Measure], claim, frame), claim.Id, claim.Keys, claim.Year, frame);
    }

    /// <summary>The entitlement behind a claim, read again under <paramref name="measure"/>; a given amount stays.</summary>
    public static Entitlement Entitlement(CompiledMeasure measure, Claim claim, Value[] frame)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.IsGiven ? EntitleAsPaid.From(measure, frame, claim.Gross) : Entitle.FromFacts(measure, frame);
    }

    /// <summary>The claim that files <paramref name="entitlement"/>; budget line and uplift pot are the caller's to add.</summary>
    public static Claim Make(LibraryTerms terms, Entitlement entitlement, string id, ClaimKeys keys, int year, Value[] frame)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(entitlement);
        return Make(terms, terms.IndexOf(entitlement.Measure), entitlement, id, keys, year, frame);
    }

    /// <summary>The same by a caller who knows the measure's index.</summary>
    internal static Claim Make(LibraryTerms terms, int measure, Entitlement entitlement, string id, ClaimKeys keys, int year, Value[] frame)
    {
        var state = entitlement.IsUndetermined ? ClaimState.Undetermined
            : entitlement.Standing == Standing.Entitled ? ClaimState.Known
            : ClaimState.Nothing;
        if (state != ClaimState.Known)
            return new Claim(id, measure, keys, year)
            {
                State = state,
                Gross = entitlement.Gross,
                OnceAttributes = entitlement.Measure.OnceAttributes(frame),
            };
        return new Claim(id, measure, keys, year)
        {
            State = state,
            IsGiven = entitlement.IsGiven,
            Gross = entitlement.Gross,
            Principal = entitlement.Principal is { } principal
                ? new PrincipalClaim(principal.Amount, principal.AwardPerYuan, SharedTerms.Convert(principal.Caps))
                : null,
            Caps = terms.Shared(measure).Rooms(entitlement.Caps),
            UpliftFactor = entitlement.UpliftFactor,
            UpliftPot = entitlement.UpliftFactor == Fraction.One || entitlement.UpliftIsUnlimited ? UpliftPot.Unlimited : UpliftPot.Unknown,
            Assessed = entitlement.Assessed,
            Minimum = entitlement.Minimum,
            PayoutRatio = entitlement.PayoutRatio,
            OtherLevelPaid = entitlement.OtherLevelPaid,
            OnceAttributes = entitlement.Measure.OnceAttributes(frame),
            Payers = terms.Shared(measure).Payers(entitlement.Payers, terms),
        };
    }
}
