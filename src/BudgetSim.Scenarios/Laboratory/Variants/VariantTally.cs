// Adds up one variant, replication by replication.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Sums of one variant; several threads may add different replications at once.</summary>
internal sealed class VariantTally
{
    private readonly Variant _variant;
    private readonly bool _isLocal;
    private readonly RivalAwards _rivals;
    private readonly bool[] _isTied;
    private readonly bool _isPlain;
    private readonly long?[] _baselineLimits;
    private readonly IReadOnlyList<FundTerms> _openFunds;
    private readonly List<(int Fund, int Year, long Limit)> _limits;
    private readonly long[] _outlay;
    private readonly long[][] _demand;
    private readonly long[][] _paid;
    private readonly long[][]? _carriedIn, _moneyIn; // where money or claims pass from year to year
    private long _enterprises, _unpaid;

    public VariantTally(ScenarioModel baseline, Variant variant, RivalAwards rivals)
    {
        var model = variant.Model;
        _variant = variant;
        _rivals = rivals;
        _isLocal = Locality.Of(model);
        _isTied = MeasureTies.Of(
            model.Terms.Measures, variant.KeepsTerms ? variant.Changed! : Enumerable.Range(0, model.Terms.Measures.Count));
        _isPlain = variant.KeepsTerms && model.Terms.Funds.All(fund => fund.FundedYears is null);
        _openFunds = [.. model.Terms.Funds.Select(fund => fund with { Shortage = ShortageRule.Report, FundedYears = null })];
        _limits = [.. model.Funds.Where(money => model.Years.Contains(money.Year ?? 0))
            .Select(money => (model.Terms.FundIndex(money.Fund), money.Year!.Value, money.Yuan))];
        _baselineLimits = [.. _limits.Select(limit => FundYear.LimitOf(baseline, model.Terms.Funds[limit.Fund].Id, limit.Year))];
        _outlay = new long[model.Replications];
        _demand = [.. _limits.Select(_ => new long[model.Replications])];
        _paid = [.. _limits.Select(_ => new long[model.Replications])];
        if (model.CarryOver.Count == 0) return;
        _carriedIn = [.. _limits.Select(_ => new long[model.Replications])];
        _moneyIn = [.. _limits.Select(_ => new long[model.Replications])];
    }

    /// <summary>Whether its claims may be settled together with those of other variants.</summary>
    public bool SharesSettlement => _isLocal && _variant.KeepsTerms;

    /// <summary>Tallies with the same words change the same claims in the same way; null where that is not known.</summary>
    public string? ClaimsKey => SharesSettlement ? _variant.ClaimsKey : null;

    /// <summary>
    /// The claims of a replication that must be settled again, and those whose awards are seen at once, before any fund's cut.
    /// </summary>
    public ChangedClaims Changed(SettledReplication settled)
    {
        var changed = new ChangedClaims();
        if (_variant.Changed!.Count == 0) return changed;
        var renewed = AffectedClaims.Of(settled, _variant, out var affected);
        if (affected.Count == 0) return changed;
        if (_isLocal) AddEnterprises(settled, affected, renewed, changed);
        else changed.AddAll(settled, renewed);
        return changed;
    }

    /// <summary>The awards of claims settled by themselves under the variant's own terms.</summary>
    public Award[] Settled(ChangedClaims changed)
    {
        var terms = _variant.Model.Terms;
        return [.. Settle.Claims(new SettlementInput(terms.Measures, changed.Claims)
        {
            Funds = _openFunds,
            Payers = terms.Payers,
            LaneChoice = terms.LaneChoice,
            IsRecorded = false,
        }).Awards];
    }

    /// <summary>Adds a replication in which the claims at the positions are awarded anew, before any fund's cut.</summary>
    public void Add(int number, SettledReplication settled, IReadOnlyList<int> positions, IReadOnlyList<Award> awards)
    {
        if (_variant.Model.CarryOver.Count > 0)
        {
            AddSettled(number, settled);
            return;
        }

        var changed = new NewAwards(settled, positions, awards);
        var enterprises = settled.Enterprises + changed.AddedEnterprises();
        var unpaid = new List<int>();
        if (_isPlain) AddDifference(number, changed, unpaid);
        else AddAll(number, changed, unpaid);
        Interlocked.Add(ref _enterprises, enterprises);
        if (unpaid.Count > 0) Interlocked.Add(ref _unpaid, LeftWithNothing(settled, changed.Merged().Awarded, unpaid));
    }

    public VariantOutcome Close(int finished) => new(
        finished,
        _outlay[..finished],
        [.. _limits.Select((limit, index) => new VariantFund(
            _variant.Model.Terms.Funds[limit.Fund].Id, limit.Year, limit.Limit, _demand[index][..finished], _paid[index][..finished])
        {
            CarriedIn = _carriedIn?[index][..finished],
            MoneyIn = _moneyIn?[index][..finished],
        })],
        _enterprises)
    { Unpaid = _unpaid };

    // Enterprises all of whose awards are among those of which nothing is paid.
    private static int LeftWithNothing(SettledReplication settled, long[] awarded, List<int> unpaid) =>
        unpaid.GroupBy(position => settled.Input.Claims[position].Keys.Enterprise)
            .Count(enterprise => settled.OfEnterprise[enterprise.Key].Count(position => awarded[position] > 0) == enterprise.Count());

