// The selection linear program: one convex combination of choices per block, solved by a simplex method with one key column per block.
using BudgetSim.Allocation.Selection.Exact.Blocks;

namespace BudgetSim.Allocation.Selection.Exact.Prices;

/// <summary>
/// Maximise Σ worth·λ with Σ use·λ ≤ bound per linking row and Σ λ = 1 per block (Dantzig and Wolfe 1960, with the
/// generalised upper bounds of Dantzig and Van Slyke 1967: only the m linking rows need a basis matrix). Columns are made when a
/// block's oracle prefers them. Doubles throughout: the prices only guide the search and are proved elsewhere.
/// </summary>
internal sealed class PriceSimplex
{
    private const double Tolerance = 2e-12;

    private readonly SearchSpace _space;
    private readonly ColumnOracle _oracle;
    private readonly SelectionBasis _basis;
    private readonly int _rows;
    private readonly double[] _prices;
    private readonly double[] _linkPrices;

    public PriceSimplex(SearchSpace space, ReadOnlySpan<double> startPrices)
    {
        _space = space;
        _rows = space.Links.Length;
        _oracle = new ColumnOracle(space);
        _prices = new double[_rows];
        _linkPrices = new double[space.Blocks.Links.Length];
        for (var row = 0; row < _rows; row++) _prices[row] = startPrices[space.Links[row]] / _oracle.RowScale[row] * _oracle.WorthScale;
        double[] bound = [.. space.Links.Select((link, row) => space.Blocks.Links[link].Bound * _oracle.RowScale[row])];
        var keys = new BlockColumn?[space.Blocks.Count];
        foreach (var block in space.Members)
            keys[block] = _oracle.Best(block, _prices) ?? throw new InvalidOperationException("a block without choices");
        _basis = new SelectionBasis(
            column => column.IsAllowed(space), 4.0 * (space.Members.Sum(space.Blocks.SizeOf) + 1), bound, _prices, keys);
    }

    /// <summary>Blocks asked so far: the measure of work.</summary>
    public long Work { get; private set; }

    /// <summary>[link] prices in units of the objective per unit of the row, from 0.</summary>
    public double[] LinkPrices()
    {
        Array.Clear(_linkPrices);
        for (var row = 0; row < _rows; row++)
            _linkPrices[_space.Links[row]] = Math.Max(0, _prices[row]) * _oracle.RowScale[row] / _oracle.WorthScale;
        return _linkPrices;
    }

    /// <summary>The columns of a block that carry weight, heaviest first, ties by choice.</summary>
    public List<(BlockColumn Column, double Weight)> Mix(int block)
    {
        var mix = _basis.Columns(block).ToList();
        mix.Sort((a, b) => Math.Abs(a.Weight - b.Weight) > 1e-7 ? b.Weight.CompareTo(a.Weight) : b.Column.Mask.CompareTo(a.Column.Mask));
        return mix;
    }

    /// <summary>The key column of a block.</summary>
    public BlockColumn Key(int block) => _basis.Key(block);

    /// <summary>The blocks that more than one column may share.</summary>
    public IEnumerable<int> MixedBlocks() => _basis.MixedBlocks();

    /// <summary>Improves until no block offers a better column, or the work reaches <paramref name="mostWork"/>.</summary>
    public bool Optimise(long mostWork)
    {
        _basis.Refactor();
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
            _basis.Refactor();
        }

        return false;
    }

    private bool TryEnter(int block)
    {
        if (!_oracle.Value(block, _prices, out var value, out var mask)) return false;
        var key = _basis.Key(block);
        var keyGain = _basis.WorthOf(key) - key.Cost(_prices);
        if (value - keyGain <= Tolerance) return false;
        var column = _oracle.Make(block, mask);
        var gain = column.Worth - column.Cost(_prices) - keyGain;
        return gain > Tolerance && Enter(column, 0, gain);
    }

    private bool EnterSlacks()
    {
        var entered = false;
        for (var row = 0; row < _rows; row++)
            if (_prices[row] < -Tolerance && !_basis.HasSlack(row)) entered |= Enter(null, row + 1, -_prices[row]);
        return entered;
    }

    private bool Enter(BlockColumn? column, int slack, double gain)
    {
        Work += 1 + (_rows * _rows / 2000);
        return _basis.Enter(column, slack, gain);
    }
}
