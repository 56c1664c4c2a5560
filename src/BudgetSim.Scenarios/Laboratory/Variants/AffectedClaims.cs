// Finds the enterprises whose awards a variant can change, and their claims as the variant reads them.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Settlement;
using Room = BudgetSim.Allocation.Settlement.Room;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// Enterprises meet each other only in the funds, so a changed claim matters to its own enterprise. Where only ceilings
/// changed and neither the old nor the new one can bind, not even there.
/// </summary>
internal static class AffectedClaims
{
    /// <summary>The new claims by position, at least for the enterprises in <paramref name="affected"/>; other enterprises are as they were.</summary>
    public static Dictionary<int, Claim> Of(SettledReplication settled, Variant variant, out IReadOnlyCollection<int> affected)
    {
        return variant.Ceilings is { } ceilings ? UnderCeilings(settled, variant, ceilings, out affected) : ReadAgain(settled, variant, out affected);
    }

    // Facts and formula stay, so the new claim is the old one under another ceiling.
    private static Dictionary<int, Claim> UnderCeilings(SettledReplication settled, Variant variant, IReadOnlyDictionary<(int Measure, int Cap), Fraction> ceilings, out IReadOnlyCollection<int> affected)
    {
        var enterprises = new HashSet<int>();
        foreach (var ((measure, cap), amount) in ceilings)
        {
            foreach (var position in settled.OfMeasure(measure))
            {
                var claim = settled.Input.Claims[position];
                if (claim.State == ClaimState.Known && Matters(settled, position, cap, claim.Caps[cap], claim.Caps[cap] with { Amount = amount })) enterprises.Add(claim.Keys.Enterprise);
            }
        }

        affected = enterprises;
        var renewed = new Dictionary<int, Claim>();
        foreach (var position in enterprises.SelectMany(enterprise => settled.OfEnterprise[enterprise]))
        {
            var claim = settled.Input.Claims[position];
            if (claim.State != ClaimState.Known || !variant.Changed!.Contains(claim.Measure)) continue;
            renewed[position] = claim with { Caps = [.. claim.Caps.Select((room, cap) => ceilings.TryGetValue((claim.Measure, cap), out var amount) ? room with { Amount = amount } : room)] };
        }

        return renewed;
    }

    private static Dictionary<int, Claim> ReadAgain(SettledReplication settled, Variant variant, out IReadOnlyCollection<int> affected)
    {
        var renewed = new Dictionary<int, Claim>();
        var enterprises = new HashSet<int>();
        foreach (var position in variant.Changed!.SelectMany(settled.OfMeasure))
        {
            var old = settled.Input.Claims[position];
            var claim = Again(old, settled.Facts[position], variant.Model.Terms);
            if (variant.KeepsTerms && old.State == ClaimState.Nothing && claim.State == ClaimState.Nothing) continue;
            renewed[position] = claim;
            if (!variant.KeepsTerms || !IsSame(settled, position, claim)) enterprises.Add(claim.Keys.Enterprise);
        }

        affected = enterprises;
        return renewed;
    }

    private static Claim Again(Claim claim, Policy.Expressions.Value[] facts, LibraryTerms terms) =>
        ClaimFromEntitlement.Again(terms, claim, facts);

    private static bool Matters(SettledReplication settled, int position, int cap, Room old, Room now) =>
        old != now && settled.MostDrawn(position, cap) > Fraction.Min(old.Amount - old.Used, now.Amount - now.Used);

    // The same but for ceilings that bind neither before nor after.
    private static bool IsSame(SettledReplication settled, int position, Claim now)
    {
        var old = settled.Input.Claims[position];
        if (!IsSameButForCaps(old, now)) return false;
        for (var cap = 0; cap < old.Caps.Count; cap++)
        {
            if (Matters(settled, position, cap, old.Caps[cap], now.Caps[cap])) return false;
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
}
