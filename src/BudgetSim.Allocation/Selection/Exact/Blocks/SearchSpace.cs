// The part of the blocks that one search works on, with what the current subproblem allows.
namespace BudgetSim.Allocation.Selection.Exact.Blocks;

/// <summary>
/// A connected component: its blocks (<see cref="Members"/>) and linking rows (<see cref="Links"/>, indices into the blocks' links), the
/// least and most each item is paid if chosen [item], and the choices still allowed. A search narrows the arrays and widens
/// them again; nobody else sees them.
/// </summary>
internal sealed class SearchSpace(
    BlockSet blocks, int[] members, int[] links, long[] lower, long[] upper, MaskFilter filter, Int128 largestTerm)
{
    public BlockSet Blocks { get; } = blocks;

    public int[] Members { get; } = members;

    public int[] Links { get; } = links;

    public long[] Lower { get; } = lower;

    public long[] Upper { get; } = upper;

    public MaskFilter Filter { get; } = filter;

    /// <summary>No factor times amount is larger.</summary>
    public Int128 LargestTerm { get; } = largestTerm;

    /// <summary>The choices of a block that are still allowed.</summary>
    public IEnumerable<ulong> AllowedMasks(int block)
    {
        for (var k = Blocks.MaskStart[block]; k < Blocks.MaskStart[block + 1]; k++)
            if (Filter.Allows(block, k, Blocks.Masks[k])) yield return Blocks.Masks[k];
    }

    /// <summary>The blocks that linking rows connect, component by component; blocks without links come one by one.</summary>
    public static IEnumerable<SearchSpace> Components(BlockSet blocks)
    {
        var (lower, upper, filter) = ((long[])blocks.Program.Lower.Clone(), (long[])blocks.Program.Upper.Clone(), MaskFilter.None(blocks));
        var (blockComponents, linkComponents) = BlockComponents.Of(blocks);
        var largest = LargestTermOf(blocks);
        for (var c = 0; c < blockComponents.Length; c++)
            yield return new SearchSpace(blocks, blockComponents[c], linkComponents[c], lower, upper, filter, largest);
    }

    private static Int128 LargestTermOf(BlockSet blocks)
    {
        var program = blocks.Program;
        Int128 amount = 1, factor = 1;
        for (var i = 0; i < program.Size; i++)
        {
            amount = Int128.Max(amount, program.Upper[i]);
            factor = Int128.Max(factor, Int128.Max(program.PerYuan[i], program.PerChoice[i]));
        }

        foreach (var value in blocks.LinkFactor) factor = Int128.Max(factor, Int128.Abs(value));
        return amount * factor;
    }
}
