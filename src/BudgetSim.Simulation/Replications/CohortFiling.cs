// Files the claims of one cohort: who comes up, what they are like, what they apply for.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// Claims of a cohort in one year of one replication. A draw depends on (seed, replication, subject, purpose) alone,
/// so another cohort, measure, reform or thread never changes it.
/// </summary>
internal sealed class CohortFiling
{
    private const int SubjectsPerYear = 1 << 20;

    private readonly ScenarioModel _model;
    private readonly Cohort _cohort;
    private readonly int _index;
    private readonly PopulationDraw _owner;
    private readonly SubjectSampler _sampler;
    private readonly MeasureFiling[] _filings;
    private readonly Purpose _count;
    private readonly Purpose _rounding;
    private readonly Purpose _ownership;
    private readonly Value[] _values;
    private readonly bool[] _isRead;
    private readonly bool[] _files;

    public CohortFiling(ScenarioModel model, int index, PopulationDraw owner)
    {
        _model = model;
        _cohort = model.Pool.Cohorts[index];
        _index = index;
        _owner = owner;
        _sampler = new SubjectSampler(_cohort.Name, _cohort.Attributes);
        _count = Purpose.Named(_cohort.Name + "/count");
        _rounding = Purpose.Named(_cohort.Name + "/count rounding");
        _ownership = Purpose.Named(_cohort.Name + "/owner");
        var names = _sampler.Names.Concat(owner.Sampler.Names).ToList();
        var ranks = _cohort.Attributes.Where(attribute => attribute.Draw is AttributeDraw.Rank).Select(attribute => attribute.Name).ToHashSet();
        _filings = [.. _cohort.Claims.Select(claim => new MeasureFiling(model, _cohort.Name, claim, names, ranks))];
        _values = new Value[names.Count];
        _isRead = new bool[names.Count];
        _files = new bool[_filings.Length];
    }

    /// <summary>Adds the cohort's claims of one year to <paramref name="claims"/>, and the facts of each to <paramref name="facts"/> if asked for.</summary>
    public void File(int replication, int year, ReadOnlySpan<double> factors, List<Claim> claims, List<Value[]>? facts = null)
    {
        var yearIndex = year - _model.Years[0];
        var subjects = CountOf(replication, yearIndex, factors);
        _sampler.StartYear(factors);
        _owner.Sampler.StartYear(factors);
        foreach (var filing in _filings) filing.StartYear(year);
        for (var subject = 0; subject < subjects; subject++)
        {
            var id = (yearIndex * SubjectsPerYear) + subject;
            if (!AnyoneFiles(replication, id)) continue;
            var enterprise = _owner.Pick(replication, id, _index, _ownership);
            Draw(replication, id, enterprise.Local);
            var key = (((yearIndex * _model.Pool.Cohorts.Count) + _index) * SubjectsPerYear) + subject;
            var keys = new ClaimKeys(enterprise.Global, key, key, key, key);
            for (var filing = 0; filing < _filings.Length; filing++)
            {
                if (_files[filing]) claims.Add(_filings[filing].File(year, keys, _values, facts));
            }
        }
    }

    // Subjects that apply for nothing are not drawn: work follows claims.
    private bool AnyoneFiles(int replication, int subject)
    {
        var anyone = false;
        for (var filing = 0; filing < _filings.Length; filing++) anyone |= _files[filing] = _filings[filing].TakesUp(replication, subject);
        return anyone;
    }

    // Of those that apply, only what their measures read is drawn; the rest keeps what another subject left there.
    private void Draw(int replication, int subject, int enterprise)
    {
        _isRead.AsSpan().Clear();
        for (var filing = 0; filing < _filings.Length; filing++)
        {
            if (_files[filing]) _filings[filing].Mark(_isRead);
        }

        var own = _sampler.Names.Count;
        _sampler.Draw(_model.Seed, replication, subject, _isRead.AsSpan(0, own), _values.AsSpan(0, own));
        _owner.Sampler.Draw(_model.Seed, replication, enterprise, _isRead.AsSpan(own), _values.AsSpan(own));
    }

