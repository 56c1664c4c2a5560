// Pays a fixed choice without search: each item in turn takes what its limits leave.
using BudgetSim.Allocation.Selection.Exact.Blocks;

namespace BudgetSim.Allocation.Selection.Exact.Payments;

/// <summary>Works on blocks and plain linking rows alone, so that it costs next to nothing.</summary>
internal sealed class FillInOrder
{
    private readonly SearchSpace _space;
    private readonly long[] _room;
    private readonly long[] _capRoom;

    public FillInOrder(SearchSpace space)
    {
        _space = space;
        _room = new long[space.Blocks.Links.Length];
        foreach (var link in space.Links) _room[link] = space.Blocks.Links[link].Bound;
        _capRoom = (long[])space.Blocks.CapBound.Clone();
    }

    /// <summary>
    /// Fills <paramref name="awards"/> [place in the component's items]; false when the least amounts alone break a limit.
    /// </summary>
    public bool Pay(ulong[] masks, long[] awards)
    {
        return Visit(masks, awards, least: true) && Visit(masks, awards, least: false);
    }

    private bool Visit(ulong[] masks, long[] awards, bool least)
    {
        var blocks = _space.Blocks;
        var first = 0;
        for (var k = 0; k < masks.Length; k++)
        {
            var block = _space.Members[k];
            var items = blocks.ItemsOf(block);
            for (var bit = 0; bit < items.Length; bit++)
            {
                if ((masks[k] >> bit & 1) == 0) continue;
                var item = items[bit];
                var wanted = least ? _space.Lower[item] : blocks.Program.PerYuan[item] > 0 ? _space.Upper[item] - awards[first + bit] : 0;
                if (wanted == 0) continue;
                var taken = Take(block, bit, item, wanted);
                if (least && taken < wanted) return false;
                awards[first + bit] += taken;
            }

            first += items.Length;
        }

        return true;
    }

    private long Take(int block, int bit, int item, long wanted)
    {
        var blocks = _space.Blocks;
        var (link, lastLink) = (blocks.LinkStart[item], blocks.LinkStart[item + 1]);
        var (cap, lastCap) = (blocks.CapStart[block], blocks.CapStart[block + 1]);
        for (var k = link; k < lastLink; k++) wanted = Math.Min(wanted, _room[blocks.LinkOf[k]]);
        for (var k = cap; k < lastCap; k++)
            if ((blocks.CapMask[k] >> bit & 1) != 0) wanted = Math.Min(wanted, _capRoom[k]);
        if (wanted <= 0) return 0;
        for (var k = link; k < lastLink; k++) _room[blocks.LinkOf[k]] -= wanted;
        for (var k = cap; k < lastCap; k++)
            if ((blocks.CapMask[k] >> bit & 1) != 0) _capRoom[k] -= wanted;
        return wanted;
    }
}
