// Steps 5 to 7: one loan once, then principal, formula, uplift and ceilings claim by claim in order.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>
/// Turns the claims that are left into awards. It runs on any subset of the claims, so that the lane choice can ask
/// what a selection would pay; only the final run records what was taken off.
/// </summary>
internal sealed class AwardPass(SettlementState state, IReadOnlyList<int> positions, bool[] dropped, bool records)
{
    private readonly Ledger<Fraction> _principal = new((a, b) => a + b);
    private readonly Ledger<long> _money = new((a, b) => checked(a + b));
    private readonly Dictionary<int, List<int>> _paidByClaimant = [];
    private readonly Dictionary<int, Fraction> _extras = [];
    private readonly Fraction[] _gross = new Fraction[positions.Count];

    /// <summary>Fills the awards of its positions and returns the sum of the known ones that are outlays.</summary>
    public long Run(long[] yuan, bool[] unknown)
    {
        DropRepeatedLoans();
        for (var index = 0; index < positions.Count; index++) TakePrincipal(index);
        long total = 0;
        for (var index = 0; index < positions.Count; index++)
        {
            var position = positions[index];
            (yuan[position], unknown[position]) = Award(index, yuan);
            if (!unknown[position] && state.Terms(position).IsOutlay) total += yuan[position];
        }

        return total;
    }

    private void DropRepeatedLoans()
    {
        var groups = new Dictionary<(int, int), List<int>>();
        foreach (var position in positions)
        {
            var keys = state.Claim(position).Keys;
            if (keys.Loan < 0 || dropped[position] || !Rival.Has(state.Terms(position), ExclusionKey.Loan) || !state.IsLive(position)) continue;
            if (!groups.TryGetValue((keys.Enterprise, keys.Loan), out var group)) groups.Add((keys.Enterprise, keys.Loan), group = []);
            group.Add(position);
        }

        foreach (var group in groups.Values) DropRepeatedLoans(group);
    }

    private void DropRepeatedLoans(List<int> group)
    {
        bool AreExclusive(int a, int b) => Rival.AreExclusive(state, a, b, ExclusionKey.Loan);
        foreach (var (loser, winner) in Rival.Losers(group, position => Rival.WorthOf(state, position), AreExclusive))
        {
            dropped[loser] = true;
            if (records) state.TakeOff(loser, DeductionStage.LoanExclusion, state.FullGross(loser), winner);
        }
    }

    // The formula on the principal that earlier claims left, and the sum of the extras of each uplift pot.
    private void TakePrincipal(int index)
    {
        var position = positions[index];
        var claim = state.Claim(position);
        if (dropped[position] || claim.State != ClaimState.Known) return;
        var terms = state.Terms(position);
        var left = claim.Principal is null ? Fraction.Zero : PrincipalLeft(terms, claim, position);
        _gross[index] = Worth.Gross(claim, left);
        if (claim.Principal is not null) _principal.Note(terms.PrincipalCaps, claim, position, left);
        if (claim.UpliftPot.Pot >= 0)
            _extras[claim.UpliftPot.Pot] = _extras.GetValueOrDefault(claim.UpliftPot.Pot) + Worth.Extra(terms, claim, _gross[index]);
    }

    private Fraction PrincipalLeft(MeasureTerms terms, Claim claim, int position)
    {
        var left = claim.Principal!.Amount;
        for (var cap = 0; cap < terms.PrincipalCaps.Count; cap++)
        {
            var room = claim.Principal.Caps[cap];
            left = Fraction.Min(left, room.Amount - room.Used - _principal.Used(terms.PrincipalCaps[cap], claim, position));
        }

        return Fraction.Max(left, Fraction.Zero);
    }

    private (long Yuan, bool IsUnknown) Award(int index, long[] yuan)
    {
        var position = positions[index];
        var claim = state.Claim(position);
        if (claim.State == ClaimState.Nothing && records) state.TakeOff(position, DeductionStage.Quota, (long)claim.Gross.Floor(), -1);
        if (dropped[position] || claim.State == ClaimState.Nothing) return (0, false);
        if (claim.State == ClaimState.Undetermined) return (0, true);
        var terms = state.Terms(position);
        var @base = Worth.Base(terms, claim, _gross[index]);
        var extra = Worth.Extra(terms, claim, _gross[index]);
        var award = Final(claim, terms, position, @base, ExtraPaid(claim, extra), yuan);
        var isUnknown = claim.UpliftPot == UpliftPot.Unknown && Final(claim, terms, position, @base, extra, yuan).Yuan != award.Yuan;
        if (records) Record(index, award, @base + extra, @base + ExtraPaid(claim, extra));
        _money.Note(EffectiveCaps(terms, claim), claim, position, terms.UpliftsAfterCaps ? Math.Min(award.Yuan, (long)award.UnderCap.Floor()) : award.Yuan);
        if (!_paidByClaimant.TryGetValue(claim.Keys.Enterprise, out var paid)) _paidByClaimant.Add(claim.Keys.Enterprise, paid = []);
        paid.Add(position);
        return (award.Yuan, isUnknown);
    }

