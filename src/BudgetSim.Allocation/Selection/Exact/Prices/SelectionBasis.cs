// The basis of the selection program: a key column per block, and one basic column or slack per row with the inverse of their matrix.
namespace BudgetSim.Allocation.Selection.Exact.Prices;

/// <summary>
/// A basic column counts as its difference to the key of its block (generalised upper bounds of Dantzig and Van Slyke 1967), so the
/// matrix has only as many rows as there are links. Prices are kept up to date with every exchange.
/// </summary>
internal sealed class SelectionBasis
{
    private readonly Func<BlockColumn, bool> _isAllowed;
    private readonly int _rows;
    private readonly double[] _bound;
    private readonly double _penalty;
    private readonly BlockColumn?[] _key;
    private readonly BlockColumn?[] _basic;
    private readonly int[] _slackOf;
    private readonly double[] _value;
    private readonly double[] _inverse;
    private readonly double[] _step;
    private readonly double[] _scratch;
    private readonly double[] _keyStep;
    private int _sinceRefactored;

    /// <param name="isAllowed">Whether a column may still be used.</param>
    /// <param name="penalty">More than any sum of worths: what it costs to use one that may not.</param>
    /// <param name="bound">[row] the bound in scaled units.</param>
    /// <param name="prices">[row] the prices to begin with; kept and changed.</param>
    /// <param name="keys">[block] the column each block begins with; null for a block that takes no part.</param>
    public SelectionBasis(Func<BlockColumn, bool> isAllowed, double penalty, double[] bound, double[] prices, BlockColumn?[] keys)
    {
        (_isAllowed, _penalty, _rows, _bound, Prices, _key) = (isAllowed, penalty, bound.Length, bound, prices, keys);
        _keyStep = new double[keys.Length];
        (_basic, _slackOf, _value) = (new BlockColumn?[_rows], new int[_rows], new double[_rows]);
        (_inverse, _step, _scratch) = (new double[_rows * _rows], new double[_rows], new double[_rows]);
        StartWithSlacks();
    }

    /// <summary>[row] worth of a unit of the row, in scaled units.</summary>
    public double[] Prices { get; }

    /// <summary>The key column of a block.</summary>
    public BlockColumn Key(int block) => _key[block]!;

    /// <summary>The blocks that more than one column may share.</summary>
    public IEnumerable<int> MixedBlocks() =>
        _basic.Where(column => column is not null).Select(column => column!.Block).Distinct().Order();

    /// <summary>The columns of a block with their weights, the key first.</summary>
    public IEnumerable<(BlockColumn Column, double Weight)> Columns(int block)
    {
        yield return (_key[block]!, KeyWeight(block));
        for (var place = 0; place < _rows; place++)
            if (_basic[place] is { } column && column.Block == block) yield return (column, _value[place]);
    }

    /// <summary>Whether the slack of a row is basic.</summary>
    public bool HasSlack(int row) => _slackOf.Contains(row + 1);

    /// <summary>A column's worth, far below any other if the space no longer allows it.</summary>
    public double WorthOf(BlockColumn column) => _isAllowed(column) ? column.Worth : column.Worth - _penalty;

    /// <summary>
    /// Raises the entering column, or the slack of row <paramref name="slack"/> - 1, until something basic reaches 0, and exchanges the
    /// two.
    /// </summary>
    public bool Enter(BlockColumn? column, int slack, double gain)
    {
        ComputeStep(column, slack);
        var (place, keyBlock, length) = Ratio(column);
        if (place < 0 && keyBlock < 0) return false;
        if (place < 0)
        {
            place = LargestBasicOf(keyBlock);
            if (place < 0) return ReplaceKey(column!, length);
            SwapKey(keyBlock, place);
            ComputeStep(column, slack);
        }

        if (Math.Abs(_step[place]) < 1e-11) return false;
        Exchange(place, column, slack, length, gain);
        if (++_sinceRefactored > 100) Refactor();
        return true;
    }

    /// <summary>Inverse, values and prices anew from the basic columns, so that rounding does not pile up.</summary>
    public void Refactor()
    {
        _sinceRefactored = 0;
        if (_rows == 0) return;
        if (BasisInverse.Of(_rows, FillBasis) is not { } inverse) return;
        inverse.CopyTo(_inverse, 0);
        var left = (double[])_bound.Clone();
        foreach (var key in _key)
            if (key is not null) Add(key, left, -1);
        Array.Clear(Prices);
        for (var i = 0; i < _rows; i++)
        {
            var row = _inverse.AsSpan(i * _rows, _rows);
            var (sum, worth) = (0.0, BasicWorth(i));
            for (var j = 0; j < _rows; j++)
            {
                sum += row[j] * left[j];
                Prices[j] += worth * row[j];
            }

            _value[i] = sum;
        }
    }

