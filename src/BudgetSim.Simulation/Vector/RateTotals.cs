// What is kept of each replication: three amounts per measure and the number of claims.
namespace BudgetSim.Simulation.Vector;

/// <summary>Totals in fen, [replication x measure] row by row, in replication order.</summary>
public sealed class RateTotals
{
    internal RateTotals(int first, int replications, int measures)
    {
        (First, Replications, Measures) = (first, replications, measures);
        (GrossFen, ClaimedFen, PaidFen) = (new long[(long)replications * measures], new long[(long)replications * measures], new long[(long)replications * measures]);
        Counts = new int[replications];
    }

    /// <summary>The number of the first replication; totals of several runs can be put end to end.</summary>
    public int First { get; }

    /// <summary>How many replications were asked for.</summary>
    public int Replications { get; }

    /// <summary>How many of them are complete, from the first on; fewer than asked for only after a stop.</summary>
    public int Completed { get; internal set; }

    /// <summary>How many measures.</summary>
    public int Measures { get; }

    /// <summary>Awards before the firm's cap.</summary>
    internal long[] GrossFen { get; }

    /// <summary>Awards after the firm's cap: the demand on the measure's limit and the fund.</summary>
    internal long[] ClaimedFen { get; }

    /// <summary>What is paid after limits and fund.</summary>
    internal long[] PaidFen { get; }

    /// <summary>Claims per replication.</summary>
    internal int[] Counts { get; }

    /// <summary>Awards of a measure before firm caps, one per completed replication.</summary>
    public long[] Gross(int measure) => Column(GrossFen, measure);

    /// <summary>Awards of a measure after firm caps: what it demands of its limit and the fund.</summary>
    public long[] Claimed(int measure) => Column(ClaimedFen, measure);

    /// <summary>What a measure pays.</summary>
    public long[] Paid(int measure) => Column(PaidFen, measure);

    /// <summary>Gross awards over all measures.</summary>
    public long[] TotalGross() => RowSums(GrossFen);

    /// <summary>Demand over all measures.</summary>
    public long[] TotalClaimed() => RowSums(ClaimedFen);

    /// <summary>Payments over all measures.</summary>
    public long[] TotalPaid() => RowSums(PaidFen);

    /// <summary>Claims per completed replication.</summary>
    public ReadOnlySpan<int> ClaimCounts => Counts.AsSpan(0, Completed);

    internal Span<long> Row(long[] table, int replication) => table.AsSpan((replication - First) * Measures, Measures);

    private long[] Column(long[] table, int measure)
    {
        var column = new long[Completed];
        for (var i = 0; i < Completed; i++) column[i] = table[((long)i * Measures) + measure];
        return column;
    }

    private long[] RowSums(long[] table)
    {
        var sums = new long[Completed];
        for (var i = 0; i < Completed; i++)
            for (var measure = 0; measure < Measures; measure++) sums[i] += table[((long)i * Measures) + measure];
        return sums;
    }
}
