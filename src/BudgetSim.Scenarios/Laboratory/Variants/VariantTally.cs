// Adds up one variant, replication by replication.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Sums of one variant; several threads may add different replications at once.</summary>
internal sealed class VariantTally
{
    private readonly Variant _variant;
    private readonly bool _isLocal;
    private readonly bool _isPlain;
    private readonly long?[] _baselineLimits;
    private readonly IReadOnlyList<FundTerms> _openFunds;
    private readonly IReadOnlyList<MeasureTerms> _stripped;
    private readonly List<(int Fund, int Year, long Limit)> _limits;
    private readonly long[] _outlay;
    private readonly long[][] _demand;
    private readonly long[][] _paid;
    private long _enterprises;

    public VariantTally(ScenarioModel baseline, Variant variant)
    {
        var model = variant.Model;
        _variant = variant;
        _isLocal = model.Pool.Cohorts.SelectMany(cohort => cohort.Claims).Select(claim => claim.Measure).Distinct().All(measure => IsLocal(model.Terms.Measures[model.Terms.IndexOf(measure)]));
        _isPlain = variant.KeepsTerms && model.Terms.Funds.All(fund => fund.FundedYears is null);
        _openFunds = [.. model.Terms.Funds.Select(fund => fund with { Shortage = ShortageRule.Report, FundedYears = null })];
        _stripped = FundPayments.Stripped(model.Terms.Measures);
        _limits = [.. model.Funds.Where(money => model.Years.Contains(money.Year ?? 0)).Select(money => (model.Terms.FundIndex(money.Fund), money.Year!.Value, money.Yuan))];
        _baselineLimits = [.. _limits.Select(limit => Comparisons.FundYear.LimitOf(baseline, model.Terms.Funds[limit.Fund].Id, limit.Year))];
        _outlay = new long[model.Replications];
        _demand = [.. _limits.Select(_ => new long[model.Replications])];
        _paid = [.. _limits.Select(_ => new long[model.Replications])];
    }

    public void Add(int number, SettledReplication settled)
    {
        var affected = (IReadOnlyCollection<int>)[];
        var renewed = _variant.Changed!.Count == 0 ? [] : AffectedClaims.Of(settled, _variant, out affected);
        var positions = affected.Count == 0 ? [] : Positions(settled, affected);
        var awards = positions.Count == 0 ? [] : Settled(settled, positions, renewed);
        var enterprises = settled.Enterprises + (positions.Count == 0 ? 0 : AddedEnterprises(settled, positions, awards));
        if (_isPlain) AddDifference(number, settled, positions, awards);
        else AddAll(number, settled, positions, awards);
        Interlocked.Add(ref _enterprises, enterprises);
    }

    public VariantOutcome Close(int finished) => new(
        finished,
        _outlay[..finished],
        [.. _limits.Select((limit, index) => new VariantFund(_variant.Model.Terms.Funds[limit.Fund].Id, limit.Year, limit.Limit, _demand[index][..finished], _paid[index][..finished]))],
        _enterprises);

    // A ceiling over a whole programme, or a once rule that looks beyond the enterprise, ties enterprises together.
    private static bool IsLocal(MeasureTerms terms) =>
        terms.Caps.Concat(terms.PrincipalCaps).All(cap => cap.Scope != CapScope.ProgrammeYear)
        && (terms.OnceKeys.Count == 0 || terms.OnceKeys.Any(key => key is OnceKey.Enterprise or OnceKey.Item or OnceKey.Project or OnceKey.Event));

    private IReadOnlyList<int> Positions(SettledReplication settled, IReadOnlyCollection<int> affected) =>
        _isLocal ? [.. affected.SelectMany(enterprise => settled.OfEnterprise[enterprise]).Order()] : [.. Enumerable.Range(0, settled.Awarded.Length)];

    // The claims at the positions settled by themselves, before any fund's cut.
    private IReadOnlyList<Award> Settled(SettledReplication settled, IReadOnlyList<int> positions, Dictionary<int, Claim> renewed)
    {
        var claims = positions.Select(position => renewed.GetValueOrDefault(position) ?? settled.Input.Claims[position]).ToList();
        var terms = _variant.Model.Terms;
        return Settle.Claims(new SettlementInput(terms.Measures, claims) { Funds = _openFunds, Payers = terms.Payers, LaneChoice = terms.LaneChoice }).Awards;
    }

