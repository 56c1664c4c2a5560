// Numbers the blocks and puts items, caps, filters and conflicts under them.
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact.Blocks;

/// <summary>Which items and which local rows belong to which block; see <see cref="BlockSet"/> for the shapes.</summary>
internal sealed class BlockLayout
{
    public required int[] Start { get; init; }

    public required int[] Items { get; init; }

    /// <summary>[item] its bit in the masks of its block.</summary>
    public required int[] BitOf { get; init; }

    public required int[] CapStart { get; init; }

    public required ulong[] CapMask { get; init; }

    public required long[] CapBound { get; init; }

    /// <summary>[block] local rows on choices, or null.</summary>
    public required List<ProgramRow>?[] Filters { get; init; }

    /// <summary>[item] bits of the items it conflicts with.</summary>
    public required ulong[] Adjacent { get; init; }

    public int Count => Start.Length - 1;

    public static BlockLayout Of(ChoiceProgram program, Func<int, int> find, List<ProgramRow> local, List<int[]> conflicts)
    {
        var (start, items, blockOf, bitOf) = Place(program.Size, find);
        var (capStart, capMask, capBound) = Caps(local, blockOf, bitOf, start.Length - 1);
        return new BlockLayout
        {
            Start = start,
            Items = items,
            BitOf = bitOf,
            CapStart = capStart,
            CapMask = capMask,
            CapBound = capBound,
            Filters = FiltersOf(local, blockOf, start.Length - 1),
            Adjacent = AdjacentOf(program.Size, conflicts, bitOf),
        };
    }

    private static (int[] Start, int[] Items, int[] BlockOf, int[] BitOf) Place(int count, Func<int, int> find)
    {
        var blockOfRoot = new int[count];
        Array.Fill(blockOfRoot, -1);
        var blockOf = new int[count];
        var bitOf = new int[count];
        var sizes = new int[count + 1];
        var blocks = 0;
        for (var i = 0; i < count; i++)
        {
            var root = find(i);
            if (blockOfRoot[root] < 0) blockOfRoot[root] = blocks++;
            blockOf[i] = blockOfRoot[root];
            bitOf[i] = sizes[blockOf[i]]++;
        }

        var start = new int[blocks + 1];
        for (var b = 0; b < blocks; b++) start[b + 1] = start[b] + sizes[b];
        var items = new int[count];
        for (var i = 0; i < count; i++) items[start[blockOf[i]] + bitOf[i]] = i;
        return (start, items, blockOf, bitOf);
    }

    private static (int[] Start, ulong[] Mask, long[] Bound) Caps(List<ProgramRow> local, int[] blockOf, int[] bitOf, int blocks)
    {
        var start = new int[blocks + 1];
        foreach (var row in local)
            if (row.OnAwards) start[blockOf[row.Items[0]] + 1]++;
        for (var b = 0; b < blocks; b++) start[b + 1] += start[b];
        var next = start[..^1];
        var (masks, bounds) = (new ulong[start[^1]], new long[start[^1]]);
        foreach (var row in local)
        {
            if (!row.OnAwards) continue;
            var place = next[blockOf[row.Items[0]]]++;
            bounds[place] = row.Bound;
            foreach (var item in row.Items) masks[place] |= 1UL << bitOf[item];
        }

        return (start, masks, bounds);
    }

    private static List<ProgramRow>?[] FiltersOf(List<ProgramRow> local, int[] blockOf, int blocks)
    {
        var filters = new List<ProgramRow>?[blocks];
        foreach (var row in local)
            if (!row.OnAwards && row.Items.Length > 0) (filters[blockOf[row.Items[0]]] ??= []).Add(row);
        return filters;
    }

    private static ulong[] AdjacentOf(int count, List<int[]> conflicts, int[] bitOf)
    {
        var adjacent = new ulong[count];
        foreach (var set in conflicts)
        {
            var all = 0UL;
            foreach (var item in set) all |= 1UL << bitOf[item];
            foreach (var item in set) adjacent[item] |= all & ~(1UL << bitOf[item]);
        }

        return adjacent;
    }
}
