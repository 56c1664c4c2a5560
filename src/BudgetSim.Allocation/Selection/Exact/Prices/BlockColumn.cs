// One choice and payment of a block, as a column of the price search.
using BudgetSim.Allocation.Selection.Exact.Blocks;

namespace BudgetSim.Allocation.Selection.Exact.Prices;

/// <summary>
/// The choice <see cref="Mask"/> of a block with <see cref="Awards"/> [bit]; <see cref="Worth"/> is its scaled objective,
/// <see cref="Rows"/> and <see cref="Uses"/> what it uses of the linking rows (row of the search, scaled).
/// </summary>
internal sealed record BlockColumn(int Block, ulong Mask, long[] Awards, double Worth, int[] Rows, double[] Uses)
{
    /// <summary>What the column uses at the given prices.</summary>
    public double Cost(double[] prices)
    {
        var cost = 0.0;
        for (var k = 0; k < Rows.Length; k++) cost += prices[Rows[k]] * Uses[k];
        return cost;
    }

    /// <summary>Whether the space still allows it.</summary>
    public bool IsAllowed(SearchSpace space)
    {
        if ((Mask & space.Filter.MustTake[Block]) != space.Filter.MustTake[Block] || (Mask & space.Filter.MustLeave[Block]) != 0)
            return false;
        var items = space.Blocks.ItemsOf(Block);
        for (var bit = 0; bit < items.Length; bit++)
        {
            if ((Mask >> bit & 1) == 0) continue;
            if (Awards[bit] < space.Lower[items[bit]] || Awards[bit] > space.Upper[items[bit]]) return false;
        }

        return true;
    }
}
