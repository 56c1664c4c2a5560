// Files the claims of one cohort: who comes up, what they are like, what they apply for.
using System.Globalization;
using BudgetSim.Allocation.Settlement;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Histories;
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
    private const int SubjectsPerYear = CohortHeads.MostAYear;

    private readonly ScenarioModel _model;
    private readonly Cohort _cohort;
    private readonly CohortHeads _heads;
    private readonly SubjectKeys _keys;
    private readonly SubjectValues _subject;
    private readonly MeasureFiling[] _filings;
    private readonly Purpose _date;
    private readonly bool[] _files;
    private readonly RankedSubjects? _ranked;
    private readonly ClaimNotes? _notes;
    private readonly CrowdDraws? _crowd;
    private PaymentDraws? _payments;

    public CohortFiling(ScenarioModel model, int index, PopulationDraw? owner, KeyRing ring, ClaimNotes? notes = null)
    {
        _model = model;
        _cohort = model.Pool.Cohorts[index];
        _heads = new CohortHeads(model.Seed, _cohort);
        _keys = new SubjectKeys(model.Seed, _cohort, owner, ring);
        _subject = new SubjectValues(model.Seed, _cohort, owner, notes?.Names ?? []);
        _notes = notes;
        _date = Purpose.Named(_cohort.Name + "/date");
        _filings = [.. _cohort.Claims.Select(claim => new MeasureFiling(model, _cohort.Name, claim, _subject.Names, _subject.Ranks))];
        _files = new bool[_filings.Length];
        _ranked = _subject.RankedBy is { } by ? new RankedSubjects(by) : null;
        _crowd = CrowdDraws.Suits(_cohort, model.Terms) ? new CrowdDraws(model, _cohort) : null;
    }

    /// <summary>Adds the cohort's claims of one year to <paramref name="claims"/>, and the facts of each to <paramref name="facts"/> if asked for.</summary>
    public void File(int replication, int year, ReadOnlySpan<double> factors, List<Claim> claims, List<Value[]>? facts = null)
    {
        if (!_cohort.Plan.Covers(year)) return;
        var yearIndex = year - _model.Years[0];
        if (_cohort.Payments is { } payments && _payments?.Replication != replication) _payments = payments.Draw(_model.Seed, replication, _cohort.Name);
        var heads = _heads.StartYear(replication, yearIndex, year, factors, _payments);
        _subject.StartYear(factors);
        _keys.StartYear(replication, yearIndex, heads);
        foreach (var filing in _filings) filing.StartYear(year, _payments);
        if (_crowd is not null)
        {
            FileCrowd(_crowd, new CrowdYear(replication, year, yearIndex, heads), factors, claims, facts);
            return;
        }

        for (var head = 0; head < heads; head++)
        {
            var id = (yearIndex * SubjectsPerYear) + head;
            foreach (var leaf in _heads.Leaves(replication, id, head))
            {
                var streams = SubjectStreams.Of(_model.Seed, replication, id, leaf);
                var files = AnyoneFiles(streams, leaf);
                var keys = _keys.Of(head, id, leaf, _heads, files);
                if (files) Take(new Filed(streams, keys, DateOf(year, streams, leaf), year), leaf, claims, facts);
            }
        }

        _ranked?.FileAll((in Filed filed, Value[] values, bool[] which) => FileClaims(filed, values, which, claims, facts));
    }

    private void Take(in Filed filed, Leaf leaf, List<Claim> claims, List<Value[]>? facts)
    {
        _subject.Draw(filed.Streams, leaf.Row, _keys.Local, _filings, _files);
        if (_ranked is null) FileClaims(filed, _subject.Values, _files, claims, facts);
        else _ranked.Add(filed, _subject.Values, _files);
    }

    private void FileClaims(in Filed filed, Value[] values, bool[] files, List<Claim> claims, List<Value[]>? facts)
    {
        for (var filing = 0; filing < _filings.Length; filing++)
        {
            if (!files[filing]) continue;
            claims.Add(_filings[filing].File(filed, values, facts));
            _notes?.Add(_subject.Noted, values);
        }
    }

    // Measure by measure; the claimants of each are found by jumps, so subjects that apply for nothing cost nothing.
    private void FileCrowd(CrowdDraws crowd, in CrowdYear year, ReadOnlySpan<double> factors, List<Claim> claims, List<Value[]>? facts)
    {
        crowd.StartYear(year.Replication, year.Index, factors);
        _keys.StartCrowd(year.Heads);
        for (var filing = 0; filing < _filings.Length; filing++)
        {
            var place = 0;
            foreach (var head in crowd.Claimants(filing, year.Heads))
            {
                var id = (year.Index * SubjectsPerYear) + head;
                crowd.Draw(filing, place++, _subject.Values);
                if (_notes is not null) crowd.DrawNoted(id, _subject.Noted, _subject.Values);
                var filed = new Filed(new SubjectStreams(_model.Seed, _model.Seed, _model.Seed, year.Replication, id), _keys.OfCrowd(head), Value.Null, year.Year);
                claims.Add(_filings[filing].File(filed, _subject.Values, facts));
                _notes?.Add(_subject.Noted, _subject.Values);
            }
        }
    }

    // Subjects that apply for nothing are not drawn: work follows claims.
    private bool AnyoneFiles(in SubjectStreams streams, Leaf leaf)
    {
        var anyone = false;
        for (var filing = 0; filing < _filings.Length; filing++) anyone |= _files[filing] = _filings[filing].TakesUp(streams, leaf);
        return anyone;
    }

    private Value DateOf(int year, in SubjectStreams streams, Leaf leaf)
    {
        if (leaf.Row?.Date is { } day) return Value.Of(day);
        if (_cohort.Date is null) return Value.Null;
        var uniform = RandomStream.For(streams.Loan, streams.Replication, streams.Subject, _date).Uniform(0);
        return Value.Of(_cohort.Date.Draw(year, uniform).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}

/// <summary>The enterprises a cohort's subjects belong to.</summary>
internal sealed class PopulationDraw(int firstEnterprise, Population population)
{
    public Population Population => population;

    public SubjectSampler Sampler { get; } = new(population.Name, population.Attributes, population.Dependence);

    /// <summary>The number among all enterprises of an enterprise of the population.</summary>
    public int Global(int local) => population.Roster is { } roster ? roster.Units[local].Enterprise : firstEnterprise + local;
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
    private readonly Purpose _amount;
    private int _filed;
    private Value _middle;
    private double _probability;
    private PaymentDraws? _payments;

    public MeasureFiling(ScenarioModel model, string cohort, CohortClaim claim, IReadOnlyList<string> names, IReadOnlyCollection<string> ranks)
    {
        _model = model;
        _claim = claim;
        _measure = model.Terms.Compiled[model.Terms.IndexOf(claim.Measure)];
        _frame = _measure.Frame(model.Parameters);
        _dateSlot = _measure.SlotOf(_measure.Measure.Validity.DateAttribute);
        _sources = [.. names.Select((name, source) => (Slot: _measure.SlotOf(name), source)).Where(pair => pair.Slot >= 0)];
        _rankSlots = [.. ranks.Select(_measure.SlotOf).Where(slot => slot >= 0)];
        _takeUp = Purpose.Named($"{cohort}/{claim.Measure}/take-up");
        _amount = Purpose.Named($"{cohort}/{claim.Measure}/amount");
    }

    public void StartYear(int year, PaymentDraws? payments)
    {
        _filed = 0;
        _middle = MiddleOf(year);
        _payments = payments;
        _probability = payments?.TakeUp ?? _claim.TakeUp;
    }

    /// <summary>Marks the values that the measure reads.</summary>
    public void Mark(bool[] isRead)
    {
        foreach (var (_, source) in _sources) isRead[source] = true;
    }

    public bool TakesUp(in SubjectStreams streams, Leaf leaf) =>
        (leaf.Loan == 0 || _claim.Per == ObjectLevel.Loan)
        && (leaf.Project == 0 || _claim.Per != ObjectLevel.Enterprise)
        && RandomStream.For(streams.Loan, streams.Replication, streams.Subject, _takeUp).Happens(0, _probability);

    /// <summary>The claim of one subject; the frame serves every claim of this measure in turn.</summary>
    public Claim File(in Filed filed, Value[] values, List<Value[]>? facts)
    {
        foreach (var (slot, source) in _sources) _frame[slot] = values[source];
        foreach (var slot in _rankSlots) _frame[slot] = Value.Of(_filed + 1);
        if (_dateSlot >= 0) _frame[_dateSlot] = filed.Date.IsNull ? _middle : filed.Date;
        var paid = _payments?.Amount(RandomStream.For(filed.Streams.Loan, filed.Streams.Replication, filed.Streams.Subject, _amount), filed.Year);
        var entitlement = paid is { } yuan ? EntitleAsPaid.From(_measure, _frame, yuan) : Entitle.FromFacts(_measure, _frame);
        if (entitlement.Standing != Standing.NotEligible) _filed++; // who is not eligible takes no place in the ranking
        var claim = ClaimFromEntitlement.Make(_model.Terms, entitlement, "", filed.Keys, filed.Year, _frame);
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
