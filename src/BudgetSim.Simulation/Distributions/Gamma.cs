// The gamma distribution, for sums and waiting times.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Distributions;

/// <summary>A gamma distribution.</summary>
public sealed record Gamma : Distribution
{
    private readonly QuantileTable _table;

    /// <param name="shape">Above 0.</param>
    /// <param name="scale">Above 0.</param>
    public Gamma(double shape, double scale)
    {
        (Shape, Scale) = (shape, scale);
        _table = new QuantileTable(LogCurve);
    }

    /// <summary>The shape, above 0.</summary>
    public double Shape { get; }

    /// <summary>The scale, above 0.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public override double Mean => Shape * Scale;

    /// <inheritdoc/>
    public override double Variance => Shape * Scale * Scale;

    /// <summary>From mean and standard deviation (both above 0).</summary>
    public static Gamma FromMeanAndDeviation(double mean, double deviation) =>
        new(mean * mean / (deviation * deviation), deviation * deviation / mean);

    /// <inheritdoc/>
    public override double Quantile(double probability) => Scale * Elementary.Exp(LogQuantile(probability));

    /// <inheritdoc/>
    public override double Cumulative(double value) => IncompleteFunctions.Gamma(Shape, value / Scale);

    /// <inheritdoc/>
    public override double Draw(double uniform) => Scale * DrawCurves.Exp(_table.At(uniform));

    /// <inheritdoc/>
    public bool Equals(Gamma? other) => other is not null && (Shape, Scale) == (other.Shape, other.Scale);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Shape, Scale);

    // With l = ln x: P(l) has slope x * density = exp(shape l - e^l) / Gamma(shape); l = ln(x) is below (ln p + ln Gamma(shape+1)) / shape
    // only in rounding.
    private double LogQuantile(double probability)
    {
        var least = (Elementary.Log(probability) + Elementary.LogGamma(Shape + 1)) / Shape;
        if (least < -650) return Math.Max(least, -690);
        var most = Elementary.Log((Shape * 2) + 10 - (2 * Elementary.LogOnePlus(-Math.Min(probability, 1 - 1e-16)))) + 2;
        return RisingRoot.Find(
            l => IncompleteFunctions.Gamma(Shape, Elementary.Exp(l)),
            LogDensity,
            probability,
            least - 1e-9,
            most,
            Math.Max(least, Math.Min(most, Elementary.Log(Shape))));
    }

    private double LogDensity(double l) => Elementary.Exp((Shape * l) - Elementary.Exp(l) - Elementary.LogGamma(Shape));

    private (double Value, double Slope) LogCurve(double score, double probability)
    {
        if (probability > 1 - 1e-16) probability = 1 - 1e-16;
        var l = LogQuantile(probability);
        return (l, NormalCurve.Density(score) / Math.Max(LogDensity(l), 1e-300));
    }
}
