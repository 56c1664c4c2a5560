// The lognormal distribution, the usual shape of investments, loans and sales.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Distributions;

/// <summary>e to the power of a normal number.</summary>
/// <param name="LogMedian">The logarithm of the median.</param>
/// <param name="LogSpread">The standard deviation of the logarithm, at least 0.</param>
public sealed record Lognormal(double LogMedian, double LogSpread) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Elementary.Exp(LogMedian + (0.5 * LogSpread * LogSpread));

    /// <inheritdoc/>
    public override double Variance => Mean * Mean * Elementary.ExpLessOne(LogSpread * LogSpread);

    /// <summary>From the median (above 0) and the value not exceeded with <paramref name="probability"/> (not 1/2).</summary>
    public static Lognormal FromMedianAndQuantile(double median, double quantile, double probability)
    {
        var logMedian = Elementary.Log(median);
        return new Lognormal(logMedian, (Elementary.Log(quantile) - logMedian) / NormalCurve.Quantile(probability));
    }

    /// <summary>From mean and standard deviation (both above 0).</summary>
    public static Lognormal FromMeanAndDeviation(double mean, double deviation)
    {
        var ratio = deviation / mean;
        var variance = Elementary.LogOnePlus(ratio * ratio);
        return new Lognormal(Elementary.Log(mean) - (0.5 * variance), Math.Sqrt(variance));
    }

    /// <inheritdoc/>
    public override double Quantile(double probability) =>
        Elementary.Exp(LogMedian + (LogSpread * NormalCurve.Quantile(probability)));

    /// <inheritdoc/>
    public override double Cumulative(double value) =>
        value <= 0 ? 0 : NormalCurve.Cumulative((Elementary.Log(value) - LogMedian) / LogSpread);

    /// <inheritdoc/>
    public override double Draw(double uniform) => DrawCurves.Exp(LogMedian + (LogSpread * DrawCurves.Normal(uniform)));
}
