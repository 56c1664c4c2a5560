// What a fund passed on in one year, replication by replication.
using BudgetSim.Allocation.Settlement;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// A fund's year under a carry-over in whole yuan, <c>[replication]</c>. Carried in and claimed together are paid, cut and
/// carried out together.
/// </summary>
public sealed record CarriedYear(long[] CarriedIn, long[] CarriedOut, long[] ToppedUp, long[] MoneyIn, long[] MoneyOut)
{
    internal const int Rows = 5;

    /// <summary>
    /// The year's own claims and those carried in, <c>[replication]</c>; <paramref name="carried"/> is null where nothing is passed on.
    /// </summary>
    public static long[] Due(long[] demand, CarriedYear? carried) =>
        carried is null ? demand : [.. demand.Select((yuan, replication) => yuan + carried.CarriedIn[replication])];

    /// <summary>What of <see cref="Due"/> the appropriation and the money carried in cover, <c>[replication]</c>.</summary>
    public static long[] Covered(long[] demand, long appropriation, CarriedYear? carried) =>
        [.. Due(demand, carried).Select((due, replication) => Math.Min(due, appropriation + (carried?.MoneyIn[replication] ?? 0)))];

    internal CarriedYear(ReadOnlySpan<long[]> rows)
        : this(rows[0], rows[1], rows[2], rows[3], rows[4])
    {
    }

    internal static long[] AmountsOf(FundOutcome outcome) =>
        [outcome.CarriedIn, outcome.CarriedOut, outcome.ToppedUp, outcome.MoneyIn, outcome.MoneyOut];
}