    // Where money or claims pass from year to year the settlement itself says what each fund paid when.
    private void AddSettled(int number, SettledReplication settled)
    {
        for (var position = 0; position < settled.Paid.Length; position++)
        {
            if (settled.Terms(position).IsOutlay) _outlay[number] += settled.Paid[position];
        }

        for (var index = 0; index < _limits.Count; index++)
        {
            if (settled.Funds.FirstOrDefault(fund => fund.Fund == _limits[index].Fund
                && fund.Year == _limits[index].Year) is not { } outcome)
                continue;
            (_demand[index][number], _paid[index][number]) = (outcome.Claimed, outcome.Paid);
            (_carriedIn![index][number], _moneyIn![index][number]) = (outcome.CarriedIn, outcome.MoneyIn);
        }

        Interlocked.Add(ref _enterprises, settled.Enterprises);
        Interlocked.Add(
            ref _unpaid,
            LeftWithNothing(
                settled,
                settled.Awarded,
                [.. Enumerable.Range(0, settled.Paid.Length)
                    .Where(position => settled.Awarded[position] > 0 && settled.Paid[position] == 0)]));
    }

    // Enterprise by enterprise: those whose claims need no settlement are done with here, if it goes by the baseline's terms.
    private void AddEnterprises(
        SettledReplication settled, IReadOnlyCollection<int> affected, Dictionary<int, Claim> renewed, ChangedClaims changed)
    {
        var (positions, claims, awards) = (new List<int>(), new List<Claim>(), new List<Award>());
        foreach (var enterprise in affected)
        {
            positions.Clear();
            claims.Clear();
            Add(settled.OfEnterprise[enterprise], settled, renewed, positions, claims);
            if (SharesSettlement && _rivals.TryAward(settled, positions, claims, awards)) changed.AddKnown(settled, positions, awards);
            else changed.AddUnknown(positions, claims);
        }
    }

    private void Add(
        List<int> ofEnterprise, SettledReplication settled, Dictionary<int, Claim> renewed, List<int> positions, List<Claim> claims)
    {
        foreach (var position in ofEnterprise)
        {
            var claim = settled.Input.Claims[position];
            if (!_isTied[claim.Measure]) continue;
            positions.Add(position);
            claims.Add(renewed.GetValueOrDefault(position) ?? claim);
        }
    }

    // Only what differs from the settled replication is added up.
    private void AddDifference(int number, NewAwards changed, List<int> unpaid)
    {
        var outlay = changed.Settled.TotalAwarded + changed.Change(fund: null, year: 0);
        for (var index = 0; index < _limits.Count; index++)
        {
            var (fund, year, limit) = _limits[index];
            var sums = changed.Settled.OfFund(fund, year);
            var change = changed.Change(fund, year);
            var isSettled = limit == _baselineLimits[index] && !changed.Touches(fund, year);
            var demand = sums.Awarded + change;
            var paid = isSettled ? sums.Paid : Pay(fund, year, limit, demand, () => (changed.Settled, changed.Merged()), unpaid);
            if (isSettled) unpaid.AddRange(sums.Unpaid);
            (_demand[index][number], _paid[index][number]) = (demand, paid);
            outlay += paid - demand;
        }

        _outlay[number] = outlay;
    }

    private void AddAll(int number, NewAwards changed, List<int> unpaid)
    {
        var terms = _variant.Model.Terms;
        var (settled, merged) = (changed.Settled, changed.Merged());
        for (var position = 0; position < merged.Awarded.Length; position++)
        {
            var claim = settled.Input.Claims[position];
            if (!terms.Measures[claim.Measure].IsOutlay) continue;
            if (IsFunded(terms.Measures[claim.Measure].Fund, claim.Year)) _outlay[number] += merged.Awarded[position];
            else if (merged.Awarded[position] > 0) unpaid.Add(position);
        }

        for (var index = 0; index < _limits.Count; index++)
        {
            var (fund, year, limit) = _limits[index];
            var demand = OfFund(settled, fund, year, merged.Unknown).Sum(position => merged.Awarded[position]);
            var paid = Pay(fund, year, limit, demand, () => (settled, merged), unpaid);
            (_demand[index][number], _paid[index][number]) = (demand, paid);
            _outlay[number] += paid - demand;
        }
    }

    private long Pay(
        int fund,
        int year,
        long limit,
        long demand,
        Func<(SettledReplication Settled, (long[] Awarded, bool[] Unknown) Merged)> awards,
        List<int> unpaid)
    {
        var terms = _variant.Model.Terms;
        if (demand <= limit || terms.Funds[fund].Shortage == ShortageRule.Report) return demand;
        var (settled, merged) = awards();
        var positions = _variant.KeepsTerms && ReferenceEquals(merged.Unknown, settled.Unknown)
            ? settled.OfFund(fund, year).Positions
            : [.. OfFund(settled, fund, year, merged.Unknown)];
        var paid = FundPayments.Paid(terms.Measures, settled.Input.Claims, terms.Funds[fund].Shortage, limit, positions, merged.Awarded);
        for (var index = 0; index < paid.Length; index++)
        {
            if (paid[index] == 0 && merged.Awarded[positions[index]] > 0) unpaid.Add(positions[index]);
        }

        return paid.Sum();
    }

    // A fund that pays in stated years only pays nothing in other years without an appropriation.
    private bool IsFunded(int fund, int year) =>
        fund < 0 || _variant.Model.Terms.Funds[fund].FundedYears is not { } years || years.Contains(year)
            || _limits.Exists(limit => limit.Fund == fund && limit.Year == year);

    private IEnumerable<int> OfFund(SettledReplication settled, int fund, int year, bool[] unknown)
    {
        for (var position = 0; position < settled.Input.Claims.Count; position++)
        {
            var claim = settled.Input.Claims[position];
            var terms = _variant.Model.Terms.Measures[claim.Measure];
            if (claim.Year == year && terms.Fund == fund && terms.IsOutlay && !unknown[position]) yield return position;
        }
    }
}
