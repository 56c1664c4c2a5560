// Items in small blocks that only a few linking rows connect, every block with its list of possible choices.
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact.Blocks;

/// <summary>
/// Block b holds the items <see cref="Items"/>[<see cref="Start"/>[b]..] (ascending, at most 63), the choices
/// <see cref="Masks"/>[<see cref="MaskStart"/>[b]..] (bit k: its k-th item) and the caps <see cref="CapMask"/>, <see cref="CapBound"/>
/// [<see cref="CapStart"/>[b]..], which are nested or disjoint. Everything else that limits the items is a linking row.
/// </summary>
internal sealed class BlockSet
{
    public required ChoiceProgram Program { get; init; }

    public required int[] Start { get; init; }

    public required int[] Items { get; init; }

    public required int[] MaskStart { get; init; }

    public required ulong[] Masks { get; init; }

    public required int[] CapStart { get; init; }

    public required ulong[] CapMask { get; init; }

    public required long[] CapBound { get; init; }

    /// <summary>The linking rows.</summary>
    public required ProgramRow[] Links { get; init; }

    /// <summary>
    /// The links of item i: [<see cref="LinkStart"/>[i]..<see cref="LinkStart"/>[i+1]) of <see cref="LinkOf"/> and
    /// <see cref="LinkFactor"/>.
    /// </summary>
    public required int[] LinkStart { get; init; }

    public required int[] LinkOf { get; init; }

    public required long[] LinkFactor { get; init; }

    /// <summary>[link] whether it counts awards; else it counts choices.</summary>
    public required bool[] LinkOnAwards { get; init; }

    public int Count => Start.Length - 1;

    public int SizeOf(int block) => Start[block + 1] - Start[block];

    public ReadOnlySpan<int> ItemsOf(int block) => Items.AsSpan(Start[block]..Start[block + 1]);

    public bool HasChoice(int block) => MaskStart[block + 1] - MaskStart[block] > 1;
}
