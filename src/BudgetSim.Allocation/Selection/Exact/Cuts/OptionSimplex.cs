// The linear program over the open options: how much more than asked can every cut have left.
using BudgetSim.Allocation.Selection.Exact.Prices;

namespace BudgetSim.Allocation.Selection.Exact.Cuts;

/// <summary>
/// Maximise t with t ≤ what each cut has left and 0 ≤ what each demand has left, over mixes of the options of every block. Doubles
/// throughout: the weights of the rows only guide the search and are proved elsewhere.
/// </summary>
internal sealed class OptionSimplex
{
    private const double Tolerance = 1e-11;
    private const int MostPasses = 300;

    private readonly OptionTable _table;
    private readonly List<OptionRow> _rows;
    private readonly bool[] _allowed;
    private readonly double[] _scale;
    private readonly double[] _uses;
    private readonly double[] _prices;
    private readonly BlockColumn?[] _columns;
    private readonly BlockColumn[] _margins;
    private readonly SelectionBasis _basis;

    /// <param name="table">The options.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="allowed">[option] whether it may still be chosen; read at every step.</param>
    /// <param name="start">[place] the options to begin with.</param>
    /// <param name="asked">The objective asked for.</param>
    /// <param name="most">No answer is better by more.</param>
    public OptionSimplex(OptionTable table, List<OptionRow> rows, bool[] allowed, int[] start, long asked, double most)
    {
        (_table, _rows, _allowed) = (table, rows, allowed);
        _scale = [.. rows.Select(row => 1.0 / Math.Max(row.Largest, row.IsCut ? most : 1))];
        (_uses, _columns, _prices) = (new double[table.Options * rows.Count], new BlockColumn?[table.Options], new double[rows.Count]);
        for (var row = 0; row < rows.Count; row++)
            for (var option = 0; option < table.Options; option++)
                _uses[(option * rows.Count) + row] = -rows[row].Amounts[option] * _scale[row];
        double[] bound = [.. rows.Select((row, index) => (row.IsCut ? row.Constant - asked : row.Constant) * _scale[index])];
        var lack = rows.Where(row => row.IsCut).Max(row => Math.Max(most, -(double)row.Left(start, asked)));
        _margins = [Margin(-lack, most), Margin(most, most)];
        BlockColumn?[] keys = [.. start.Select(Column), _margins[0]];
        var penalty = 4.0 * (2 + (lack / most));
        _basis = new SelectionBasis(column => column.Awards.Length > 0 || _allowed[(int)column.Mask], penalty, bound, _prices, keys);
    }

    /// <summary>Options priced so far.</summary>
    public long Work { get; private set; }

    /// <summary>[row] the weights that prove what can be left at most.</summary>
    public double[] Weights() => [.. _prices.Select((price, row) => Math.Max(0, price) * _scale[row])];

    /// <summary>Improves until no option gains.</summary>
    public void Optimise()
    {
        _basis.Refactor();
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var entered = EnterSlacks();
            for (var place = 0; place < _table.Blocks; place++) entered |= TryEnter(Best(place));
            foreach (var margin in _margins) entered |= TryEnter(margin);
            Work += _table.Options;
            if (!entered) return;
            _basis.Refactor();
        }
    }

    /// <summary>[place] the option that carries most weight; where none may be chosen any more, the best of those that may.</summary>
    public int[] Heaviest()
    {
        var options = new int[_table.Blocks];
        for (var place = 0; place < options.Length; place++) options[place] = (int)_basis.Key(place).Mask;
        foreach (var (place, option, _) in Mixed()) options[place] = option;
        for (var place = 0; place < options.Length; place++)
            if (!_allowed[options[place]]) options[place] = (int)Best(place)!.Mask;
        return options;
    }

    /// <summary>The blocks that are split between options, with the heaviest of each and its weight.</summary>
    public IEnumerable<(int Place, int Option, double Weight)> Mixed()
    {
        foreach (var place in _basis.MixedBlocks())
        {
            if (place == _table.Blocks) continue;
            var (column, weight) = _basis.Columns(place)
                .Where(part => _allowed[(int)part.Column.Mask])
                .OrderByDescending(part => part.Weight)
                .ThenBy(part => part.Column.Mask)
                .FirstOrDefault();
            if (column is not null) yield return (place, (int)column.Mask, weight);
        }
    }

    private BlockColumn? Best(int place)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var option = _table.First[place]; option < _table.First[place + 1]; option++)
        {
            if (!_allowed[option]) continue;
            var cost = 0.0;
            var uses = _uses.AsSpan(option * _prices.Length, _prices.Length);
            for (var row = 0; row < uses.Length; row++) cost += uses[row] * _prices[row];
            if (cost < least) (best, least) = (option, cost);
        }

        return best < 0 ? null : Column(best);
    }

    private bool TryEnter(BlockColumn? column)
    {
        if (column is null || ReferenceEquals(column, _basis.Key(column.Block))) return false;
        var key = _basis.Key(column.Block);
        var gain = column.Worth - column.Cost(_prices) - _basis.WorthOf(key) + key.Cost(_prices);
        return gain > Tolerance && _basis.Enter(column, 0, gain);
    }

    private bool EnterSlacks()
    {
        var entered = false;
        for (var row = 0; row < _prices.Length; row++)
            if (_prices[row] < -Tolerance && !_basis.HasSlack(row)) entered |= _basis.Enter(null, row + 1, -_prices[row]);
        return entered;
    }

    private BlockColumn Column(int option)
    {
        if (_columns[option] is { } made) return made;
        var uses = _uses.AsSpan(option * _prices.Length, _prices.Length);
        var touched = new List<int>();
        for (var row = 0; row < uses.Length; row++)
            if (uses[row] != 0) touched.Add(row);
        var place = Array.BinarySearch(_table.First, option);
        return _columns[option] = new BlockColumn(
            place < 0 ? ~place - 1 : place,
            (ulong)option,
            [],
            0,
            [.. touched],
            [.. touched.Select(row => _uses[(option * _prices.Length) + row])]);
    }

    // The margin t as a block of its own; its awards mark it.
    private BlockColumn Margin(double amount, double most)
    {
        int[] cuts = [.. _rows.Index().Where(row => row.Item.IsCut).Select(row => row.Index)];
        return new BlockColumn(_table.Blocks, 0, [0], amount / most, cuts, [.. cuts.Select(row => amount * _scale[row])]);
    }
}
