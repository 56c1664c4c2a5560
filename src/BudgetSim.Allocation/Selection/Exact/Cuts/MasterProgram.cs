// The choices that may still be part of a better answer, the rows they must satisfy, and what is known of both.

namespace BudgetSim.Allocation.Selection.Exact.Cuts;

/// <summary>
/// Options are ruled out on a trail, so that a subproblem can be left again; what no better answer has at all is out for good.
/// </summary>
internal sealed class MasterProgram
{
    private readonly OptionBound _bound;
    private readonly bool[] _allowed;
    private readonly bool[] _isDead;
    private readonly List<OptionRow> _rows;
    private readonly List<int> _trail = [];
    private readonly double _top;
    private OptionSimplex? _simplex;
    private int[] _start;
    private long[]? _rootLeft;
    private (long Weight, long Asked) _root;
    private int _dead;

    /// <param name="table">The options.</param>
    /// <param name="rows">Their rows, with a cut at least.</param>
    /// <param name="asked">The objective asked for.</param>
    /// <param name="top">No objective is above this.</param>
    public MasterProgram(OptionTable table, List<OptionRow> rows, long asked, double top)
    {
        (Table, _rows, Asked, _top) = (table, rows, asked, top);
        (_allowed, _isDead) = (new bool[table.Options], new bool[table.Options]);
        Array.Fill(_allowed, true);
        _bound = new OptionBound(table, rows);
        _start = table.First[..^1];
    }

    public OptionTable Table { get; }

    /// <summary>The objective that every choice is asked for.</summary>
    public long Asked { get; private set; }

    /// <summary>How much better than asked the answers of the subproblem are at most.</summary>
    public double Level { get; private set; }

    /// <summary>How many rows there are.</summary>
    public int Rows => _rows.Count;

    /// <summary>More than a third of the options are out for good.</summary>
    public bool IsOutgrown => _dead * 3 > Table.Options;

    /// <summary>To be given to <see cref="Undo"/>.</summary>
    public int Mark => _trail.Count;

    /// <summary>Mixes the options as well as can be; the work that took, in blocks asked.</summary>
    public long Optimise()
    {
        _simplex ??= new OptionSimplex(Table, _rows, _allowed, _start, Asked, Math.Max(1, _top - Asked + 1));
        var before = _simplex.Work;
        _simplex.Optimise();
        return ((_simplex.Work - before) * _rows.Count / 256) + (Table.Blocks / 4) + 1;
    }

    /// <summary>Works out <see cref="Level"/> in whole numbers at the weights found; false when nothing is left.</summary>
    public bool Measure()
    {
        var most = _bound.Rate(_simplex!.Weights(), _allowed, Asked);
        Level = most is null ? double.PositiveInfinity : most.Value / (double)Math.Max(1, _bound.CutWeight);
        return most is not < 0;
    }

    /// <summary>The same, and rules out every option with which nothing is left.</summary>
    public bool Narrow()
    {
        if (!Measure()) return false;
        if (double.IsInfinity(Level)) return true;
        if (_rootLeft is null) (_rootLeft, _root) = (_bound.Left.ToArray(), (_bound.CutWeight, Asked));
        for (var option = 0; option < _allowed.Length; option++)
            if (_allowed[option] && _bound.Left[option] < 0) RuleOut(option);
        return true;
    }

    /// <summary>A whole choice near the mix, improved; null when some row lacks something.</summary>
    public int[]? Guess()
    {
        var options = _simplex!.Heaviest();
        return OptionDescent.Improve(Table, _rows, _allowed, options, Asked) < 0 ? null : options;
    }

    /// <summary>[place] a whole choice near the mix.</summary>
    public int[] Heaviest() => _simplex!.Heaviest();

    /// <summary>Whether some row lacks something with these options [place].</summary>
    public bool IsBarred(int[] options) => _rows.Exists(row => row.Left(options, Asked) < 0);

    /// <summary>The blocks that are split between options.</summary>
    public IEnumerable<(int Place, int Option, double Weight)> Mixed() =>
        _simplex!.Mixed().Where(part => part.Weight is > 1e-6 and < 1 - 1e-6 && IsOpen(part.Place, part.Option));

    /// <summary>Adds a row; the next mix begins at these options [place].</summary>
    public void Add(OptionRow row, int[] start)
    {
        _rows.Add(row);
        (_simplex, _start) = (null, start);
    }

    /// <summary>Asks for more.</summary>
    public void Ask(long more, int[] start)
    {
        (Asked, _simplex, _start) = (more, null, start);
        for (var option = 0; option < _allowed.Length && _rootLeft is not null; option++)
        {
            if (_isDead[option] || _rootLeft[option] >= (Int128)(Asked - _root.Asked) * _root.Weight) continue;
            (_isDead[option], _allowed[option]) = (true, false);
            _dead++;
        }
    }

    /// <summary>Whether the block has another option besides this one.</summary>
    public bool IsOpen(int place, int option)
    {
        for (var other = Table.First[place]; other < Table.First[place + 1]; other++)
            if (_allowed[other] && other != option) return true;
        return false;
    }

    /// <summary>Leaves a block only this option, or all others.</summary>
    public void Split(int place, int option, bool takes)
    {
        for (var other = Table.First[place]; other < Table.First[place + 1]; other++)
            if (_allowed[other] && (other != option) == takes) RuleOut(other);
    }

    /// <summary>Allows again what was ruled out since the mark.</summary>
    public void Undo(int mark)
    {
        for (var k = mark; k < _trail.Count; k++) _allowed[_trail[k]] = !_isDead[_trail[k]];
        _trail.RemoveRange(mark, _trail.Count - mark);
    }

    private void RuleOut(int option)
    {
        _allowed[option] = false;
        _trail.Add(option);
    }
}
