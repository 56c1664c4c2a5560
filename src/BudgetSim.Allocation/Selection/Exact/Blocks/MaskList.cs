// Lists what may be chosen together inside every block.
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact.Blocks;

/// <summary>
/// The choices of every block as bit masks. A free item is left out only where a conflict bars it, because paying it 0 is as
/// good; a choice item may be left out.
/// </summary>
internal sealed record MaskList(int[] Start, ulong[] Masks)
{
    private const int MostPerBlock = 1 << 13;

    /// <summary>The choices, or null when some block has none; <paramref name="isTooLong"/> when some block has too many to list.</summary>
    public static MaskList? Of(ChoiceProgram program, BlockLayout layout, out bool isTooLong)
    {
        var start = new int[layout.Count + 1];
        var masks = new List<ulong>(layout.Count);
        isTooLong = false;
        for (var block = 0; block < layout.Count; block++)
        {
            var walk = new Walk(program, layout, block, masks);
            if (!walk.Run()) isTooLong = true;
            if (masks.Count == start[block]) return null;
            start[block + 1] = masks.Count;
        }

        return new MaskList(start, [.. masks]);
    }

    private readonly ref struct Walk(ChoiceProgram program, BlockLayout layout, int block, List<ulong> masks)
    {
        private readonly ReadOnlySpan<int> _items = layout.Items.AsSpan(layout.Start[block]..layout.Start[block + 1]);
        private readonly int _first = masks.Count;

        public bool Run()
        {
            Visit(0, 0);
            return masks.Count - _first <= MostPerBlock;
        }

        private void Visit(int bit, ulong chosen)
        {
            if (masks.Count - _first > MostPerBlock) return;
            if (bit == _items.Length)
            {
                if (IsMaximal(chosen) && PassesFilters(chosen) && FitsCaps(chosen)) masks.Add(chosen);
                return;
            }

            var item = _items[bit];
            var adjacent = layout.Adjacent[item];
            var canTake = !program.Banned[item] && (adjacent & chosen) == 0;
            if (canTake) Visit(bit + 1, chosen | (1UL << bit));
            if (!canTake || program.IsChoice[item] || adjacent != 0) Visit(bit + 1, chosen);
        }

        private bool IsMaximal(ulong chosen)
        {
            for (var bit = 0; bit < _items.Length; bit++)
            {
                if ((chosen >> bit & 1) != 0 || program.IsChoice[_items[bit]] || program.Banned[_items[bit]]) continue;
                if ((layout.Adjacent[_items[bit]] & chosen) == 0) return false;
            }

            return true;
        }

        private bool PassesFilters(ulong chosen)
        {
            if (layout.Filters[block] is not { } filters) return true;
            foreach (var row in filters)
            {
                var used = 0L;
                for (var k = 0; k < row.Items.Length; k++)
                    if ((chosen >> layout.BitOf[row.Items[k]] & 1) != 0) used += row.Factor(k);
                if (used > row.Bound) return false;
            }

            return true;
        }

        private bool FitsCaps(ulong chosen)
        {
            for (var cap = layout.CapStart[block]; cap < layout.CapStart[block + 1]; cap++)
            {
                var needed = 0L;
                for (var bits = chosen & layout.CapMask[cap]; bits != 0; bits &= bits - 1)
                    needed += program.Lower[_items[System.Numerics.BitOperations.TrailingZeroCount(bits)]];
                if (needed > layout.CapBound[cap]) return false;
            }

            return true;
        }
    }
}
