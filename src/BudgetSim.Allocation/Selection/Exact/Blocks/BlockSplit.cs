// Decides which rows stay inside blocks and which link them, and lists the blocks.
using System.Runtime.InteropServices;
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact.Blocks;

/// <summary>How large a block may become: items, and the binary logarithm of its number of choices.</summary>
internal sealed record BlockLimits(int MostItems, double MostChoices)
{
    public static BlockLimits Default { get; } = new(63, 10);
}

/// <summary>
/// Joins items by conflicts first (they make the bound tight), then by the smallest rows, as long as a block stays small;
/// whatever would make a block too large becomes a linking row.
/// </summary>
internal sealed class BlockSplit
{
    private readonly ChoiceProgram _program;
    private readonly BlockLimits _limits;
    private readonly int[] _parent;
    private readonly int[] _size;
    private readonly float[] _choices;
    private readonly int[] _outerCap;
    private readonly List<ProgramRow> _local = [];
    private readonly List<ProgramRow> _links = [];
    private readonly List<int[]> _conflicts = [];

    private BlockSplit(ChoiceProgram program, BlockLimits limits)
    {
        (_program, _limits) = (program, limits);
        _parent = new int[program.Size];
        _size = new int[program.Size];
        _choices = new float[program.Size];
        _outerCap = new int[program.Size];
        for (var i = 0; i < program.Size; i++) (_parent[i], _size[i], _outerCap[i]) = (i, 1, -1);
    }

    /// <summary>The blocks, or null when a block has no possible choice, so that nothing is feasible.</summary>
    public static BlockSet? Of(ChoiceProgram program, BlockLimits limits)
    {
        for (; ; limits = limits with { MostChoices = limits.MostChoices / 2 - 1 })
        {
            var split = new BlockSplit(program, limits);
            split.JoinByConflicts();
            split.JoinByRows();
            var layout = BlockLayout.Of(program, split.Find, split._local, split._conflicts);
            var masks = MaskList.Of(program, layout, out var isTooLong);
            if (isTooLong && limits.MostChoices > 0) continue;
            return masks is null ? null : split.Assemble(layout, masks);
        }
    }

    private void JoinByConflicts()
    {
        var inConflict = new bool[_program.Size];
        foreach (var set in _program.Conflicts)
            if (set.Length <= _limits.MostItems)
                foreach (var item in set) inConflict[item] = true;
        for (var i = 0; i < _program.Size; i++)
            if (_program.IsChoice[i] && !inConflict[i]) _choices[i] = 1;
        foreach (var set in _program.Conflicts)
        {
            if (TryJoin(set, (float)Math.Log2(set.Length + 1))) _conflicts.Add(set);
            else Link(set);
        }
    }

    // A conflict that links blocks has a price, so its items become choices of their own.
    private void Link(int[] conflict)
    {
        _links.Add(new ProgramRow("", 1, conflict, null, OnAwards: false));
        foreach (var item in conflict)
        {
            if (!_program.IsChoice[item]) _choices[Find(item)]++;
            _program.IsChoice[item] = true;
        }
    }

    private void JoinByRows()
    {
        var order = _program.Rows.Index().Select(row => ((long)row.Item.Items.Length << 32) | (uint)row.Index).ToArray();
        Array.Sort(order);
        foreach (var key in order)
        {
            var row = _program.Rows[(int)(key & uint.MaxValue)];
            if ((row.OnAwards && row.Factors is not null) || !IsNested(row) || !TryJoin(row.Items, 0)) _links.Add(row);
            else AddLocal(row);
        }
    }

    private void AddLocal(ProgramRow row)
    {
        if (row.OnAwards)
            foreach (var item in row.Items) _outerCap[item] = _local.Count;
        _local.Add(row);
    }

    // Rows come by size, so an earlier cap must lie inside this one or beside it: then the greedy fill is exact.
    private bool IsNested(ProgramRow row)
    {
        if (!row.OnAwards || row.Items.Length > _limits.MostItems) return !row.OnAwards;
        foreach (var item in row.Items)
        {
            if (_outerCap[item] < 0) continue;
            var inner = _local[_outerCap[item]].Items;
            var shared = 0;
            foreach (var other in row.Items)
                if (_outerCap[other] == _outerCap[item]) shared++;
            if (shared != inner.Length) return false;
        }

        return true;
    }

    private bool TryJoin(int[] items, float addedChoices)
    {
        if (items.Length > _limits.MostItems) return false;
        Span<int> roots = stackalloc int[items.Length];
        int count = 0, size = 0;
        var choices = addedChoices;
        foreach (var item in items)
        {
            var root = Find(item);
            if (roots[..count].Contains(root)) continue;
            roots[count++] = root;
            size += _size[root];
            choices += _choices[root];
        }

        if (count > 1 && (size > _limits.MostItems || choices > _limits.MostChoices)) return false;
        if (addedChoices > 0 && choices > _limits.MostChoices) return false;
        if (count == 0) return true;
        for (var k = 1; k < count; k++) _parent[roots[k]] = roots[0];
        (_size[roots[0]], _choices[roots[0]]) = (size, choices);
        return true;
    }

    private int Find(int item)
    {
        while (_parent[item] != item) item = _parent[item] = _parent[_parent[item]];
        return item;
    }

    private BlockSet Assemble(BlockLayout layout, MaskList masks)
    {
        var (linkStart, linkOf, linkFactor) = LinksByItem();
        return new BlockSet
        {
            Program = _program,
            Start = layout.Start,
            Items = layout.Items,
            MaskStart = masks.Start,
            Masks = masks.Masks,
            CapStart = layout.CapStart,
            CapMask = layout.CapMask,
            CapBound = layout.CapBound,
            Links = [.. _links],
            LinkOnAwards = [.. _links.Select(link => link.OnAwards)],
            LinkStart = linkStart,
            LinkOf = linkOf,
            LinkFactor = linkFactor,
        };
    }

    private (int[] Start, int[] Row, long[] Factor) LinksByItem()
    {
        var start = new int[_program.Size + 1];
        foreach (var row in CollectionsMarshal.AsSpan(_links))
            foreach (var item in row.Items) start[item + 1]++;
        for (var i = 0; i < _program.Size; i++) start[i + 1] += start[i];
        var next = start[..^1];
        var (rows, factors) = (new int[start[^1]], new long[start[^1]]);
        for (var row = 0; row < _links.Count; row++)
        {
            var items = _links[row].Items;
            for (var k = 0; k < items.Length; k++)
            {
                var place = next[items[k]]++;
                (rows[place], factors[place]) = (row, _links[row].Factor(k));
            }
        }

        return (start, rows, factors);
    }
}
