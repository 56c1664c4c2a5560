// Puts limits together whose awards can be exchanged at no loss.
namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>
/// Where two limits have the same price and some block can pay under either of them, what one has too little the other can make up
/// for: they are one row for the search, with the sum of their bounds. That leaves out a demand, so what is proved stays proved.
/// </summary>
internal static class RowsByTies
{
    /// <summary>[link] its row, numbered in the order of the component's links.</summary>
    public static int[] Of(SearchSpace space, PriceBound bound)
    {
        var blocks = space.Blocks;
        int[] alone = [.. Enumerable.Range(0, blocks.Links.Length)];
        var first = (int[])alone.Clone();
        var range = new AwardRange(space, alone);
        var paid = new PricedAwards(space, bound);
        foreach (var block in space.Members)
        {
            if (IsUnderOneLink(blocks, block)) continue;
            paid.Price(block);
            foreach (var mask in space.AllowedMasks(block))
            {
                paid.ValueOf(block, mask);
                range.Measure(block, mask, paid.Awards, paid.Worth);
                for (var k = 0; k + 1 < range.Pieces.Count; k++)
                    if (range.Pieces[k].Rate == 0 && range.Pieces[k + 1].Rate == 0 && range.Pieces[k].IsMore != range.Pieces[k + 1].IsMore) Join(first, bound, range.Pieces[k].Row, range.Pieces[k + 1].Row);
            }
        }

        return Numbered(space, first);
    }

    private static bool IsUnderOneLink(BlockSet blocks, int block)
    {
        var link = -1;
        foreach (var item in blocks.ItemsOf(block))
        {
            for (var k = blocks.LinkStart[item]; k < blocks.LinkStart[item + 1]; k++)
            {
                if (link >= 0 && blocks.LinkOf[k] != link) return false;
                link = blocks.LinkOf[k];
            }
        }

        return true;
    }

    private static void Join(int[] first, PriceBound bound, int a, int b)
    {
        if (bound.Prices[a] == bound.Prices[b] && bound.Prices[a] > 0) first[Find(first, a)] = Find(first, b);
    }

    private static int Find(int[] first, int link)
    {
        while (first[link] != link) link = first[link] = first[first[link]];
        return link;
    }

    private static int[] Numbered(SearchSpace space, int[] first)
    {
        var (rowOf, number) = (new int[first.Length], new Dictionary<int, int>());
        foreach (var link in space.Links)
        {
            var root = Find(first, link);
            if (!number.ContainsKey(root)) number[root] = number.Count;
            rowOf[link] = number[root];
        }

        return rowOf;
    }
}