    // Extras beyond the money of their pot are cut pro rata; of an unknown pot none is counted.
    private Fraction ExtraPaid(Claim claim, Fraction extra)
    {
        if (claim.UpliftPot == UpliftPot.Unlimited) return extra;
        if (claim.UpliftPot == UpliftPot.Unknown) return Fraction.Zero;
        var wanted = _extras[claim.UpliftPot.Pot];
        var pot = state.Input.UpliftPots[claim.UpliftPot.Pot];
        return wanted <= pot ? extra : extra * pot / wanted;
    }

    private (long Yuan, Fraction UnderCap, Fraction Capped, Fraction Granted, Fraction ToppedUp, int Cap) Final(Claim claim, MeasureTerms terms, int position, Fraction @base, Fraction extra, long[] yuan)
    {
        var underCap = terms.UpliftsAfterCaps ? @base : @base + extra;
        var caps = EffectiveCaps(terms, claim);
        var binding = -1;
        for (var cap = 0; cap < terms.Caps.Count; cap++)
        {
            if (caps[cap].Scope == CapScope.Group) continue;
            var room = Fraction.Max(claim.Caps[cap].Amount - claim.Caps[cap].Used - _money.Used(caps[cap], claim, position), Fraction.Zero);
            if (room >= underCap) continue;
            underCap = room;
            binding = cap;
        }

        var capped = terms.UpliftsAfterCaps ? underCap + Fraction.Min(extra, underCap * (claim.UpliftFactor - Fraction.One)) : underCap;
        var granted = Worth.Discretion(terms, claim, capped);
        var toppedUp = Fraction.Max(granted - claim.OtherLevelPaid - PaidByOtherLevels(terms, claim, yuan), Fraction.Zero);
        var net = Fraction.Max(toppedUp - claim.OtherPolicyAward, Fraction.Zero);
        return ((long)net.Floor(), underCap, capped, granted, toppedUp, binding);
    }

    // An uplifted claim may have its enterprise ceilings counted per project.
    private static IReadOnlyList<CapTerms> EffectiveCaps(MeasureTerms terms, Claim claim)
    {
        if (!terms.UpliftCapsPerProject || claim.UpliftFactor == Fraction.One) return terms.Caps;
        return [.. terms.Caps.Select(cap => cap.Scope is CapScope.EnterpriseYear or CapScope.EnterpriseLifetime ? cap with { Scope = CapScope.Project } : cap)];
    }

    private Fraction PaidByOtherLevels(MeasureTerms terms, Claim claim, long[] yuan)
    {
        if (terms.TopsUp.Count == 0 || !_paidByClaimant.TryGetValue(claim.Keys.Enterprise, out var earlier)) return Fraction.Zero;
        long paid = 0;
        foreach (var position in earlier)
        {
            var other = state.Claim(position);
            var sameObject = claim.Keys.Item < 0 || other.Keys.Item < 0 || claim.Keys.Item == other.Keys.Item;
            if (sameObject && terms.TopsUp.Contains(other.Measure)) paid += yuan[position];
        }

        return paid;
    }

    private void Record(int index, (long Yuan, Fraction UnderCap, Fraction Capped, Fraction Granted, Fraction ToppedUp, int Cap) award, Fraction wanted, Fraction affordable)
    {
        var position = positions[index];
        var lifted = (long)(_gross[index] * state.Claim(position).UpliftFactor).Floor();
        var own = OwnCap(state.Claim(position), lifted, wanted);
        long[] levels =
        [
            state.FullGross(position), lifted, (long)wanted.Floor(), (long)affordable.Floor(), (long)award.Capped.Floor(),
            (long)award.Granted.Floor(), (long)award.ToppedUp.Floor(), award.Yuan,
        ];
        (DeductionStage Stage, int Detail)[] stages =
        [
            (DeductionStage.PrincipalCap, -1), (DeductionStage.OwnCap, own), (DeductionStage.UpliftBudget, -1), (DeductionStage.SharedCap, award.Cap),
            (DeductionStage.Discretion, -1), (DeductionStage.TopUp, -1), (DeductionStage.OtherPolicy, -1),
        ];
        for (var step = 0; step < stages.Length; step++)
            state.TakeOff(position, stages[step].Stage, levels[step] - levels[step + 1], stages[step].Detail);
    }

    private static int OwnCap(Claim claim, long lifted, Fraction wanted)
    {
        for (var cap = 0; cap < claim.Caps.Count && lifted > wanted; cap++)
        {
            if (claim.Caps[cap].Amount == wanted) return cap;
        }

        return -1;
    }
}
