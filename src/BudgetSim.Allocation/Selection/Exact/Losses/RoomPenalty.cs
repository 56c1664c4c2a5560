// What it costs at given prices that choices use more or less of a limit than there is.
namespace BudgetSim.Allocation.Selection.Exact.Losses;

/// <summary>
/// Nothing where the choices use the limit up exactly, <paramref name="Price"/> for every unit left over; more than there is cannot be
/// used.
/// </summary>
internal readonly record struct RoomPenalty(long Price)
{
    /// <summary>Costs from here on mean: impossible.</summary>
    public const long Never = 1L << 60;

    /// <summary>The cost at <paramref name="beyond"/> units more (less, if negative) than the bound, at most <see cref="Never"/>.</summary>
    public long At(long beyond) => beyond > 0 ? Never : Price * -beyond;
}
