// Finds the enterprises whose awards a variant can change, and their claims as the variant reads them.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Simulation.Settlement;
using Room = BudgetSim.Allocation.Settlement.Room;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// Enterprises meet each other only in the funds, so a changed claim matters to its own enterprise. Where only ceilings
/// changed and neither the old nor the new one can bind, not even there.
/// </summary>
internal static class AffectedClaims
{
    /// <summary>
    /// The new claims by position, at least for the enterprises in <paramref name="affected"/>; other enterprises are as they were.
    /// </summary>
    public static Dictionary<int, Claim> Of(SettledReplication settled, Variant variant, out IReadOnlyCollection<int> affected)
    {
        return variant.Ceilings is { } ceilings
            ? UnderCeilings(settled, variant, ceilings, out affected)
            : ReadAgain(settled, variant, out affected);
    }

    // Facts and formula stay, so the new claim is the old one under another ceiling.
    private static Dictionary<int, Claim> UnderCeilings(
        SettledReplication settled,
        Variant variant,
        IReadOnlyDictionary<(int Measure, int Cap), Fraction> ceilings,
        out IReadOnlyCollection<int> affected)
    {
        var enterprises = new HashSet<int>();
        foreach (var ((measure, cap), amount) in ceilings)
        {
            var drawers = settled.LargestDrawers(measure, cap);
            var low = Fraction.Min(amount, drawers.LeastCeiling);
            foreach (var (position, wanted) in drawers.Claims)
            {
                if (wanted <= low) break;
                var claim = settled.Input.Claims[position];
                if (Matters(settled, position, cap, claim.Caps[cap], claim.Caps[cap] with { Amount = amount }))
                    enterprises.Add(claim.Keys.Enterprise);
            }
        }

        affected = enterprises;
        var renewed = new Dictionary<int, Claim>();
        foreach (var position in enterprises.SelectMany(enterprise => settled.OfEnterprise[enterprise]))
        {
            var claim = settled.Input.Claims[position];
            if (claim.State != ClaimState.Known || !variant.Changed!.Contains(claim.Measure)) continue;
            renewed[position] = claim with { Caps = Under(claim, ceilings) };
        }

        return renewed;
    }

    private static Room[] Under(Claim claim, IReadOnlyDictionary<(int Measure, int Cap), Fraction> ceilings)
    {
        var rooms = new Room[claim.Caps.Count];
        for (var cap = 0; cap < rooms.Length; cap++)
            rooms[cap] = ceilings.TryGetValue((claim.Measure, cap), out var amount)
                ? claim.Caps[cap] with { Amount = amount }
                : claim.Caps[cap];
        return rooms;
    }

    private static Dictionary<int, Claim> ReadAgain(SettledReplication settled, Variant variant, out IReadOnlyCollection<int> affected)
    {
        var renewed = new Dictionary<int, Claim>();
        var enterprises = new HashSet<int>();
        foreach (var measure in variant.Changed!)
        {
            foreach (var position in settled.OfMeasure(measure))
            {
                var old = settled.Input.Claims[position];
                var claim = Renewed(settled, position, variant);
                if (ReferenceEquals(claim, old)
                        || (variant.KeepsTerms && old.State == ClaimState.Nothing && claim.State == ClaimState.Nothing))
                    continue;
                renewed[position] = claim;
                if (!variant.KeepsTerms || !IsSame(settled, position, claim)) enterprises.Add(claim.Keys.Enterprise);
            }
        }

        affected = enterprises;
        return renewed;
    }

    // Where only the formula reads what changed, besides ceilings, gross amount and ceilings are all that can be new; the old claim where
    // they tell nothing apart.
    private static Claim Renewed(SettledReplication settled, int position, Variant variant)
    {
        var (old, facts) = (settled.Input.Claims[position], settled.Facts[position]);
        if (!variant.OnlyFormulas || old.State == ClaimState.Undetermined || old.IsGiven || old.Principal is not null)
            return Again(old, facts, variant.Model.Terms);
        if (old.State == ClaimState.Nothing) return old;
        if (Entitle.Gross(variant.Model.Terms.Compiled[old.Measure], facts) is not { } gross) return Again(old, facts, variant.Model.Terms);
        if (variant.CeilingsBeside is { } ceilings) return old with { Gross = gross, Caps = Under(old, ceilings) };
        return gross == old.Gross ? old : old with { Gross = gross };
    }

    private static Claim Again(Claim claim, Policy.Expressions.Value[] facts, LibraryTerms terms) =>
        ClaimFromEntitlement.Again(terms, claim, facts);

    // Who else draws on the ceiling of a group, park or programme is not known from one enterprise.
    private static bool Matters(SettledReplication settled, int position, int cap, Room old, Room now) =>
        old != now
            && (IsWide(settled.Terms(position).Caps[cap]) || settled.MostDrawn(position, cap) > Fraction.Min(
                old.Amount - old.Used, now.Amount - now.Used));

    private static bool IsWide(CapTerms cap) => cap.CutsProRata || cap.Scope is CapScope.Group or CapScope.Park or CapScope.ProgrammeYear;

    // The same but for ceilings that bind neither before nor after.
    private static bool IsSame(SettledReplication settled, int position, Claim now)
    {
        var old = settled.Input.Claims[position];
        if (old.Gross != now.Gross)
            return old.Principal is null && old.Caps.SequenceEqual(now.Caps) && AreCapped(settled.Terms(position), old, now.Gross)
                && IsSameButForAmounts(old, now);
        if (!IsSameButForAmounts(old, now)) return false;
        for (var cap = 0; cap < old.Caps.Count; cap++)
        {
            if (Matters(settled, position, cap, old.Caps[cap], now.Caps[cap])) return false;
        }

        return true;
    }

    // Both formulas give more than a ceiling, and the ceilings stay: neither the award nor what the claim is worth beside others can tell
    // them apart.
    private static bool AreCapped(MeasureTerms terms, Claim old, Fraction gross)
    {
        if (old.UpliftFactor < Fraction.One) return false;
        for (var cap = 0; cap < terms.Caps.Count; cap++)
        {
            var amount = old.Caps[cap].Amount;
            if (!terms.Caps[cap].CutsProRata && terms.Caps[cap].Scope != CapScope.Group && old.Gross >= amount && gross >= amount)
                return true;
        }

        return false;
    }

    private static bool IsSameButForAmounts(Claim old, Claim now) =>
        old.State == now.State
        && old.UpliftFactor == now.UpliftFactor
        && old.UpliftPot == now.UpliftPot
        && old.Assessed == now.Assessed
        && old.Minimum == now.Minimum
        && old.PayoutRatio == now.PayoutRatio
        && old.OtherLevelPaid == now.OtherLevelPaid
        && old.OnceAttributes == now.OnceAttributes
        && (ReferenceEquals(old.Payers, now.Payers) || old.Payers.SequenceEqual(now.Payers))
        && IsSamePrincipal(old.Principal, now.Principal);

    private static bool IsSamePrincipal(PrincipalClaim? old, PrincipalClaim? now) =>
        old is null || now is null
            ? old is null && now is null
            : old.Amount == now.Amount && old.AwardPerYuan == now.AwardPerYuan && old.Caps.SequenceEqual(now.Caps);
}
