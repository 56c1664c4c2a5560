// What is kept of each replication: four amounts and two counts per measure.
namespace BudgetSim.Simulation.Vector;

/// <summary>Totals in whole yuan, [replication x measure] row by row, in replication order.</summary>
public sealed class RateTotals
{
    internal RateTotals(int first, int replications, int measures)
    {
        (First, Replications, Measures) = (first, replications, measures);
        (Gross, Capped, Demand, Paid) = (Table<double>(), Table<double>(), Table<double>(), Table<double>());
        (Claims, PaidClaims) = (Table<int>(), Table<int>());
    }

    /// <summary>The number of the first replication; totals of several runs can be put end to end.</summary>
    public int First { get; }

    /// <summary>How many replications were asked for.</summary>
    public int Replications { get; }

    /// <summary>How many of them are complete, from the first on; fewer than asked for only after a stop.</summary>
    public int Completed { get; internal set; }

    /// <summary>How many measures.</summary>
    public int Measures { get; }

    /// <summary>Awards by the measure's rate, before any cap.</summary>
    internal double[] Gross { get; }

    /// <summary>Awards under the measure's own cap.</summary>
    internal double[] Capped { get; }

    /// <summary>Awards after the firm's cap and the measure's limit: the demand on the fund.</summary>
    internal double[] Demand { get; }

    /// <summary>What is paid.</summary>
    internal double[] Paid { get; }

    /// <summary>Claims.</summary>
    internal int[] Claims { get; }

    /// <summary>Claims that are paid something.</summary>
    internal int[] PaidClaims { get; }

    internal Span<T> Row<T>(T[] table, int replication) => table.AsSpan((replication - First) * Measures, Measures);

    private T[] Table<T>() => new T[(long)Replications * Measures];
}