    private double BasicWorth(int place)
    {
        if (_basic[place] is { } column) return WorthOf(column) - WorthOf(_key[column.Block]!);
        return _slackOf[place] < 0 ? -_penalty : 0;
    }

    private void FillBasis(int place, double[] target)
    {
        if (_basic[place] is { } column)
        {
            Add(column, target, 1);
            Add(_key[column.Block]!, target, -1);
        }
        else
        {
            target[Math.Abs(_slackOf[place]) - 1] = Math.Sign(_slackOf[place]);
        }
    }

    private void StartWithSlacks()
    {
        var left = (double[])_bound.Clone();
        foreach (var key in _key)
            if (key is not null) Add(key, left, -1);
        for (var row = 0; row < _rows; row++)
        {
            _slackOf[row] = left[row] >= 0 ? row + 1 : -(row + 1);
            _value[row] = Math.Abs(left[row]);
            _inverse[(row * _rows) + row] = left[row] >= 0 ? 1 : -1;
        }
    }

    private void ComputeStep(BlockColumn? column, int slack)
    {
        Array.Clear(_scratch);
        if (column is null) _scratch[slack - 1] = 1;
        else
        {
            Add(column, _scratch, 1);
            Add(_key[column.Block]!, _scratch, -1);
        }

        for (var i = 0; i < _rows; i++)
        {
            var sum = 0.0;
            var row = _inverse.AsSpan(i * _rows, _rows);
            for (var j = 0; j < row.Length; j++) sum += row[j] * _scratch[j];
            _step[i] = sum;
        }
    }

    private (int Place, int KeyBlock, double Length) Ratio(BlockColumn? column)
    {
        var (place, keyBlock, length) = (-1, -1, double.PositiveInfinity);
        if (column is not null) _keyStep[column.Block] -= 1;
        for (var i = 0; i < _rows; i++)
        {
            if (_basic[i] is { } basic) _keyStep[basic.Block] += _step[i];
            if (_step[i] > 1e-9 && Math.Max(0, _value[i]) / _step[i] < length) (place, length) = (i, Math.Max(0, _value[i]) / _step[i]);
        }

        for (var i = -1; i < _rows; i++)
        {
            if ((i < 0 ? column : _basic[i]) is not { } basic) continue;
            var delta = _keyStep[basic.Block];
            _keyStep[basic.Block] = 0;
            if (delta >= -1e-9) continue;
            var limit = Math.Max(0, KeyWeight(basic.Block)) / -delta;
            if (limit < length) (place, keyBlock, length) = (-1, basic.Block, limit);
        }

        return (place, keyBlock, length);
    }

    private bool ReplaceKey(BlockColumn column, double length)
    {
        for (var i = 0; i < _rows; i++) _value[i] -= length * _step[i];
        _key[column.Block] = column;
        return true;
    }

    // The key of a block leaves: another column of the block becomes its key, and the old key takes that place in the basis.
    private void SwapKey(int block, int place)
    {
        var keyWeight = KeyWeight(block);
        var target = _inverse.AsSpan(place * _rows, _rows);
        for (var j = 0; j < _rows; j++) target[j] = -target[j];
        for (var i = 0; i < _rows; i++)
        {
            if (i == place || _basic[i]?.Block != block) continue;
            var other = _inverse.AsSpan(i * _rows, _rows);
            for (var j = 0; j < _rows; j++) target[j] -= other[j];
        }

        (_key[block], _basic[place]) = (_basic[place], _key[block]);
        _value[place] = keyWeight;
    }

    private void Exchange(int place, BlockColumn? column, int slack, double length, double gain)
    {
        var pivot = _step[place];
        var pivotRow = _inverse.AsSpan(place * _rows, _rows);
        for (var j = 0; j < _rows; j++) Prices[j] += gain / pivot * pivotRow[j];
        for (var j = 0; j < _rows; j++) pivotRow[j] /= pivot;
        for (var i = 0; i < _rows; i++)
        {
            if (i == place || _step[i] == 0) continue;
            _value[i] -= length * _step[i];
            var row = _inverse.AsSpan(i * _rows, _rows);
            var factor = _step[i];
            for (var j = 0; j < row.Length; j++) row[j] -= factor * pivotRow[j];
        }

        (_basic[place], _slackOf[place], _value[place]) = (column, column is null ? slack : 0, length);
    }

    private int LargestBasicOf(int block)
    {
        var best = -1;
        for (var i = 0; i < _rows; i++)
            if (_basic[i]?.Block == block && (best < 0 || _value[i] > _value[best])) best = i;
        return best;
    }

    private double KeyWeight(int block)
    {
        var weight = 1.0;
        for (var i = 0; i < _rows; i++)
            if (_basic[i]?.Block == block) weight -= _value[i];
        return weight;
    }

    private static void Add(BlockColumn column, double[] target, double times)
    {
        for (var k = 0; k < column.Rows.Length; k++) target[column.Rows[k]] += times * column.Uses[k];
    }
}
