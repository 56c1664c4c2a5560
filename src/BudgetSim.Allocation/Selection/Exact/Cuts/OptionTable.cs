// The blocks whose choice is still open, and what prices of the limits say about every choice of theirs.
using System.Numerics;
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Prices;

namespace BudgetSim.Allocation.Selection.Exact.Cuts;

/// <summary>
/// Option o of the open block at <c>place</c> is one of [<see cref="First"/>[place]..<see cref="First"/>[place + 1]); every other block has
/// a single choice left. Options are numbered through all open blocks.
/// </summary>
internal sealed class OptionTable
{
    // Rows are added up in 64 bits, thousands of blocks together.
    private const long MostConstant = 1L << 52;

    private readonly SearchSpace _space;
    private readonly ulong[] _masks;
    private readonly int[] _members;
    private readonly ulong[] _optionMasks;

    private OptionTable(SearchSpace space)
    {
        _space = space;
        _masks = new ulong[space.Members.Length];
        var (members, first, masks) = (new List<int>(), new List<int>(), new List<ulong>());
        for (var member = 0; member < _masks.Length; member++)
        {
            ulong[] allowed = [.. space.AllowedMasks(space.Members[member])];
            _masks[member] = allowed[0];
            if (allowed.Length == 1) continue;
            members.Add(member);
            first.Add(masks.Count);
            masks.AddRange(allowed);
        }

        first.Add(masks.Count);
        (_members, First, _optionMasks) = ([.. members], [.. first], [.. masks]);
    }

    /// <summary>[place], and the number of options at the end.</summary>
    public int[] First { get; }

    /// <summary>How many blocks are open.</summary>
    public int Blocks => _members.Length;

    /// <summary>How many options there are in all.</summary>
    public int Options => _optionMasks.Length;

    /// <summary>The table, or null where awards count with factors: then a choice has no whole prices.</summary>
    public static OptionTable? Of(SearchSpace space)
    {
        foreach (var link in space.Links)
            if (space.Blocks.Links[link] is { OnAwards: true, Factors: not null }) return null;
        return new OptionTable(space);
    }

    /// <summary>[member] the choice that options [place] mean.</summary>
    public ulong[] MasksOf(int[] options)
    {
        var masks = (ulong[])_masks.Clone();
        for (var place = 0; place < _members.Length; place++) masks[_members[place]] = _optionMasks[options[place]];
        return masks;
    }

    /// <summary>What limits on choices and the least awards demand, whatever is paid.</summary>
    public IEnumerable<OptionRow> Demands()
    {
        foreach (var link in _space.Links)
        {
            var row = _space.Blocks.Links[link];
            if (!row.OnAwards || Array.Exists(row.Items, item => _space.Lower[item] > 0))
                yield return Rated(row.Bound, (block, mask) => -LeastUse(block, mask, link), false)!;
        }
    }

    /// <summary>
    /// No choice is worth more than the whole prices [link] leave it (weak duality); null where the numbers grow too large.
    /// </summary>
    public OptionRow? Priced(Int128[] prices)
    {
        if (!PriceBound.FitsLong(_space, 1, prices)) return null;
        long[] whole = [.. prices.Select(price => (long)price)];
        Int128 constant = 0;
        foreach (var link in _space.Links) constant += prices[link] * _space.Blocks.Links[link].Bound;
        if (constant > MostConstant) return null;
        var oracle = new BlockOracle<long>(_space.Blocks, _space.Lower, _space.Upper);
        var priced = -1;
        return Rated((long)constant, Value, true);

        long Value(int block, ulong mask)
        {
            if (priced != block) oracle.Price(block, 1, whole);
            priced = block;
            return oracle.ValueOf(block, mask, default);
        }
    }

    private OptionRow? Rated(long constant, Func<int, ulong, long> rate, bool isCut)
    {
        var (amounts, sum, place) = (new long[Options], (Int128)constant, 0);
        for (var member = 0; member < _masks.Length; member++)
        {
            var block = _space.Members[member];
            var first = rate(block, _masks[member]);
            sum += first;
            if (place == _members.Length || _members[place] != member) continue;
            for (var option = First[place]; option < First[place + 1]; option++)
                amounts[option] = rate(block, _optionMasks[option]) - first;
            place++;
        }

        return Int128.Abs(sum) > MostConstant ? null : new OptionRow((long)sum, amounts, isCut);
    }

    private long LeastUse(int block, ulong mask, int link)
    {
        var (blocks, use) = (_space.Blocks, 0L);
        var items = blocks.ItemsOf(block);
        for (var bits = mask; bits != 0; bits &= bits - 1)
        {
            var item = items[BitOperations.TrailingZeroCount(bits)];
            for (var k = blocks.LinkStart[item]; k < blocks.LinkStart[item + 1]; k++)
                if (blocks.LinkOf[k] == link) use += blocks.LinkOnAwards[link] ? _space.Lower[item] : blocks.LinkFactor[k];
        }

        return use;
    }
}
