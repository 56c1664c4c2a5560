// The awards that are best for a choice at given prices; of equals those under no limit or under limits with a price come first.
using System.Numerics;

namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>
/// Limits without a price are then used no more than they must be, so that whatever they lack is a real lack. Not safe for several
/// threads: it owns its scratch space.
/// </summary>
internal sealed class PricedAwards(SearchSpace space, PriceBound bound)
{
    // More than any item's limits; an item is below its equals by their number.
    private const int Finer = 1 << 16;

    private readonly BlockOracle<Int128> _oracle = new(space.Blocks, space.Lower, space.Upper);
    private readonly Int128[] _worth = new Int128[64];
    private readonly Int128[] _perChoice = new Int128[64];
    private readonly long[] _awards = new long[64];
    private int _size;

    /// <summary>[bit] the worth of a yuan at the prices.</summary>
    public ReadOnlySpan<Int128> Worth => _worth.AsSpan(0, _size);

    /// <summary>[bit] the awards of the choice asked for last.</summary>
    public ReadOnlySpan<long> Awards => _awards.AsSpan(0, _size);

    /// <summary>Sets the worths of a block.</summary>
    public void Price(int block)
    {
        var items = space.Blocks.ItemsOf(block);
        _size = items.Length;
        _oracle.Price(block, bound.Scale, bound.Prices);
        for (var bit = 0; bit < _size; bit++)
        {
            (_worth[bit], _perChoice[bit]) = (_oracle.PerYuan[bit], _oracle.PerChoice[bit]);
            _oracle.PerYuan[bit] = (_worth[bit] * Finer) - LinksWithoutPrice(items[bit]);
        }
    }

    /// <summary>The value of a choice at the prices, with its <see cref="Awards"/>.</summary>
    public Int128 ValueOf(int block, ulong mask)
    {
        _oracle.ValueOf(block, mask, _awards.AsSpan(0, _size));
        Int128 value = 0;
        for (var bits = mask; bits != 0; bits &= bits - 1)
        {
            var bit = BitOperations.TrailingZeroCount(bits);
            value += _perChoice[bit] + (_worth[bit] * _awards[bit]);
        }

        return value;
    }

    private int LinksWithoutPrice(int item)
    {
        var count = 0;
        for (var k = space.Blocks.LinkStart[item]; k < space.Blocks.LinkStart[item + 1]; k++)
            if (bound.Prices[space.Blocks.LinkOf[k]] == 0) count++;
        return Math.Min(count, Finer - 1);
    }
}
