// One replication: draw the claims of every year, settle them together.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Replications;

/// <summary>One random run of a scenario.</summary>
public sealed class Replicate
{
    private const int BeforeTheYears = 1 << 20;

    private readonly ScenarioModel _model;
    private readonly CohortFiling[] _cohorts;
    private readonly TitlePaths[] _titles;
    private readonly KeyRing _ring;
    private readonly ClaimNotes? _notes;
    private readonly Appropriation[] _appropriations;
    private readonly FundTerms[] _funds;

    /// <summary>Draws <paramref name="model"/>; <paramref name="notes"/> are taken of every claim of the last replication drawn.</summary>
    public Replicate(ScenarioModel model, ClaimNotes? notes = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _notes = notes;
        _model = model;
        (_cohorts, _ring, _titles) = Cohorts(model, notes);
        _funds = [.. model.Terms.Funds.Select(fund => fund with { CarryOver = model.CarryOver.GetValueOrDefault(fund.Id) })];
        _appropriations = [.. model.Funds.Where(money => money.Year is not { } year || model.Years.Contains(year))
            .Select(money => new Appropriation(model.Terms.FundIndex(money.Fund), money.Year, money.Yuan))];
    }

    /// <summary>
    /// The claims of replication <paramref name="number"/> (from 0) with everything the settlement needs. The facts of each
    /// claim, one value per slot of its measure, are added to <paramref name="facts"/> if asked for.
    /// </summary>
    public SettlementInput Claims(int number, List<Value[]>? facts = null)
    {
        var claims = new List<Claim>();
        var factors = new double[_model.Pool.Factors.Count];
        var streams = MirroredReplications.StreamNumber(number, _model.Sampling);
        _ring.Restart();
        _notes?.Clear();
        foreach (var cohort in _cohorts) cohort.StartReplication(streams);
        foreach (var year in _model.Years)
        {
            DrawFactors(number, year, factors);
            foreach (var titles in _titles) titles.StartYear(streams, year, (factor, past) => Factor(number, past, factor));
            foreach (var cohort in _cohorts) cohort.File(streams, year, factors, claims, facts);
        }

        return new SettlementInput(_model.Terms.Measures, claims)
        {
            Funds = _funds,
            Payers = _model.Terms.Payers,
            Appropriations = _appropriations,
            UpliftPots = [.. _model.UpliftBudgets.Values],
            LaneChoice = _model.Terms.LaneChoice,
        };
    }

    /// <summary>What is drawn once for the whole replication, where it is uncertain.</summary>
    internal IEnumerable<(string Measure, ReplicationShare Kind, double Share)> Shares(int number)
    {
        foreach (var cohort in _cohorts) cohort.StartReplication(MirroredReplications.StreamNumber(number, _model.Sampling));
        return _cohorts.SelectMany(cohort => cohort.Shares());
    }

    /// <summary>Draws and settles one replication.</summary>
    public (SettlementInput Input, SettlementResult Result) Run(int number)
    {
        var input = Claims(number);
        return (input, Settle.Claims(input));
    }

    private void DrawFactors(int number, int year, double[] factors)
    {
        for (var factor = 0; factor < factors.Length; factor++) factors[factor] = Factor(number, year, factor);
    }

    // Years before the scenario, in which titles were climbed too, have dimensions of their own behind those of any scenario.
    private double Factor(int number, int year, int factor)
    {
        var (index, count) = (year - _model.Years[0], _model.Pool.Factors.Count);
        if (index >= 0) return FactorDraws.Normal(_model.Seed, number, (index * count) + factor, _model.Sampling);
        return FactorDraws.Normal(
            _model.Seed,
            number,
            BeforeTheYears + ((-1 - index) * count) + factor,
            _model.Sampling == FactorSampling.EvenlySpread ? FactorSampling.Independent : _model.Sampling);
    }

    private static (CohortFiling[], KeyRing, TitlePaths[]) Cohorts(ScenarioModel model, ClaimNotes? notes)
    {
        var owners = new Dictionary<string, PopulationDraw>();
        var first = model.Pool.Named.Enterprises;
        foreach (var population in model.Pool.Populations)
        {
            owners[population.Name] = new PopulationDraw(model.Seed, first, population);
            if (population.Roster is null) first += population.Count;
        }

        var ring = new KeyRing(first, model.Pool.Named.Objects);
        return (
            [.. model.Pool.Cohorts.Select((cohort, index) => new CohortFiling(
                model, index, cohort.Population is null ? null : owners[cohort.Population], ring, notes))],
            ring,
            [.. owners.Values.Select(owner => owner.Titles).OfType<TitlePaths>()]);
    }
}
