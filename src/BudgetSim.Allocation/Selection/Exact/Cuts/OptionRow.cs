// One demand on the choices of all blocks together, option by option.
namespace BudgetSim.Allocation.Selection.Exact.Cuts;

/// <summary>
/// <see cref="Constant"/> + Σ <see cref="Amounts"/>[option chosen] is at least 0, or, of a cut, at least the objective that is asked for.
/// Amounts are counted from the first option of each block, in whole units.
/// </summary>
internal sealed record OptionRow(long Constant, long[] Amounts, bool IsCut)
{
    /// <summary>The largest of the amounts without their signs, at least 1.</summary>
    public long Largest { get; } = Amounts.Aggregate(1L, (most, amount) => Math.Max(most, Math.Abs(amount)));

    /// <summary>What is left over for a choice [place] of options.</summary>
    public long Left(int[] options, long asked)
    {
        var left = IsCut ? Constant - asked : Constant;
        foreach (var option in options) left += Amounts[option];
        return left;
    }
}
