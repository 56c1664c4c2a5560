// One stage of an allocation problem in whole numbers and dense arrays, as the exact engine wants it.
namespace BudgetSim.Allocation.Selection.Exact.Programs;

/// <summary>
/// Σ factor × use ≤ bound over <see cref="Items"/>, where use is the award (<see cref="OnAwards"/>) or 1 if chosen.
/// <see cref="Factors"/> [place in Items] is null where every factor is 1.
/// </summary>
internal sealed record ProgramRow(string Name, long Bound, int[] Items, long[]? Factors, bool OnAwards)
{
    /// <summary>The factor at a place of <see cref="Items"/>.</summary>
    public long Factor(int place) => Factors is null ? 1 : Factors[place];

    /// <summary>Whether awards are simply added up.</summary>
    public bool IsPlainSum => OnAwards && Factors is null;
}

/// <summary>
/// Maximise Σ <see cref="PerYuan"/>·award + Σ <see cref="PerChoice"/> of what is chosen. An item that is not chosen is paid 0; a chosen one
/// from <see cref="Lower"/> to <see cref="Upper"/> yuan. <see cref="IsChoice"/>: choosing it costs or counts something by itself, so it
/// may be better left out; the others (free items) are left out only for a conflict.
/// </summary>
internal sealed class ChoiceProgram(int count)
{
    public int Size { get; } = count;

    public long[] Lower { get; } = new long[count];

    public long[] Upper { get; } = new long[count];

    public long[] PerYuan { get; } = new long[count];

    public long[] PerChoice { get; } = new long[count];

    public bool[] IsChoice { get; } = new bool[count];

    /// <summary>Cannot be chosen at all: all or nothing above a limit, or nothing left to pay it.</summary>
    public bool[] Banned { get; } = new bool[count];

    public List<ProgramRow> Rows { get; } = [];

    public List<int[]> Conflicts { get; } = [];

    /// <summary>Some rule or the objective counts whether it is chosen, so choosing it means paying at least a yuan.</summary>
    public bool[] IsCounted { get; } = new bool[count];

    /// <summary>Makes an item count as chosen or not.</summary>
    public void MarkCounted(int item)
    {
        (IsChoice[item], IsCounted[item]) = (true, true);
        Lower[item] = Math.Max(Lower[item], Math.Min(1, Upper[item]));
    }
}
