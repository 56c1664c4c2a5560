// The ways in which the claims of one project can go together.
using BudgetSim.Allocation.Settlement.Steps.Rivals;
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement.Steps.Lanes;

/// <summary>
/// The maximal sets of claims of one project that go together, earliest claims first. It is filled again for every
/// project that is met; claims of one measure stand or fall together.
/// </summary>
internal sealed class ProjectLanes(SettlementState state)
{
    private readonly List<int> _claims = [];
    private readonly List<int> _rowOf = [];
    private readonly List<int> _rows = [];
    private readonly List<bool> _clashes = [];
    private readonly List<bool> _taken = [];
    private readonly List<bool> _sets = [];
    private readonly List<long> _worths = [];
    private readonly List<Fraction> _exact = [];

    /// <summary>Claims of the project in order.</summary>
    public List<int> Claims => _claims;

    /// <summary>The sum of what all its claims are worth alone, each in whole yuan.</summary>
    public long WorthOfAll { get; private set; }

    /// <summary>How many sets there are.</summary>
    public int Count => _worths.Count;

    /// <summary>The largest of <see cref="Worth"/>.</summary>
    public long HighestWorth { get; private set; }

    /// <summary>The first set that is worth most by itself.</summary>
    public int HighestAlone { get; private set; }

    /// <summary>Whether two claims of different measures were added.</summary>
    public bool HasRivals => _rows.Count > 1;

    /// <summary>Forgets the project before.</summary>
    public void Clear()
    {
        _claims.Clear();
        _rowOf.Clear();
        _rows.Clear();
    }

    /// <summary>Adds a claim; they come in order.</summary>
    public void Add(int position)
    {
        var row = _rows.IndexOf(state.Claim(position).Measure);
        if (row < 0)
        {
            row = _rows.Count;
            _rows.Add(state.Claim(position).Measure);
        }

        _claims.Add(position);
        _rowOf.Add(row);
    }

    /// <summary>Lists the sets of the claims that were added.</summary>
    public void ListSets()
    {
        _sets.Clear();
        _worths.Clear();
        _clashes.Clear();
        _taken.Clear();
        foreach (var row in _rows)
        {
            foreach (var other in _rows) _clashes.Add(row != other && Clash(row, other));
            _taken.Add(false);
        }

        Extend(0);
        RateSets();
    }

    /// <summary>Whether the claim at <paramref name="index"/> is in a set.</summary>
    public bool IsIn(int set, int index) => _sets[(set * _rows.Count) + _rowOf[index]];

    /// <summary>The first claim of a set.</summary>
    public int First(int set)
    {
        for (var index = 0; ; index++)
        {
            if (IsIn(set, index)) return _claims[index];
        }
    }

    /// <summary>What the claims of a set are worth alone, each in whole yuan: no more can be paid for them.</summary>
    public long Worth(int set) => _worths[set];

    private bool Clash(int a, int b) =>
        Rival.Excludes(state.Input.Measures[a], b, ExclusionKey.Project, Keep.Highest)
            || Rival.Excludes(state.Input.Measures[b], a, ExclusionKey.Project, Keep.Highest);

    // Rows in order of first claim: trying "take" before "leave" yields the sets with earlier claims first.
    private void Extend(int row)
    {
        if (row == _rows.Count)
        {
            if (IsMaximal()) AddSet();
            return;
        }

        if (!ClashesWithTaken(row, row))
        {
            _taken[row] = true;
            Extend(row + 1);
            _taken[row] = false;
            if (!ClashesWithLater(row)) return;
        }

        Extend(row + 1);
    }

    private bool IsMaximal()
    {
        for (var row = 0; row < _rows.Count; row++)
        {
            if (!_taken[row] && !ClashesWithTaken(row, _rows.Count)) return false;
        }

        return true;
    }

    private bool ClashesWithTaken(int row, int before)
    {
        for (var other = 0; other < before; other++)
        {
            if (_taken[other] && _clashes[(row * _rows.Count) + other]) return true;
        }

        return false;
    }

    private bool ClashesWithLater(int row)
    {
        for (var other = row + 1; other < _rows.Count; other++)
        {
            if (_clashes[(row * _rows.Count) + other]) return true;
        }

        return false;
    }

    private void AddSet()
    {
        _sets.AddRange(_taken);
        _worths.Add(0);
    }

    // The exact sums decide which set is highest alone, the whole yuan bound what is paid.
    private void RateSets()
    {
        WorthOfAll = 0;
        _exact.Clear();
        for (var index = 0; index < _claims.Count; index++)
        {
            _exact.Add(state.WorthOf(_claims[index]));
            WorthOfAll += (long)_exact[index].Floor();
        }

        var highest = Fraction.Zero;
        HighestWorth = 0;
        HighestAlone = 0;
        for (var set = 0; set < _worths.Count; set++)
        {
            var exact = Fraction.Zero;
            for (var index = 0; index < _claims.Count; index++)
            {
                if (!IsIn(set, index)) continue;
                exact += _exact[index];
                _worths[set] += (long)_exact[index].Floor();
            }

            HighestWorth = Math.Max(HighestWorth, _worths[set]);
            if (exact <= highest) continue;
            highest = exact;
            HighestAlone = set;
        }
    }
}
