// Steps 5 to 7: one loan once, then principal, formula, uplift and ceilings claim by claim in order.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>
/// Turns the claims that are left into awards. It runs on any subset of the claims, so that the lane choice can ask
/// what a selection would pay; only the final run records what was taken off.
/// </summary>
internal sealed class AwardPass(SettlementState state, bool records)
{
    private readonly Ledger<Fraction> _principal = new((a, b) => a + b);
    private readonly Ledger<long> _money = new((a, b) => checked(a + b));
    private readonly Dictionary<int, List<int>> _paidByClaimant = [];
    private readonly Dictionary<int, Fraction> _extras = [];
    private readonly Dictionary<(int Enterprise, int Loan), int> _loans = [];
    private readonly Dictionary<int, List<int>> _rivalLoans = [];
    private readonly List<Fraction> _principalLeft = [];
    private bool[] _dropped = [];

    /// <summary>
    /// Fills the awards of <paramref name="positions"/> and returns the sum of those that are outlays (one with an uplift of unknown budget counts without its extra); claims that
    /// lose a loan are added to <paramref name="dropped"/>. It may run again: nothing is kept from one run to the next.
    /// </summary>
    public long Run(IReadOnlyList<int> positions, bool[] dropped, long[] yuan, bool[] unknown)
    {
        Forget(dropped);
        DropRepeatedLoans(positions);
        for (var index = 0; index < positions.Count; index++) TakePrincipal(positions[index]);
        long total = 0;
        var principals = 0;
        for (var index = 0; index < positions.Count; index++)
        {
            var position = positions[index];
            var gross = IsAssessed(position) ? Gross(position, ref principals) : Fraction.Zero;
            (yuan[position], unknown[position]) = Award(position, gross, yuan);
            if (state.Terms(position).IsOutlay) total += yuan[position];
        }

        return total;
    }

    private void Forget(bool[] dropped)
    {
        _dropped = dropped;
        _principal.Clear();
        _money.Clear();
        _paidByClaimant.Clear();
        _extras.Clear();
        _loans.Clear();
        _rivalLoans.Clear();
        _principalLeft.Clear();
    }

    private bool IsAssessed(int position) => !_dropped[position] && state.Claim(position).State == ClaimState.Known;

    // Claims with a principal are met again in the order in which it was taken.
    private Fraction Gross(int position, ref int principals)
    {
        var claim = state.Claim(position);
        return claim.Principal is null ? claim.Gross : Worth.Gross(claim, _principalLeft[principals++]);
    }

    private void DropRepeatedLoans(IReadOnlyList<int> positions)
    {
        for (var index = 0; index < positions.Count; index++)
        {
            var position = positions[index];
            var keys = state.Claim(position).Keys;
            if (keys.Loan < 0 || _dropped[position] || !Rival.Has(state.Terms(position), ExclusionKey.Loan) || !state.IsLive(position)) continue;
            if (_loans.TryAdd((keys.Enterprise, keys.Loan), position)) continue;
            var first = _loans[(keys.Enterprise, keys.Loan)];
            if (!_rivalLoans.TryGetValue(first, out var group)) _rivalLoans.Add(first, group = [first]);
            group.Add(position);
        }

        foreach (var group in _rivalLoans.Values) DropLosers(group);
    }

    private void DropLosers(List<int> group)
    {
        bool AreExclusive(int a, int b) => Rival.AreExclusive(state, a, b, ExclusionKey.Loan);
        foreach (var (loser, winner) in Rival.Losers(group, position => Rival.WorthOf(state, position), AreExclusive))
        {
            _dropped[loser] = true;
            if (records) state.TakeOff(loser, DeductionStage.LoanExclusion, state.FullGross(loser), winner);
        }
    }

    // The formula on the principal that earlier claims left, and the sum of the extras of each uplift pot. A loan that is worth no subsidy uses no principal.
    private void TakePrincipal(int position)
    {
        if (!IsAssessed(position)) return;
        var claim = state.Claim(position);
        if (claim.Principal is null && claim.UpliftPot.Pot < 0) return;
        var terms = state.Terms(position);
        var gross = claim.Gross;
        if (claim.Principal is not null)
        {
            var left = PrincipalLeft(terms, claim, position);
            _principalLeft.Add(left);
            if (state.IsLive(position)) _principal.Note(terms.PrincipalCaps, claim, position, left);
            gross = Worth.Gross(claim, left);
        }

        if (claim.UpliftPot.Pot >= 0)
            _extras[claim.UpliftPot.Pot] = _extras.GetValueOrDefault(claim.UpliftPot.Pot) + Worth.Extra(terms, claim, gross);
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

    private (long Yuan, bool IsUnknown) Award(int position, Fraction gross, long[] yuan)
    {
        var claim = state.Claim(position);
        if (claim.State == ClaimState.Nothing && records) state.TakeOff(position, DeductionStage.Quota, (long)claim.Gross.Floor(), -1);
        if (_dropped[position] || claim.State == ClaimState.Nothing) return (0, false);
        if (claim.State == ClaimState.Undetermined) return (0, true);
        var terms = state.Terms(position);
        var @base = Worth.Base(terms, claim, gross);
        var extra = Worth.Extra(terms, claim, gross);
        var award = Final(claim, terms, position, @base, ExtraPaid(claim, extra), yuan);
        var isUnknown = claim.UpliftPot == UpliftPot.Unknown && Final(claim, terms, position, @base, extra, yuan).Yuan != award.Yuan;
        if (records) Record(position, gross, award, @base + extra, @base + ExtraPaid(claim, extra));
        _money.Note(EffectiveCaps(terms, claim), claim, position, terms.UpliftsAfterCaps ? Math.Min(award.Yuan, (long)award.UnderCap.Floor()) : award.Yuan);
        if (state.SomeTopUp) NotePaid(claim.Keys.Enterprise, position);
        return (award.Yuan, isUnknown);
    }

    private void NotePaid(int enterprise, int position)
    {
        if (!_paidByClaimant.TryGetValue(enterprise, out var paid)) _paidByClaimant.Add(enterprise, paid = []);
        paid.Add(position);
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

    private void Record(int position, Fraction gross, (long Yuan, Fraction UnderCap, Fraction Capped, Fraction Granted, Fraction ToppedUp, int Cap) award, Fraction wanted, Fraction affordable)
    {
        var claim = state.Claim(position);
        var level = state.Whole(position);
        void Down(DeductionStage stage, Fraction to, int detail)
        {
            if (to == level) return;
            state.TakeOff(position, stage, (long)(level.Floor() - to.Floor()), detail);
            level = to;
        }

        Down(DeductionStage.PrincipalCap, claim.UpliftFactor == Fraction.One ? gross : gross * claim.UpliftFactor, -1);
        Down(DeductionStage.OwnCap, wanted, OwnCap(claim, level, wanted));
        Down(DeductionStage.UpliftBudget, affordable, -1);
        Down(DeductionStage.SharedCap, award.Capped, award.Cap);
        Down(DeductionStage.Discretion, award.Granted, -1);
        Down(DeductionStage.TopUp, award.ToppedUp, -1);
        Down(DeductionStage.OtherPolicy, award.Yuan, -1);
    }

    private static int OwnCap(Claim claim, Fraction lifted, Fraction wanted)
    {
        for (var cap = 0; cap < claim.Caps.Count && lifted > wanted; cap++)
        {
            if (claim.Caps[cap].Amount == wanted) return cap;
        }

        return -1;
    }
}