    private int CountOf(int replication, int yearIndex, ReadOnlySpan<double> factors)
    {
        var drawn = _cohort.Count.Sample(RandomStream.For(_model.Seed, replication, yearIndex, _count));
        var scaled = drawn * SubjectSampler.Multiplier(_cohort.Loading, factors);
        var rounding = RandomStream.For(_model.Seed, replication, yearIndex, _rounding).Uniform(0);
        return (int)Math.Clamp(Math.Floor(scaled + (scaled == Math.Floor(scaled) ? 0 : rounding)), 0, SubjectsPerYear - 1);
    }
}

/// <summary>The enterprises a cohort's subjects belong to.</summary>
internal sealed class PopulationDraw(ScenarioModel model, int firstEnterprise, Population? population)
{
    private const int EnterprisesPerCohort = 1 << 23;

    public SubjectSampler Sampler { get; } = new(population?.Name ?? "own enterprise", population?.Attributes ?? []);

    /// <summary>The number of the subject's enterprise within its population and among all.</summary>
    public (int Local, int Global) Pick(int replication, int subject, int cohort, Purpose ownership)
    {
        if (population is null) return (subject, firstEnterprise + (cohort * EnterprisesPerCohort) + subject);
        var uniform = RandomStream.For(model.Seed, replication, subject, ownership).Uniform(0);
        var local = Math.Min((int)(uniform * population.Count), population.Count - 1);
        return (local, firstEnterprise + local);
    }
}

/// <summary>How the subjects of one cohort claim under one measure.</summary>
internal sealed class MeasureFiling
{
    private readonly ScenarioModel _model;
    private readonly CohortClaim _claim;
    private readonly CompiledMeasure _measure;
    private readonly int _dateSlot;
    private readonly Value[] _frame;
    private readonly (int Slot, int Source)[] _sources;
    private readonly int[] _rankSlots;
    private readonly Purpose _takeUp;
    private int _filed;
    private Value _date;

    public MeasureFiling(ScenarioModel model, string cohort, CohortClaim claim, List<string> names, HashSet<string> ranks)
    {
        _model = model;
        _claim = claim;
        _measure = model.Terms.Compiled[model.Terms.IndexOf(claim.Measure)];
        _frame = _measure.Frame(model.Parameters);
        _dateSlot = _measure.SlotOf(_measure.Measure.Validity.DateAttribute);
        _sources = [.. names.Select((name, source) => (Slot: _measure.SlotOf(name), source)).Where(pair => pair.Slot >= 0)];
        _rankSlots = [.. ranks.Select(_measure.SlotOf).Where(slot => slot >= 0)];
        _takeUp = Purpose.Named($"{cohort}/{claim.Measure}/take-up");
    }

    public void StartYear(int year)
    {
        _filed = 0;
        _date = MiddleOf(year);
    }

    /// <summary>Marks the values that the measure reads.</summary>
    public void Mark(bool[] isRead)
    {
        foreach (var (_, source) in _sources) isRead[source] = true;
    }

    public bool TakesUp(int replication, int subject) =>
        RandomStream.For(_model.Seed, replication, subject, _takeUp).Happens(0, _claim.TakeUp);

    /// <summary>The claim of one subject; the frame serves every claim of this measure in turn.</summary>
    public Claim File(int year, ClaimKeys keys, Value[] values, List<Value[]>? facts)
    {
        foreach (var (slot, source) in _sources) _frame[slot] = values[source];
        foreach (var slot in _rankSlots) _frame[slot] = Value.Of(_filed + 1);
        if (_dateSlot >= 0) _frame[_dateSlot] = _date;
        var entitlement = Entitle.FromFacts(_measure, _frame);
        if (entitlement.Standing != Standing.NotEligible) _filed++; // who is not eligible takes no place in the ranking
        var claim = ClaimFromEntitlement.Make(_model.Terms, entitlement, "", keys, year, _frame);
        facts?.Add([.. _frame]);
        return claim.UpliftPot == UpliftPot.Unknown ? claim with { UpliftPot = PotOf() } : claim;
    }

    private static Value MiddleOf(int year) => Value.Of($"{year}-06-30");

    private UpliftPot PotOf()
    {
        var pot = 0;
        foreach (var name in _model.UpliftBudgets.Keys)
        {
            if (name == _claim.Measure || name == "*") return new UpliftPot(pot);
            pot++;
        }

        return UpliftPot.Unknown;
    }
}
