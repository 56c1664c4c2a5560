// When enough replications have been run.
namespace BudgetSim.Simulation.Statistics;

/// <summary>Stops when the interval of a quantile is narrow relative to the quantile.</summary>
/// <param name="Probability">The quantile watched, for instance 0.95.</param>
/// <param name="RelativeWidth">Width of its interval over its value, above 0, at which to stop.</param>
/// <param name="Confidence">Of the interval, in (0,1).</param>
/// <param name="Least">Replications to run in any case, at least 1.</param>
/// <param name="Most">Replications to stop at in any case.</param>
public sealed record PrecisionRule(double Probability, double RelativeWidth, double Confidence, int Least, int Most)
{
    /// <summary>
    /// Whether the totals of the first replications, in fen, are enough. Ask at fixed counts (say every 1,000), so that threads change
    /// nothing.
    /// </summary>
    public bool IsMet(ReadOnlySpan<long> totals, bool inPairs = false)
    {
        if (totals.Length >= Most) return true;
        if (totals.Length < Math.Max(1, Least)) return false;
        var quantile = SortedSample.OfFen(totals, inPairs).QuantileWithin(Probability, Confidence);
        return quantile.Interval.Width <= RelativeWidth * Math.Abs(quantile.Value);
    }
}
