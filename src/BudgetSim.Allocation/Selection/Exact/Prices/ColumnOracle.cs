// Makes the columns of the selection program: what a block's oracle prefers at the prices of the rows.
using BudgetSim.Allocation.Selection.Exact.Blocks;

namespace BudgetSim.Allocation.Selection.Exact.Prices;

/// <summary>
/// Works in scaled units: worths in parts of the largest item's, and each row in parts of its largest use, so that doubles
/// of the simplex stay near one.
/// </summary>
internal sealed class ColumnOracle
{
    private readonly SearchSpace _space;
    private readonly BlockOracle<double> _oracle;
    private readonly int[] _rowOfLink;
    private readonly double[] _rowScale;

    public ColumnOracle(SearchSpace space)
    {
        _space = space;
        _oracle = new BlockOracle<double>(space.Blocks, space.Lower, space.Upper);
        _rowOfLink = new int[space.Blocks.Links.Length];
        for (var row = 0; row < space.Links.Length; row++) _rowOfLink[space.Links[row]] = row;
        WorthScale = 1 / LargestWorth(space);
        _rowScale = [.. space.Links.Select(link => 1 / LargestUse(space, link))];
    }

    /// <summary>A unit of the objective in units of the search.</summary>
    public double WorthScale { get; }

    /// <summary>[row] a unit of the row in units of the search.</summary>
    public IReadOnlyList<double> RowScale => _rowScale;

    /// <summary>
    /// The column a block prefers at <paramref name="prices"/> [row], before it is known whether it gains; null when the block has no
    /// choice.
    /// </summary>
    public BlockColumn? Best(int block, double[] prices) =>
        Value(block, prices, out _, out var mask) ? Make(block, mask) : null;

    /// <summary>The value and choice that a block prefers at <paramref name="prices"/> [row]; false when it has no choice.</summary>
    public bool Value(int block, double[] prices, out double value, out ulong mask)
    {
        PriceItems(block, prices);
        return _oracle.Best(block, _space.Filter, out value, out mask);
    }

    /// <summary>The column of a choice at the prices that were asked for last.</summary>
    public BlockColumn Make(int block, ulong mask)
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
            worth += ((blocks.Program.PerYuan[item] * (double)awards[bit]) + blocks.Program.PerChoice[item]) * WorthScale;
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

    // As BlockOracle.Price, in the scaled units of this search.
    private void PriceItems(int block, double[] prices)
    {
        var blocks = _space.Blocks;
        var perYuan = _oracle.PerYuan;
        var perChoice = _oracle.PerChoice;
        var items = blocks.ItemsOf(block);
        for (var bit = 0; bit < items.Length; bit++)
        {
            var item = items[bit];
            var (yuan, choice) = (blocks.Program.PerYuan[item] * WorthScale, blocks.Program.PerChoice[item] * WorthScale);
            for (var k = blocks.LinkStart[item]; k < blocks.LinkStart[item + 1]; k++)
            {
                var link = blocks.LinkOf[k];
                var cost = blocks.LinkFactor[k] * prices[_rowOfLink[link]] * _rowScale[_rowOfLink[link]];
                if (blocks.LinkOnAwards[link]) yuan -= cost;
                else choice -= cost;
            }

            perYuan[bit] = Math.Abs(yuan) < 1e-13 * WorthScale ? 0 : yuan;
            perChoice[bit] = choice;
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
