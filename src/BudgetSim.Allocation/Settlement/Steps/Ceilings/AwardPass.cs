// Steps 5 to 7: one loan once, then principal, formula, uplift and ceilings claim by claim in order.
using BudgetSim.Allocation.Settlement.Steps.Rivals;
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement.Steps.Ceilings;

/// <summary>
/// Turns the claims that are left into awards. It runs on any subset of one claimant's claims too, so that the lane choice can
/// ask what a selection would pay; only the final run records what was taken off.
/// </summary>
internal sealed class AwardPass
{
    private readonly SettlementState _state;
    private readonly bool _records;
    private readonly ClaimMark _outside;
    private readonly LoanRule _loans;
    private readonly PrincipalPass _principal;
    private readonly Ledger _money;
    private readonly Fraction[] _extras;
    private readonly Dictionary<int, long> _underCap = [];
    private Fraction[] _used = new Fraction[4];
    private readonly Action<int, int> _dropLoan;

    public AwardPass(SettlementState state, bool isTrial)
    {
        _state = state;
        _records = !isTrial && state.Input.IsRecorded;
        _outside = isTrial ? ClaimMark.OutOfTrial : ClaimMark.Dropped;
        _loans = new LoanRule(state);
        _principal = new PrincipalPass(state, _outside);
        _money = new Ledger(state, LedgerKind.Money, CountedOf) { Outside = _outside };
        _extras = new Fraction[state.Input.UpliftPots.Count];
        _dropLoan = isTrial
            ? (loser, _) => state.Mark(loser, ClaimMark.OutOfTrial)
            : (loser, winner) => state.Drop(loser, DeductionStage.LoanExclusion, winner);
    }

    /// <summary>
    /// Writes the awards of <paramref name="claims"/> (live ones of one claimant, in order; all claims if null) and returns
    /// the sum of those that are outlays (one with an uplift of unknown budget counts without its extra). It may run
    /// again: nothing is kept from one run to the next.
    /// </summary>
    public long Run(List<int>? claims)
    {
        var count = claims?.Count ?? _state.Count;
        _money.Clear();
        _principal.Clear();
        _underCap.Clear();
        DropRepeatedLoans(claims, count);
        if (_extras.Length > 0) SumExtras(claims, count);
        long total = 0;
        for (var index = 0; index < count; index++)
        {
            var position = claims is null ? _state.At(index) : claims[index];
            var award = AwardOf(position);
            _state.Awards[position] = award;
            if (_state.Terms(position).IsOutlay) total += award.Yuan;
        }

        return total;
    }

    private void DropRepeatedLoans(List<int>? claims, int count)
    {
        if (claims is not null)
        {
            _loans.Decide(_state.Chains.First(_state.Claim(claims[0]).Keys.Enterprise), _outside, _dropLoan);
            return;
        }

        for (var index = 0; index < count; index++)
        {
            if (_state.IsFirstOfClaimant(_state.At(index))) _loans.Decide(_state.At(index), _outside, _dropLoan);
        }
    }

    private bool IsAssessed(int position) => !_state.Has(position, _outside) && _state.Claim(position).State == ClaimState.Known;

    // What the uplifts of each pot add, before it is known whether the pot is enough.
    private void SumExtras(List<int>? claims, int count)
    {
        Array.Clear(_extras);
        for (var index = 0; index < count; index++)
        {
            var position = claims is null ? _state.At(index) : claims[index];
            if (!IsAssessed(position)) continue;
            var gross = _principal.Gross(position);
            var claim = _state.Claim(position);
            if (claim.UpliftPot.Pot >= 0) _extras[claim.UpliftPot.Pot] += Worth.Extra(_state.Terms(position), claim, gross);
        }

        _principal.Clear();
    }

    private Award AwardOf(int position)
    {
        var claim = _state.Claim(position);
        if (claim.State == ClaimState.Nothing && _records) _state.TakeOff(position, DeductionStage.Quota, (long)claim.Gross.Floor(), -1);
        if (claim.State == ClaimState.Nothing || _state.Has(position, _outside)) return default;
        if (claim.State == ClaimState.Undetermined) return new Award(0, true);
        var terms = _state.Terms(position);
        var gross = _principal.Gross(position);
        var @base = Worth.Base(terms, claim, gross);
        var extra = Worth.Extra(terms, claim, gross);
        var affordable = ExtraPaid(claim, extra);
        var used = Used(terms, position);
        var others = PaidByOtherLevels(terms, position);
        var steps = AwardSteps.Of(terms, claim, @base, affordable, used, others);
        var isUnknown = claim.UpliftPot == UpliftPot.Unknown && extra != Fraction.Zero
            && AwardSteps.Of(terms, claim, @base, extra, used, others).Yuan != steps.Yuan;
        if (_records) steps.Record(_state, position, gross, @base + extra, @base + affordable);
        NoteMoney(position, terms, steps);
        return new Award(steps.Yuan, isUnknown);
    }

    private void NoteMoney(int position, MeasureTerms terms, AwardSteps steps)
    {
        if (terms.CapArray.Length == 0) return;
        var counted = steps.Yuan;
        if (terms.UpliftsAfterCaps) _underCap[position] = counted = Math.Min(counted, (long)steps.UnderCap.Floor());
        _money.Note(position, counted);
    }

    // What an earlier claim counts under a ceiling: an uplift that goes beyond the ceiling is not counted.
    private Fraction CountedOf(int position) =>
        _state.Terms(position).UpliftsAfterCaps ? _underCap.GetValueOrDefault(position) : _state.Awards[position].Yuan;

    // Extras beyond the money of their pot are cut pro rata; of an unknown pot none is counted.
    private Fraction ExtraPaid(Claim claim, Fraction extra)
    {
        if (claim.UpliftPot == UpliftPot.Unlimited) return extra;
        if (claim.UpliftPot == UpliftPot.Unknown) return Fraction.Zero;
        var wanted = _extras[claim.UpliftPot.Pot];
        var pot = _state.Input.UpliftPots[claim.UpliftPot.Pot];
        return wanted <= pot ? extra : extra * pot / wanted;
    }

    // What earlier claims used of each ceiling, [ceiling].
    private ReadOnlySpan<Fraction> Used(MeasureTerms terms, int position)
    {
        var caps = terms.CapArray;
        if (_used.Length < caps.Length) _used = new Fraction[caps.Length];
        for (var cap = 0; cap < caps.Length; cap++) _used[cap] = caps[cap].IsJoint ? Fraction.Zero : _money.Used(caps[cap], position);
        return _used.AsSpan(0, caps.Length);
    }

    private Fraction PaidByOtherLevels(MeasureTerms terms, int position)
    {
        if (terms.TopsUp.Count == 0) return Fraction.Zero;
        var claim = _state.Claim(position);
        long paid = 0;
        for (var earlier = _state.Chains.First(claim.Keys.Enterprise); earlier != position; earlier = _state.Chains.Next(earlier))
        {
            var other = _state.Claim(earlier);
            var sameObject = claim.Keys.Item < 0 || other.Keys.Item < 0 || claim.Keys.Item == other.Keys.Item;
            if (sameObject && !_state.Has(earlier, _outside) && terms.TopsUp.Contains(other.Measure)) paid += _state.Awards[earlier].Yuan;
        }

        return paid;
    }
}
