// Adds up one variant, replication by replication.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Sums of one variant; several threads may add different replications at once.</summary>
internal sealed class VariantTally
{
    private readonly Variant _variant;
    private readonly bool[] _isChanged;
    private readonly bool _isLocal;
    private readonly bool _keepsFunds;
    private readonly IReadOnlyList<FundTerms> _openFunds;
    private readonly List<(int Fund, int Year, long Limit)> _limits;
    private readonly long[] _outlay;
    private readonly long[][] _demand;
    private readonly long[][] _paid;
    private long _enterprises;

    public VariantTally(ScenarioModel baseline, Variant variant)
    {
        var model = variant.Model;
        _variant = variant;
        _isChanged = new bool[model.Terms.Measures.Count];
        foreach (var measure in variant.Changed ?? []) _isChanged[measure] = true;
        _isLocal = model.Pool.Cohorts.SelectMany(cohort => cohort.Claims).Select(claim => claim.Measure).Distinct().All(measure => IsLocal(model.Terms.Measures[model.Terms.IndexOf(measure)]));
        _keepsFunds = ReferenceEquals(baseline.Funds, model.Funds) && variant.KeepsTerms;
        _openFunds = [.. model.Terms.Funds.Select(fund => fund with { Shortage = ShortageRule.Report, FundedYears = null })];
        _limits = [.. model.Funds.Where(money => model.Years.Contains(money.Year ?? 0)).Select(money => (model.Terms.FundIndex(money.Fund), money.Year!.Value, money.Yuan))];
        _outlay = new long[model.Replications];
        _demand = [.. _limits.Select(_ => new long[model.Replications])];
        _paid = [.. _limits.Select(_ => new long[model.Replications])];
    }

    public void Add(int number, SettledReplication settled)
    {
        var changed = _variant.Changed!.Count == 0 ? null : Awards(settled);
        var awarded = changed?.Awarded ?? settled.Awarded;
        var unknown = changed?.Unknown ?? settled.Unknown;
        if (changed is null && _keepsFunds) AddSettled(number, settled);
        else AddFunds(number, settled, awarded, unknown);
        Interlocked.Add(ref _enterprises, CountEnterprises(settled, awarded));
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

    private (long[] Awarded, bool[] Unknown)? Awards(SettledReplication settled)
    {
        var renewed = AffectedClaims.Of(settled, _variant, _isChanged, out var affected);
        if (affected.Count == 0) return null;
        var all = settled.Input.Claims.Count;
        var positions = _isLocal ? affected.SelectMany(enterprise => settled.OfEnterprise[enterprise]).Order().ToList() : [.. Enumerable.Range(0, all)];
        var claims = positions.Select(position => renewed.GetValueOrDefault(position) ?? settled.Input.Claims[position]).ToList();
        var terms = _variant.Model.Terms;
        var result = Settle.Claims(new SettlementInput(terms.Measures, claims) { Funds = _openFunds, Payers = terms.Payers, LaneChoice = terms.LaneChoice });
        var (awarded, unknown) = ((long[])settled.Awarded.Clone(), (bool[])settled.Unknown.Clone());
        for (var index = 0; index < positions.Count; index++)
        {
            awarded[positions[index]] = result.Awards[index].IsUndetermined ? 0 : result.Awards[index].Yuan;
            unknown[positions[index]] = result.Awards[index].IsUndetermined;
        }

        return (awarded, unknown);
    }

    // Nothing differs from the replication as it was settled.
    private void AddSettled(int number, SettledReplication settled)
    {
        for (var position = 0; position < settled.Paid.Length; position++)
        {
            var terms = settled.Input.Measures[settled.Input.Claims[position].Measure];
            if (terms.IsOutlay) _outlay[number] += settled.Paid[position];
        }

        for (var limit = 0; limit < _limits.Count; limit++)
        {
            var of = OfFund(settled, _limits[limit].Fund, _limits[limit].Year);
            _demand[limit][number] = of.Sum(position => settled.Awarded[position]);
            _paid[limit][number] = of.Sum(position => settled.Paid[position]);
        }
    }

    private void AddFunds(int number, SettledReplication settled, long[] awarded, bool[] unknown)
    {
        var terms = _variant.Model.Terms;
        for (var position = 0; position < awarded.Length; position++)
        {
            var claim = settled.Input.Claims[position];
            if (terms.Measures[claim.Measure].IsOutlay && IsFunded(terms.Measures[claim.Measure].Fund, claim.Year)) _outlay[number] += awarded[position];
        }

        for (var limit = 0; limit < _limits.Count; limit++)
        {
            var (fund, year, yuan) = _limits[limit];
            var of = OfFund(settled, fund, year).Where(position => !unknown[position]).ToList();
            var demand = of.Sum(position => awarded[position]);
            var isCut = demand > yuan && terms.Funds[fund].Shortage != ShortageRule.Report;
            var paid = isCut ? FundPayments.Paid(settled.Input with { Measures = terms.Measures }, terms.Funds[fund], yuan, year, of, awarded) : demand;
            (_demand[limit][number], _paid[limit][number]) = (demand, paid);
            _outlay[number] += paid - demand;
        }
    }

    // A fund that pays in stated years only pays nothing in other years without an appropriation.
    private bool IsFunded(int fund, int year) =>
        fund < 0 || _variant.Model.Terms.Funds[fund].FundedYears is not { } years || years.Contains(year) || _limits.Exists(limit => limit.Fund == fund && limit.Year == year);

    private IEnumerable<int> OfFund(SettledReplication settled, int fund, int year)
    {
        for (var position = 0; position < settled.Input.Claims.Count; position++)
        {
            var claim = settled.Input.Claims[position];
            var terms = _variant.Model.Terms.Measures[claim.Measure];
            if (claim.Year == year && terms.Fund == fund && terms.IsOutlay) yield return position;
        }
    }

    private static int CountEnterprises(SettledReplication settled, long[] awarded)
    {
        var count = 0;
        foreach (var claims in settled.OfEnterprise.Values)
        {
            foreach (var position in claims)
            {
                if (awarded[position] <= 0) continue;
                count++;
                break;
            }
        }

        return count;
    }
}
