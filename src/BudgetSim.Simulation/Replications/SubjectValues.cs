// What the subjects of one cohort are like: their own attributes, their enterprise's, and what follows from them.
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Simulation.Replications;

/// <summary>The values of one subject at a time, <c>[attribute]</c>: the cohort's first, then its population's.</summary>
internal sealed class SubjectValues
{
    private readonly ulong _seed;
    private readonly SubjectSampler _own;
    private readonly SubjectSampler? _owner;
    private readonly RosterUnits? _ownerRoster;
    private readonly (int Target, AttributeDraw.Derived Draw, int[] Sources)[] _derived;
    private readonly (int Target, AttributeDraw.Title Draw)[] _titles;
    private readonly TitlePaths? _paths;
    private readonly bool[] _isRead;
    private readonly int _region;

    public SubjectValues(ulong seed, Cohort cohort, PopulationDraw? owner, IReadOnlyList<string> noted)
    {
        (_seed, _owner, _ownerRoster, _paths) = (seed, owner?.Sampler, owner?.Population.Roster, owner?.Titles);
        _own = new SubjectSampler(cohort.Name, cohort.Attributes, cohort.Dependence);
        List<DrawnAttribute> all = [.. cohort.Attributes, .. owner?.Population.Attributes ?? []];
        Names = [.. all.Select(attribute => attribute.Name)];
        Ranks = all.Where(attribute => attribute.Draw is AttributeDraw.Rank).Select(attribute => attribute.Name).ToHashSet();
        var by = all.Select(attribute => attribute.Draw)
            .OfType<AttributeDraw.Rank>()
            .Select(rank => rank.By)
            .FirstOrDefault(name => name is not null);
        RankedBy = by is null ? null : Names.IndexOf(by);
        _derived = [.. all
            .Select((attribute, target) => (target, attribute.Draw as AttributeDraw.Derived))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.target, pair.Item2!, pair.Item2!.Reads.Select(name => Names.IndexOf(name)).ToArray())).Reverse()];
        _titles = [.. all.Select((attribute, target) => (target, attribute.Draw as AttributeDraw.Title))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.target, pair.Item2!))];
        Noted = [.. noted.Select(name => Names.IndexOf(name))];
        _region = Names.IndexOf(RegionNames.Attribute);
        Values = new Value[Names.Count];
        _isRead = new bool[Names.Count];
    }

    public List<string> Names { get; }

    /// <summary>The attributes that are places in an order.</summary>
    public IReadOnlyCollection<string> Ranks { get; }

    /// <summary>The index of the attribute that puts the claims in order; null: the order of filing.</summary>
    public int? RankedBy { get; }

    /// <summary>The places of the values that are noted of every claim, -1 where the pool does not state one.</summary>
    public int[] Noted { get; }

    /// <summary>The values of the last subject drawn; those that nobody reads are another subject's.</summary>
    public Value[] Values { get; }

    public void StartYear(ReadOnlySpan<double> factors)
    {
        _own.StartYear(factors);
        _owner?.StartYear(factors);
    }

    /// <summary>Draws what the measures that are applied for read.</summary>
    /// <param name="local">The enterprise within its population.</param>
    public void Draw(in SubjectStreams streams, RosterRow? row, int local, MeasureFiling[] filings, bool[] files)
    {
        _isRead.AsSpan().Clear();
        for (var filing = 0; filing < filings.Length; filing++)
        {
            if (files[filing]) filings[filing].Mark(_isRead);
        }

        if (RankedBy is { } by) _isRead[by] = true;
        if (_region >= 0) _isRead[_region] = true;
        foreach (var place in Noted)
        {
            if (place >= 0) _isRead[place] = true;
        }

        foreach (var (target, _, sources) in _derived)
        {
            foreach (var source in sources) _isRead[source] |= _isRead[target];
        }

        var own = _own.Names.Count;
        _own.Draw(streams, row, _isRead.AsSpan(0, own), Values.AsSpan(0, own));
        _owner?.Draw(
            SubjectStreams.Of(_seed, streams.Replication, local, new Leaf(null, 0, 0)),
            _ownerRoster?.Units[local].Rows[0],
            _isRead.AsSpan(own),
            Values.AsSpan(own));
        foreach (var (target, draw) in _titles)
        {
            if (_isRead[target]) Values[target] = draw.Values[_paths!.Rung(local, draw.Moment)];
        }

        for (var index = _derived.Length - 1; index >= 0; index--) Derive(_derived[index]);
    }

    private void Derive((int Target, AttributeDraw.Derived Draw, int[] Sources) derived)
    {
        if (!_isRead[derived.Target]) return;
        var value = derived.Draw.Formula([.. derived.Sources.Select(source => Values[source])]);
        Values[derived.Target] = value.Kind == ValueKind.Number ? SubjectSampler.Round(value.Number.ToDouble(), derived.Draw.Type) : value;
    }
}
