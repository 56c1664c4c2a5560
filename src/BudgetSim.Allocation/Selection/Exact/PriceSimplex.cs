// The selection linear program: one convex combination of choices per block, solved by a simplex method with one key column per block.
namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>
/// Maximise Σ worth·λ with Σ use·λ ≤ bound per linking row and Σ λ = 1 per block (Dantzig and Wolfe 1960, with the
/// generalised upper bounds of Dantzig and Van Slyke 1967: only the m linking rows need a basis matrix). Columns are made when a
/// block's oracle prefers them. Doubles throughout: the prices only guide the search and are proved elsewhere.
/// </summary>
internal sealed class PriceSimplex
{
    private const double Tolerance = 2e-12;

    private readonly SearchSpace _space;
    private readonly BlockOracle<double> _oracle;
    private readonly int _rows;
    private readonly int[] _rowOfLink;
    private readonly double[] _rowScale;
    private readonly double[] _bound;
    private readonly double _worthScale;
    private readonly double _penalty;
    private readonly BlockColumn?[] _key;
    private readonly BlockColumn?[] _basic;
    private readonly int[] _slackOf;
    private readonly double[] _value;
    private readonly double[] _inverse;
    private readonly double[] _prices;
    private readonly double[] _step;
    private readonly double[] _scratch;
    private readonly double[] _keyStep;
    private readonly double[] _linkPrices;
    private int _sinceRefactored;

    public PriceSimplex(SearchSpace space, ReadOnlySpan<double> startPrices)
    {
        _space = space;
        _rows = space.Links.Length;
        _oracle = new BlockOracle<double>(space.Blocks, space.Lower, space.Upper);
        _rowOfLink = new int[space.Blocks.Links.Length];
        for (var row = 0; row < _rows; row++) _rowOfLink[space.Links[row]] = row;
        _worthScale = 1 / LargestWorth(space);
        _rowScale = [.. space.Links.Select(link => 1 / LargestUse(space, link))];
        _bound = [.. space.Links.Select((link, row) => space.Blocks.Links[link].Bound * _rowScale[row])];
        _penalty = 4.0 * (space.Members.Sum(space.Blocks.SizeOf) + 1);
        _key = new BlockColumn?[space.Blocks.Count];
        _keyStep = new double[space.Blocks.Count];
        (_basic, _slackOf, _value) = (new BlockColumn?[_rows], new int[_rows], new double[_rows]);
        (_inverse, _prices, _step, _scratch) = (new double[_rows * _rows], new double[_rows], new double[_rows], new double[_rows]);
        _linkPrices = new double[space.Blocks.Links.Length];
        Start(startPrices);
    }

    /// <summary>Blocks asked so far: the measure of work.</summary>
    public long Work { get; private set; }

    /// <summary>[link] prices in units of the objective per unit of the row, from 0.</summary>
    public double[] LinkPrices()
    {
        Array.Clear(_linkPrices);
        for (var row = 0; row < _rows; row++) _linkPrices[_space.Links[row]] = Math.Max(0, _prices[row]) * _rowScale[row] / _worthScale;
        return _linkPrices;
    }

    /// <summary>The columns of a block that carry weight, heaviest first, ties by choice.</summary>
    public List<(BlockColumn Column, double Weight)> Mix(int block)
    {
        var mix = new List<(BlockColumn Column, double Weight)> { (_key[block]!, KeyWeight(block)) };
        for (var place = 0; place < _rows; place++)
            if (_basic[place] is { } column && column.Block == block) mix.Add((column, _value[place]));
        mix.Sort((a, b) => Math.Abs(a.Weight - b.Weight) > 1e-7 ? b.Weight.CompareTo(a.Weight) : b.Column.Mask.CompareTo(a.Column.Mask));
        return mix;
    }

    /// <summary>The key column of a block.</summary>
    public BlockColumn Key(int block) => _key[block]!;

    /// <summary>The blocks that more than one column may share.</summary>
    public IEnumerable<int> MixedBlocks() =>
        _basic.Where(column => column is not null).Select(column => column!.Block).Distinct().Order();

    /// <summary>Improves until no block offers a better column, or the work reaches <paramref name="mostWork"/>.</summary>
    public bool Optimise(long mostWork)
    {
        Refactor();
        for (var pass = 0; pass < 500; pass++)
        {
            var entered = EnterSlacks();
            foreach (var block in _space.Members)
            {
                Work++;
                if (TryEnter(block)) entered = true;
            }

            if (!entered) return true;
            if (Work > mostWork) return false;
            Refactor();
        }

        return false;
    }

    private void Start(ReadOnlySpan<double> startPrices)
    {
        for (var row = 0; row < _rows; row++) _prices[row] = startPrices[_space.Links[row]] / _rowScale[row] * _worthScale;
        foreach (var block in _space.Members) _key[block] = BestColumn(block, out _) ?? throw new InvalidOperationException("a block without choices");
        var left = (double[])_bound.Clone();
        foreach (var block in _space.Members) Add(_key[block]!, left, -1);
        for (var row = 0; row < _rows; row++)
        {
            _slackOf[row] = left[row] >= 0 ? row + 1 : -(row + 1);
            _value[row] = Math.Abs(left[row]);
            _inverse[(row * _rows) + row] = left[row] >= 0 ? 1 : -1;
        }
    }

