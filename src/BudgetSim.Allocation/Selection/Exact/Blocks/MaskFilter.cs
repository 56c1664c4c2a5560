// Which choices of a block the current subproblem still allows.
namespace BudgetSim.Allocation.Selection.Exact.Blocks;

/// <summary>
/// [block] bits that must be chosen and bits that must not, and [place in the mask list] choices that are ruled out for good.
/// </summary>
internal readonly record struct MaskFilter(ulong[] MustTake, ulong[] MustLeave, bool[] RuledOut)
{
    /// <summary>Everything is allowed.</summary>
    public static MaskFilter None(BlockSet blocks) => new(new ulong[blocks.Count], new ulong[blocks.Count], new bool[blocks.Masks.Length]);

    /// <summary>Whether a choice of a block satisfies both demands.</summary>
    public bool Allows(int block, int place, ulong mask) =>
        (mask & MustTake[block]) == MustTake[block] && (mask & MustLeave[block]) == 0 && !RuledOut[place];
}
