// Files the claims of one cohort: who comes up, what they are like, what they apply for.
using System.Globalization;
using BudgetSim.Allocation.Settlement;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;

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
    private readonly Purpose _comesUp;
    private readonly bool[] _files;
    private readonly RankedSubjects? _ranked;
    private readonly DrawnRegion _regions;
    private readonly ClaimNotes? _notes;
    private readonly CrowdDraws? _crowd;
    private readonly TitlePaths? _titles;
    private PaymentDraws? _payments;
    private double _share = 1;

    public CohortFiling(ScenarioModel model, int index, PopulationDraw? owner, KeyRing ring, ClaimNotes? notes = null)
    {
        _model = model;
        _cohort = model.Pool.Cohorts[index];
        _heads = new CohortHeads(model.Seed, _cohort);
        _keys = new SubjectKeys(model.Seed, _cohort, owner, ring);
        _subject = new SubjectValues(model.Seed, _cohort, owner, notes?.Names ?? []);
        (_notes, _titles) = (notes, owner?.Titles);
        (_date, _comesUp) = (Purpose.Named(_cohort.Name + "/date"), Purpose.Named(_cohort.Name + "/comes up"));
        _filings = [.. _cohort.Claims.Select(claim => new MeasureFiling(model, _cohort.Name, claim, _subject.Names, _subject.Ranks))];
        _files = new bool[_filings.Length];
        _regions = new DrawnRegion(_subject.Names, model.Pool);
        _ranked = _subject.RankedBy is { } by ? new RankedSubjects(by) : null;
        _crowd = CrowdDraws.Suits(_cohort, model.Terms) ? new CrowdDraws(model, _cohort) : null;
    }

    /// <summary>The draws that hold for a whole replication: take-up, approval and payout of each measure.</summary>
    public void StartReplication(int replication)
    {
        foreach (var filing in _filings) filing.StartReplication(replication);
    }

    /// <summary>What was drawn at the start of the replication, by measure and only where it is uncertain.</summary>
    public IEnumerable<(string Measure, ReplicationShare Kind, double Share)> Shares() => _filings.SelectMany(filing => filing.Shares());

    /// <summary>
    /// Adds the cohort's claims of one year to <paramref name="claims"/>, and the facts of each to <paramref name="facts"/> if asked for.
    /// </summary>
    public void File(int replication, int year, ReadOnlySpan<double> factors, List<Claim> claims, List<Value[]>? facts = null)
    {
        if (!_cohort.Plan.Covers(year)) return;
        var yearIndex = year - _model.Years[0];
        if (_cohort.Payments is { } payments && _payments?.Replication != replication)
            _payments = payments.Draw(_model.Seed, replication, _cohort.Name);
        _share = _cohort.Titled is { } titled ? titled.Share * SubjectSampler.Multiplier(titled.Loading, factors) : 1;
        var heads = _heads.StartYear(replication, yearIndex, year, factors, _payments);
        _subject.StartYear(factors);
        _keys.StartYear(replication, heads);
        foreach (var filing in _filings) filing.StartYear(year, _payments);
        if (_crowd is not null)
        {
            FileCrowd(_crowd, new CrowdYear(replication, year, yearIndex, heads), factors, claims, facts);
            return;
        }

        for (var head = 0; head < heads; head++)
        {
            var id = (yearIndex * SubjectsPerYear) + head;
            if (!ComesUp(replication, id, head)) continue;
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

    // Of the titled the head is the enterprise itself, so its draws do not depend on who else is titled.
    private bool ComesUp(int replication, int id, int head) =>
        _cohort.Titled is not { } titled
        || (titled.Rungs.Contains(_titles!
            .Rung(head, titled.Moment)) && (_share >= 1 || RandomStream.For(_model.Seed, replication, id, _comesUp).Happens(0, _share)));

    private void Take(in Filed filed, Leaf leaf, List<Claim> claims, List<Value[]>? facts)
    {
        _subject.Draw(filed.Streams, leaf.Row, _keys.Local, _filings, _files);
        if (_ranked is null) FileClaims(filed, _subject.Values, _files, claims, facts);
        else _ranked.Add(filed, _subject.Values, _files);
    }

    private void FileClaims(in Filed filed, Value[] values, bool[] files, List<Claim> claims, List<Value[]>? facts)
    {
        var region = _regions.Of(values);
        for (var filing = 0; filing < _filings.Length; filing++)
        {
            if (!files[filing]) continue;
            claims.Add(_filings[filing].File(filed, region, values, facts));
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
                var filed = new Filed(
                    new SubjectStreams(_model.Seed, _model.Seed, _model.Seed, year.Replication, id),
                    _keys.OfCrowd(head),
                    Value.Null,
                    year.Year);
                if (_regions.Source >= 0) crowd.DrawNoted(id, [_regions.Source], _subject.Values);
                claims.Add(_filings[filing].File(filed, _regions.Of(_subject.Values), _subject.Values, facts));
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
internal sealed class PopulationDraw(ulong seed, int firstEnterprise, Population population)
{
    public Population Population => population;

    public SubjectSampler Sampler { get; } = new(population.Name, population.Attributes, population.Dependence);

    /// <summary>Where its enterprises stand on their ladder, or null.</summary>
    public TitlePaths? Titles { get; } = population.Titles is { } ladder
        ? new TitlePaths(seed, population.Name, population.Count, ladder)
        : null;

    /// <summary>The number among all enterprises of an enterprise of the population.</summary>
    public int Global(int local) => population.Roster is { } roster ? roster.Units[local].Enterprise : firstEnterprise + local;
}