    // Only what differs from the settled replication is added up.
    private void AddDifference(int number, SettledReplication settled, IReadOnlyList<int> positions, IReadOnlyList<Award> awards)
    {
        var outlay = settled.TotalAwarded + Change(settled, positions, awards, fund: null, year: 0);
        for (var index = 0; index < _limits.Count; index++)
        {
            var (fund, year, limit) = _limits[index];
            var sums = settled.OfFund(fund, year);
            var change = Change(settled, positions, awards, fund, year);
            var isSettled = limit == _baselineLimits[index] && !Touches(settled, positions, fund, year);
            var demand = sums.Awarded + change;
            var paid = isSettled ? sums.Paid : Pay(fund, year, limit, demand, () => (settled, Merged(settled, positions, awards)));
            (_demand[index][number], _paid[index][number]) = (demand, paid);
            outlay += paid - demand;
        }

        _outlay[number] = outlay;
    }

    private void AddAll(int number, SettledReplication settled, IReadOnlyList<int> positions, IReadOnlyList<Award> awards)
    {
        var terms = _variant.Model.Terms;
        var merged = Merged(settled, positions, awards);
        for (var position = 0; position < merged.Awarded.Length; position++)
        {
            var claim = settled.Input.Claims[position];
            if (terms.Measures[claim.Measure].IsOutlay && IsFunded(terms.Measures[claim.Measure].Fund, claim.Year)) _outlay[number] += merged.Awarded[position];
        }

        for (var index = 0; index < _limits.Count; index++)
        {
            var (fund, year, limit) = _limits[index];
            var demand = OfFund(settled, fund, year, merged.Unknown).Sum(position => merged.Awarded[position]);
            var paid = Pay(fund, year, limit, demand, () => (settled, merged));
            (_demand[index][number], _paid[index][number]) = (demand, paid);
            _outlay[number] += paid - demand;
        }
    }

    private long Pay(int fund, int year, long limit, long demand, Func<(SettledReplication Settled, (long[] Awarded, bool[] Unknown) Merged)> awards)
    {
        var terms = _variant.Model.Terms;
        if (demand <= limit || terms.Funds[fund].Shortage == ShortageRule.Report) return demand;
        var (settled, merged) = awards();
        var positions = _variant.KeepsTerms && ReferenceEquals(merged.Unknown, settled.Unknown) ? settled.OfFund(fund, year).Positions : [.. OfFund(settled, fund, year, merged.Unknown)];
        return FundPayments.Paid(_stripped, settled.Input.Claims, terms.Funds[fund], new Appropriation(0, year, limit), positions, merged.Awarded);
    }

    private static (long[] Awarded, bool[] Unknown) Merged(SettledReplication settled, IReadOnlyList<int> positions, IReadOnlyList<Award> awards)
    {
        if (positions.Count == 0) return (settled.Awarded, settled.Unknown);
        var (awarded, unknown) = ((long[])settled.Awarded.Clone(), (bool[])settled.Unknown.Clone());
        for (var index = 0; index < positions.Count; index++)
        {
            awarded[positions[index]] = awards[index].IsUndetermined ? 0 : awards[index].Yuan;
            unknown[positions[index]] = awards[index].IsUndetermined;
        }

        return (awarded, unknown);
    }

    // The change of the awards of outlays, of one fund and year or of all.
    private static long Change(SettledReplication settled, IReadOnlyList<int> positions, IReadOnlyList<Award> awards, int? fund, int year)
    {
        long change = 0;
        for (var index = 0; index < positions.Count; index++)
        {
            var terms = settled.Terms(positions[index]);
            if (!terms.IsOutlay || (fund is { } only && (terms.Fund != only || settled.Input.Claims[positions[index]].Year != year))) continue;
            change += (awards[index].IsUndetermined ? 0 : awards[index].Yuan) - settled.Awarded[positions[index]];
        }

        return change;
    }

    private static bool Touches(SettledReplication settled, IReadOnlyList<int> positions, int fund, int year)
    {
        foreach (var position in positions)
        {
            if (settled.Terms(position).Fund == fund && settled.Input.Claims[position].Year == year) return true;
        }

        return false;
    }

    private static int AddedEnterprises(SettledReplication settled, IReadOnlyList<int> positions, IReadOnlyList<Award> awards)
    {
        var (before, after) = (new HashSet<int>(), new HashSet<int>());
        for (var index = 0; index < positions.Count; index++)
        {
            var enterprise = settled.Input.Claims[positions[index]].Keys.Enterprise;
            if (settled.Awarded[positions[index]] > 0) before.Add(enterprise);
            if (!awards[index].IsUndetermined && awards[index].Yuan > 0) after.Add(enterprise);
        }

        return after.Count - before.Count;
    }

    // A fund that pays in stated years only pays nothing in other years without an appropriation.
    private bool IsFunded(int fund, int year) =>
        fund < 0 || _variant.Model.Terms.Funds[fund].FundedYears is not { } years || years.Contains(year) || _limits.Exists(limit => limit.Fund == fund && limit.Year == year);

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
