// What the replications say about one amount: mean, quantiles and their intervals, exact to the yuan.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Reports.Forecasts;

/// <summary>A quantile in whole yuan with its 95 % interval.</summary>
public sealed record YuanQuantile(Money Value, Money Low, Money High);

/// <summary>The distribution of an outlay over the replications; intervals are at 95 % confidence.</summary>
public sealed record OutlayEstimate(
    Money Mean, Money StandardError, YuanQuantile P5, YuanQuantile P25, YuanQuantile P50, YuanQuantile P75, YuanQuantile P90,
    YuanQuantile P95, Money TailMean95)
{
    private const double Confidence = 0.95;

    /// <summary>From one whole amount in yuan per replication, at least one; mirrored pairs if <paramref name="inPairs"/>.</summary>
    public static OutlayEstimate FromYuan(long[] yuan, bool inPairs)
    {
        ArgumentNullException.ThrowIfNull(yuan);
        var mean = Means.OfFen(yuan, inPairs);
        var sample = SortedSample.OfFen(yuan, inPairs);
        YuanQuantile At(double probability)
        {
            var quantile = sample.QuantileWithin(probability, Confidence);
            return new YuanQuantile(
                Yuan(quantile.Value),
                Yuan(Math.Max(quantile.Interval.Low, sample.Values[0])),
                Yuan(Math.Min(quantile.Interval.High, sample.Values[^1])));
        }

        return new OutlayEstimate(
            ToFen(mean.Value),
            ToFen(double.IsFinite(mean.StandardError) ? mean.StandardError : 0),
            At(0.05),
            At(0.25),
            At(0.5),
            At(0.75),
            At(0.9),
            At(0.95),
            ToFen(sample.TailMean(0.95)));
    }

    /// <summary>The mean of whole amounts in yuan, one per replication, to the fen.</summary>
    public static Money MeanOf(long[] yuan) => ToFen(Means.OfFen(yuan).Value);

    private static Money Yuan(double yuan) => Money.FromYuan((long)yuan);

    // Means are not whole yuan: they are shown to the fen.
    private static Money ToFen(double yuan) => new((long)Math.Round(yuan * 100));
}
