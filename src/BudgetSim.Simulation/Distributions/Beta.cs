// The beta distribution over a range, for shares, take-up and payout ratios; PERT is one of them.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Distributions;

/// <summary>A beta distribution stretched from 0..1 to <see cref="Low"/>..<see cref="High"/>.</summary>
public sealed record Beta : Distribution
{
    private readonly QuantileTable _table;

    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value, above <paramref name="low"/>.</param>
    public Beta(double a, double b, double low = 0, double high = 1)
    {
        (A, B, Low, High) = (a, b, low, high);
        _table = new QuantileTable(LogitCurve);
    }

    /// <summary>First shape, above 0.</summary>
    public double A { get; }

    /// <summary>Second shape, above 0.</summary>
    public double B { get; }

    /// <summary>The least value.</summary>
    public double Low { get; }

    /// <summary>The greatest value.</summary>
    public double High { get; }

    /// <inheritdoc/>
    public override double Mean => Low + ((High - Low) * A / (A + B));

    /// <inheritdoc/>
    public override double Variance => (High - Low) * (High - Low) * A * B / ((A + B) * (A + B) * (A + B + 1));

    /// <summary>From a mean in (0,1) and a standard deviation whose square is below mean (1 - mean).</summary>
    public static Beta FromMeanAndDeviation(double mean, double deviation)
    {
        var total = (mean * (1 - mean) / (deviation * deviation)) - 1;
        return new Beta(mean * total, (1 - mean) * total);
    }

    /// <summary>The PERT distribution of least, likeliest and greatest value: mean (low + 4 mode + high) / 6.</summary>
    public static Beta Pert(double low, double mode, double high) =>
        new(1 + (4 * (mode - low) / (high - low)), 1 + (4 * (high - mode) / (high - low)), low, high);

    /// <inheritdoc/>
    public override double Quantile(double probability) => Stretch(Share(LogitQuantile(probability)));

    /// <inheritdoc/>
    public override double Cumulative(double value) => IncompleteFunctions.Beta(A, B, (value - Low) / (High - Low));

    /// <inheritdoc/>
    public override double Draw(double uniform) => Stretch(1 / (1 + DrawCurves.Exp(-_table.At(uniform))));

    /// <inheritdoc/>
    public bool Equals(Beta? other) => other is not null && (A, B, Low, High) == (other.A, other.B, other.Low, other.High);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(A, B, Low, High);

    private static double Share(double logit) => 1 / (1 + Elementary.Exp(-logit));

    private double Stretch(double share) => Low + ((High - Low) * share);

    // Searched on the scale ln(x / (1-x)), where both ends are far away; the lower tail of x near 1 is read from the other side.
    private double LogitQuantile(double probability) => probability <= 0.5
        ? Logit(A, B, probability)
        : -Logit(B, A, 1 - probability);

    private static double Logit(double a, double b, double probability) =>
        RisingRoot.Find(l => IncompleteFunctions.Beta(a, b, Share(l)), l => Slope(a, b, l), probability, -690, 690, Elementary.Log(a / b));

    private static double Slope(double a, double b, double logit) => Elementary.Exp(
        Elementary.LogGamma(a + b) - Elementary.LogGamma(a) - Elementary.LogGamma(b)
        - (a * Elementary.LogOnePlus(Elementary.Exp(-logit))) - (b * Elementary.LogOnePlus(Elementary.Exp(logit))));

    private (double Value, double Slope) LogitCurve(double score, double probability)
    {
        var logit = score <= 0 ? Logit(A, B, probability) : -Logit(B, A, NormalCurve.Cumulative(-score));
        return (logit, NormalCurve.Density(score) / Math.Max(Slope(A, B, logit), 1e-300));
    }
}
