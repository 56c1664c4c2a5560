// Reads the claims of changed measures again and finds the enterprises whose awards can differ.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// Enterprises meet each other only in the funds, so a changed claim matters to its own enterprise. Where only ceilings
/// changed and neither the old nor the new one can bind, not even there.
/// </summary>
internal static class AffectedClaims
{
    /// <summary>The new claims by position, for the enterprises in <paramref name="affected"/>; other enterprises are as they were.</summary>
    public static Dictionary<int, Claim> Of(SettledReplication settled, Variant variant, bool[] isChanged, out List<int> affected)
    {
        var claims = settled.Input.Claims;
        var renewed = new Dictionary<int, Claim>();
        var enterprises = new HashSet<int>();
        for (var position = 0; position < claims.Count; position++)
        {
            if (!isChanged[claims[position].Measure]) continue;
            var claim = Again(claims[position], settled, position, variant.Model.Terms);
            if (variant.KeepsTerms && BothNothing(claims[position], claim)) continue;
            renewed[position] = claim;
            if (!variant.KeepsTerms || !IsSame(settled, position, claim)) enterprises.Add(claim.Keys.Enterprise);
        }

        affected = [.. enterprises.Order()];
        return renewed;
    }

    private static Claim Again(Claim claim, SettledReplication settled, int position, LibraryTerms terms)
    {
        var facts = settled.Facts[position];
        return ClaimFromEntitlement.Make(terms, Entitle.FromFacts(terms.Compiled[claim.Measure], facts), claim.Id, claim.Keys, claim.Year, facts);
    }

    private static bool BothNothing(Claim old, Claim now) => old.State == ClaimState.Nothing && now.State == ClaimState.Nothing;

    // The same but for ceilings that bind neither before nor after.
    private static bool IsSame(SettledReplication settled, int position, Claim now)
    {
        var old = settled.Input.Claims[position];
        if (!IsSameButForCaps(old, now)) return false;
        for (var cap = 0; cap < old.Caps.Count; cap++)
        {
            if (old.Caps[cap] == now.Caps[cap]) continue;
            var room = Fraction.Min(old.Caps[cap].Amount - old.Caps[cap].Used, now.Caps[cap].Amount - now.Caps[cap].Used);
            if (MostDrawn(settled, old, settled.Input.Measures[old.Measure].Caps[cap]) > room) return false;
        }

        return true;
    }

    private static bool IsSameButForCaps(Claim old, Claim now) =>
        old.State == now.State
        && old.Gross == now.Gross
        && old.UpliftFactor == now.UpliftFactor
        && old.UpliftPot == now.UpliftPot
        && old.Assessed == now.Assessed
        && old.Minimum == now.Minimum
        && old.PayoutRatio == now.PayoutRatio
        && old.OtherLevelPaid == now.OtherLevelPaid
        && old.OnceAttributes == now.OnceAttributes
        && old.Payers.SequenceEqual(now.Payers)
        && IsSamePrincipal(old.Principal, now.Principal);

    private static bool IsSamePrincipal(PrincipalClaim? old, PrincipalClaim? now) =>
        old is null || now is null
            ? old is null && now is null
            : old.Amount == now.Amount && old.AwardPerYuan == now.AwardPerYuan && old.Caps.SequenceEqual(now.Caps);

    // What the enterprise's claims could draw on a ceiling at the very most, all scopes and years taken together.
    private static Fraction MostDrawn(SettledReplication settled, Claim claim, CapTerms cap)
    {
        var sum = Fraction.Zero;
        foreach (var position in settled.OfEnterprise[claim.Keys.Enterprise])
        {
            var other = settled.Input.Claims[position];
            if (other.State == ClaimState.Known && cap.Drawers.Contains(other.Measure)) sum += Most(other);
        }

        return sum;
    }

    private static Fraction Most(Claim claim)
    {
        var gross = claim.Principal is { } principal ? principal.AwardPerYuan * principal.Amount : claim.Gross;
        var most = gross * Fraction.Max(claim.UpliftFactor, Fraction.One);
        return Fraction.Max(most, claim.Minimum ?? Fraction.Zero) * Fraction.Max(claim.PayoutRatio, Fraction.One);
    }
}
