// How often a fund is too small, by how much, and what ratio it then pays.
namespace BudgetSim.Simulation.Statistics;

/// <summary>What the replications say about one fund.</summary>
/// <param name="Probability">Of demand above the fund, with its interval.</param>
/// <param name="ExpectedShortfall">Mean of max(0, demand - fund), fen.</param>
/// <param name="MeanRatio">Mean of paid over demand; 1 where nothing is demanded.</param>
/// <param name="Ratios">The distribution of that ratio.</param>
public sealed record Shortage(Proportion Probability, Estimate ExpectedShortfall, Estimate MeanRatio, SortedSample Ratios)
{
    /// <summary>
    /// From the demand and the payment of each replication in fen, replication order, same length (at least 1); mirrored pairs if
    /// <paramref name="inPairs"/>.
    /// </summary>
    public static Shortage Of(ReadOnlySpan<long> demand, ReadOnlySpan<long> paid, double confidence, bool inPairs = false)
    {
        if (demand.Length != paid.Length) throw new ArgumentException("one payment per demand", nameof(paid));
        var (ratios, shortfalls, isShort) = (new double[demand.Length], new long[demand.Length], new bool[demand.Length]);
        for (var i = 0; i < demand.Length; i++)
        {
            shortfalls[i] = Math.Max(0, demand[i] - paid[i]);
            ratios[i] = demand[i] == 0 ? 1 : paid[i] / (double)demand[i];
            isShort[i] = shortfalls[i] > 0;
        }

        return new Shortage(
            Proportion.Of(isShort, confidence, inPairs),
            Means.OfFen(shortfalls, inPairs),
            Means.Of(ratios, inPairs),
            SortedSample.Of(ratios, inPairs));
    }
}
