// Step 10 for a fund that passes claims or money on to the next year.
using BudgetSim.Allocation.Settlement.Steps.State;

namespace BudgetSim.Allocation.Settlement.Steps.Funds;

/// <summary>Pays one fund year by year; what a year leaves open waits, lapses or is topped up.</summary>
internal sealed class CarriedFund(SettlementState state, int fund, CarryOver carryOver)
{
    private readonly ShortageRule _rule = state.Input.Funds[fund].Shortage;
    private readonly Dictionary<int, long> _open = [];
    private readonly Dictionary<int, long> _paid = [];
    private List<int> _waiting = [];
    private long _money;

    /// <summary>Pays the fund's claims of the years that have an appropriation; the outcome of each year, in order.</summary>
    public List<FundOutcome> Pay(FundPots pots)
    {
        var outcomes = new List<FundOutcome>();
        foreach (var (year, yuan) in pots.Dated(fund).OrderBy(dated => dated.Year))
            outcomes.Add(PayYear(year, yuan, OwnClaims(pots, year)));
        var waiting = _waiting.ToHashSet();
        foreach (var position in _open.Keys.Order()) Close(position, waiting.Contains(position));
        return outcomes;
    }

    private List<int> OwnClaims(FundPots pots, int year)
    {
        var own = new List<int>();
        foreach (var chain in (FundClaims[])[pots.Exact(fund, year), pots.Ceilings(fund, year)])
        {
            for (var position = chain.First; position >= 0; position = chain.Next(position)) own.Add(position);
        }

        own.Sort();
        foreach (var position in own) (_open[position], _paid[position]) = (state.Awards[position].Yuan, 0);
        return own;
    }

    private FundOutcome PayYear(int year, long appropriation, List<int> own)
    {
        var (carriedIn, claimed, moneyIn) = (Open(_waiting), Open(own), _money);
        var available = checked(appropriation + moneyIn);
        long paid;
        if (carryOver.Claims == LeftOverClaims.PaidFirst)
        {
            paid = PayClaims(year, _waiting, available);
            paid += PayClaims(year, own, available - paid);
        }
        else
        {
            paid = PayClaims(year, [.. _waiting, .. own], carryOver.Claims == LeftOverClaims.ToppedUp ? long.MaxValue : available);
        }

        _waiting = carryOver.KeepsClaims ? [.. _waiting.Concat(own).Where(position => _open[position] > 0)] : [];
        _money = carryOver.KeepsMoney ? Math.Max(0, available - paid) : 0;
        var gap = Math.Max(0, paid - available);
        var isToppedUp = carryOver.Claims == LeftOverClaims.ToppedUp;
        return new FundOutcome(fund, year, claimed, appropriation, paid, isToppedUp ? 0 : gap)
        {
            CarriedIn = carriedIn,
            CarriedOut = Open(_waiting),
            ToppedUp = isToppedUp ? gap : 0,
            MoneyIn = moneyIn,
            MoneyOut = _money,
        };
    }

    private long PayClaims(int year, List<int> claims, long available)
    {
        var parts = FundPayment.Of(
            _rule,
            [.. claims.Select(position => _open[position])],
            [.. claims.Select(position => state.Terms(position).IsCeiling)],
            available);
        for (var index = 0; index < parts.Length; index++)
        {
            var position = claims[index];
            _open[position] -= parts[index];
            _paid[position] += parts[index];
            if (parts[index] > 0 && state.Claim(position).Year != year)
                state.LatePayments.Add(new LatePayment(position, year, parts[index]));
        }

        return parts.Sum();
    }

    // What still waits after the last year is carried beyond it, not cut.
    private void Close(int position, bool waits)
    {
        state.TakeOff(position, waits ? DeductionStage.Carried : DeductionStage.Fund, _open[position], fund);
        state.Awards[position] = new Award(_paid[position], isUndetermined: false);
    }

    private long Open(List<int> claims) => claims.Sum(position => _open[position]);
}