    private BlockColumn? BestColumn(int block, out double value)
    {
        PriceItems(block);
        return _oracle.Best(block, _space.Filter, out value, out var mask) ? MakeColumn(block, mask) : null;
    }

    // As BlockOracle.Price, in the scaled units of this search.
    private void PriceItems(int block)
    {
        var blocks = _space.Blocks;
        var perYuan = _oracle.PerYuan;
        var perChoice = _oracle.PerChoice;
        var items = blocks.ItemsOf(block);
        for (var bit = 0; bit < items.Length; bit++)
        {
            var item = items[bit];
            var (yuan, choice) = (blocks.Program.PerYuan[item] * _worthScale, blocks.Program.PerChoice[item] * _worthScale);
            for (var k = blocks.LinkStart[item]; k < blocks.LinkStart[item + 1]; k++)
            {
                var link = blocks.LinkOf[k];
                var cost = blocks.LinkFactor[k] * _prices[_rowOfLink[link]] * _rowScale[_rowOfLink[link]];
                if (blocks.LinkOnAwards[link]) yuan -= cost;
                else choice -= cost;
            }

            perYuan[bit] = Math.Abs(yuan) < 1e-13 * _worthScale ? 0 : yuan;
            perChoice[bit] = choice;
        }
    }

    private BlockColumn MakeColumn(int block, ulong mask)
    {
        var blocks = _space.Blocks;
        var items = blocks.ItemsOf(block);
        var awards = new long[items.Length];
        _oracle.ValueOf(block, mask, awards);
        var worth = 0.0;
        var uses = new SortedDictionary<int, double>();
        for (var bit = 0; bit < items.Length; bit++)
        {
            if ((mask >> bit & 1) == 0) continue;
            var item = items[bit];
            worth += ((blocks.Program.PerYuan[item] * (double)awards[bit]) + blocks.Program.PerChoice[item]) * _worthScale;
            for (var k = blocks.LinkStart[item]; k < blocks.LinkStart[item + 1]; k++)
            {
                var row = _rowOfLink[blocks.LinkOf[k]];
                var units = blocks.Links[blocks.LinkOf[k]].OnAwards ? awards[bit] : 1;
                var use = blocks.LinkFactor[k] * (double)units * _rowScale[row];
                if (use != 0) uses[row] = uses.GetValueOrDefault(row) + use;
            }
        }

        return new BlockColumn(block, mask, awards, worth, [.. uses.Keys], [.. uses.Values]);
    }

    private double WorthOf(BlockColumn column) => column.IsAllowed(_space) ? column.Worth : column.Worth - _penalty;

    private bool TryEnter(int block)
    {
        PriceItems(block);
        if (!_oracle.Best(block, _space.Filter, out var value, out var mask)) return false;
        var key = _key[block]!;
        var gain = value - (WorthOf(key) - key.Cost(_prices));
        if (gain <= Tolerance) return false;
        var column = MakeColumn(block, mask);
        gain = column.Worth - column.Cost(_prices) - (WorthOf(key) - key.Cost(_prices));
        return gain > Tolerance && Enter(column, 0, gain);
    }

    private bool EnterSlacks()
    {
        var entered = false;
        for (var row = 0; row < _rows; row++)
            if (_prices[row] < -Tolerance && !_slackOf.Contains(row + 1)) entered |= Enter(null, row + 1, -_prices[row]);
        return entered;
    }

    // Raises the entering column until something basic reaches 0, and exchanges the two.
    private bool Enter(BlockColumn? column, int slack, double gain)
    {
        Work += 1 + (_rows * _rows / 2000);
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
        for (var j = 0; j < _rows; j++) _prices[j] += gain / pivot * pivotRow[j];
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

    // Inverse, values and prices anew from the basic columns, so that rounding does not pile up.
    private void Refactor()
    {
        _sinceRefactored = 0;
        if (_rows == 0) return;
        if (BasisInverse.Of(_rows, FillBasis) is not { } inverse) return;
        inverse.CopyTo(_inverse, 0);
        var left = (double[])_bound.Clone();
        foreach (var block in _space.Members) Add(_key[block]!, left, -1);
        Array.Clear(_prices);
        for (var i = 0; i < _rows; i++)
        {
            var row = _inverse.AsSpan(i * _rows, _rows);
            var (sum, worth) = (0.0, BasicWorth(i));
            for (var j = 0; j < _rows; j++)
            {
                sum += row[j] * left[j];
                _prices[j] += worth * row[j];
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

    private static double LargestWorth(SearchSpace space)
    {
        var program = space.Blocks.Program;
        var largest = 1.0;
        foreach (var block in space.Members)
            foreach (var item in space.Blocks.ItemsOf(block))
                largest = Math.Max(largest, (program.PerYuan[item] * (double)program.Upper[item]) + program.PerChoice[item]);
        return largest;
    }

    private static double LargestUse(SearchSpace space, int link)
    {
        var row = space.Blocks.Links[link];
        var largest = 1.0;
        for (var k = 0; k < row.Items.Length; k++)
            largest = Math.Max(largest, Math.Abs((double)row.Factor(k)) * (row.OnAwards ? space.Blocks.Program.Upper[row.Items[k]] : 1));
        return largest;
    }
}
