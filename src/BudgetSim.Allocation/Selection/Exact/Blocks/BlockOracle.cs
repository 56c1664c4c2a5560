// The best choice and awards inside one block at given worths, in doubles to search and in whole numbers to prove.
using System.Numerics;

namespace BudgetSim.Allocation.Selection.Exact.Blocks;

/// <summary>
/// For worths per yuan and per choice of a block's items, the value of a choice is found by paying the most worthy items
/// first; the caps of a block are nested, so that is exact. Not safe for several threads: it owns its scratch space.
/// </summary>
internal sealed class BlockOracle<T>(BlockSet blocks, long[] lower, long[] upper)
    where T : struct, INumber<T>
{
    private readonly T[] _perYuan = new T[64];
    private readonly T[] _perChoice = new T[64];
    private readonly int[] _order = new int[64];
    private readonly long[] _room = new long[256];

    /// <summary>[bit] worth of one more yuan, set by <see cref="Price"/> or by the caller before asking.</summary>
    public Span<T> PerYuan => _perYuan;

    /// <summary>[bit] worth of choosing it at all.</summary>
    public Span<T> PerChoice => _perChoice;

    /// <summary>Sets the worths of a block: <paramref name="scale"/> × objective minus the prices [link] of what it uses.</summary>
    public void Price(int block, T scale, ReadOnlySpan<T> prices)
    {
        var program = blocks.Program;
        var items = blocks.ItemsOf(block);
        for (var bit = 0; bit < items.Length; bit++)
        {
            var item = items[bit];
            var perYuan = T.CreateTruncating(program.PerYuan[item]) * scale;
            var perChoice = T.CreateTruncating(program.PerChoice[item]) * scale;
            for (var k = blocks.LinkStart[item]; k < blocks.LinkStart[item + 1]; k++)
            {
                var cost = T.CreateTruncating(blocks.LinkFactor[k]) * prices[blocks.LinkOf[k]];
                if (blocks.LinkOnAwards[blocks.LinkOf[k]]) perYuan -= cost;
                else perChoice -= cost;
            }

            (_perYuan[bit], _perChoice[bit]) = (perYuan, perChoice);
        }
    }

    /// <summary>The best allowed choice at the worths set; false when none is allowed.</summary>
    public bool Best(int block, in MaskFilter filter, out T value, out ulong mask)
    {
        (value, mask) = (default, 0);
        var found = false;
        SortByWorth(block);
        for (var k = blocks.MaskStart[block]; k < blocks.MaskStart[block + 1]; k++)
        {
            if (!filter.Allows(block, k, blocks.Masks[k])) continue;
            var other = ValueSorted(block, blocks.Masks[k], default);
            if (found && (other < value || (other == value && !FavoursFirst(blocks.Masks[k], mask)))) continue;
            (found, value, mask) = (true, other, blocks.Masks[k]);
        }

        return found;
    }

    /// <summary>The value of one choice at the worths set; the awards [bit] if asked for.</summary>
    public T ValueOf(int block, ulong mask, Span<long> awards)
    {
        SortByWorth(block);
        return ValueSorted(block, mask, awards);
    }

    // Of two equal choices the one with the earliest item that only one of them has.
    private static bool FavoursFirst(ulong mask, ulong other)
    {
        var difference = mask ^ other;
        return (mask & difference & (~difference + 1)) != 0;
    }

    private void SortByWorth(int block)
    {
        var size = blocks.SizeOf(block);
        _order[0] = 0;
        if (blocks.CapStart[block] == blocks.CapStart[block + 1])
        {
            for (var bit = 1; bit < size; bit++) _order[bit] = bit;
            return;
        }

        for (var bit = 1; bit < size; bit++)
        {
            var place = bit;
            for (; place > 0 && _perYuan[_order[place - 1]] < _perYuan[bit]; place--) _order[place] = _order[place - 1];
            _order[place] = bit;
        }
    }

    private T ValueSorted(int block, ulong mask, Span<long> awards)
    {
        var items = blocks.ItemsOf(block);
        var value = T.Zero;
        awards.Clear();
        OpenRoom(block, mask, items);
        for (var k = 0; k < items.Length; k++)
        {
            var bit = _order[k];
            if ((mask >> bit & 1) == 0) continue;
            var paid = lower[items[bit]];
            if (_perYuan[bit] > T.Zero && upper[items[bit]] > paid) paid += TakeRoom(block, bit, upper[items[bit]] - paid);
            value += _perChoice[bit] + (_perYuan[bit] * T.CreateTruncating(paid));
            if (!awards.IsEmpty) awards[bit] = paid;
        }

        return value;
    }

    private void OpenRoom(int block, ulong mask, ReadOnlySpan<int> items)
    {
        var first = blocks.CapStart[block];
        for (var cap = first; cap < blocks.CapStart[block + 1]; cap++)
        {
            var room = blocks.CapBound[cap];
            for (var bits = mask & blocks.CapMask[cap]; bits != 0; bits &= bits - 1)
                room -= lower[items[BitOperations.TrailingZeroCount(bits)]];
            _room[cap - first] = room;
        }
    }

    private long TakeRoom(int block, int bit, long wanted)
    {
        var (first, end) = (blocks.CapStart[block], blocks.CapStart[block + 1]);
        for (var cap = first; cap < end; cap++)
            if ((blocks.CapMask[cap] >> bit & 1) != 0) wanted = Math.Min(wanted, Math.Max(0, _room[cap - first]));
        for (var cap = first; cap < end; cap++)
            if ((blocks.CapMask[cap] >> bit & 1) != 0) _room[cap - first] -= wanted;
        return wanted;
    }
}
