// What it costs at given prices to move awards of a choice from the best ones: more under one row, less under another.
using System.Numerics;

namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>
/// Awards under nested caps differ from the best ones by yuan that one item gives to another, or to nobody, or that an item takes
/// from nobody; each costs at least what a single such yuan costs at the best awards (the upper-bound lemma of Murota 1996 on M-convex
/// functions). That cost is divided equally among the rows that gain or lose the yuan. Links are known by their row <paramref name="rowOf"/> [link].
/// </summary>
internal sealed class AwardRange(SearchSpace space, int[] rowOf)
{
    private readonly BlockSet _blocks = space.Blocks;
    private readonly Dictionary<int, int> _apart = [];

    /// <summary>A row, whether it gets more, what a yuan costs, and how many yuan at that cost.</summary>
    public List<(int Row, bool IsMore, long Rate, long Volume)> Pieces { get; } = [];

    /// <summary>Works out <see cref="Pieces"/> for a block's choice with its awards [bit] and worths per yuan [bit] at the prices.</summary>
    public void Measure(int block, ulong mask, ReadOnlySpan<long> awards, ReadOnlySpan<Int128> worth)
    {
        Pieces.Clear();
        var items = _blocks.ItemsOf(block);
        var isFull = HasFullCap(block, mask, awards);
        for (var bits = mask; bits != 0; bits &= bits - 1)
        {
            var bit = BitOperations.TrailingZeroCount(bits);
            var (item, given, room) = (items[bit], awards[bit] - space.Lower[items[bit]], space.Upper[items[bit]] - awards[bit]);
            if (given > 0) Add(item, -1, worth[bit], given, 0);
            if (room > 0 && worth[bit] <= 0) Add(-1, item, -worth[bit], 0, room);
            if (!isFull || given <= 0) continue;
            for (var others = mask & ~(1UL << bit); others != 0; others &= others - 1)
            {
                var other = BitOperations.TrailingZeroCount(others);
                var taken = space.Upper[items[other]] - awards[other];
                if (taken > 0 && worth[bit] >= worth[other]) Add(item, items[other], worth[bit] - worth[other], given, taken);
            }
        }
    }

    private bool HasFullCap(int block, ulong mask, ReadOnlySpan<long> awards)
    {
        for (var cap = _blocks.CapStart[block]; cap < _blocks.CapStart[block + 1]; cap++)
        {
            var room = _blocks.CapBound[cap];
            for (var bits = mask & _blocks.CapMask[cap]; bits != 0; bits &= bits - 1) room -= awards[BitOperations.TrailingZeroCount(bits)];
            if (room <= 0) return true;
        }

        return false;
    }

    // A common row neither gains nor loses.
    private void Add(int giver, int taker, Int128 cost, long given, long taken)
    {
        _apart.Clear();
        Count(giver, 1);
        Count(taker, -1);
        var count = _apart.Values.Sum(Math.Abs);
        if (count == 0) return;
        var (rate, volume) = ((long)Int128.Min(RoomPenalty.Never, cost / count), giver < 0 ? taken : taker < 0 ? given : Math.Min(given, taken));
        foreach (var (row, times) in _apart)
            if (times != 0) Pieces.Add((row, times < 0, rate, volume * Math.Abs(times)));
    }

    private void Count(int item, int times)
    {
        if (item < 0) return;
        for (var k = _blocks.LinkStart[item]; k < _blocks.LinkStart[item + 1]; k++)
        {
            if (!_blocks.LinkOnAwards[_blocks.LinkOf[k]]) continue;
            var row = rowOf[_blocks.LinkOf[k]];
            _apart[row] = _apart.GetValueOrDefault(row) + times;
        }
    }
}
