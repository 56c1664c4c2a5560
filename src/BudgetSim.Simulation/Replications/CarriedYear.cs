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

    internal CarriedYear(ReadOnlySpan<long[]> rows)
        : this(rows[0], rows[1], rows[2], rows[3], rows[4])
    {
    }

    internal static long[] AmountsOf(FundOutcome outcome) => [outcome.CarriedIn, outcome.CarriedOut, outcome.ToppedUp, outcome.MoneyIn, outcome.MoneyOut];
}
