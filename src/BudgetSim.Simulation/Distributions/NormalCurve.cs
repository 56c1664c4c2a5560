// The standard normal distribution to full precision, with the same bits on every machine.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Distributions;

/// <summary>Density, distribution and quantile of the standard normal.</summary>
public static class NormalCurve
{
    private const double OverRootTwoPi = 0.3989422804014327;

    /// <summary>The density at <paramref name="z"/>.</summary>
    public static double Density(double z) => OverRootTwoPi * Elementary.Exp(-0.5 * z * z);

    /// <summary>The probability of <paramref name="z"/> or less; relatively exact far into the lower tail.</summary>
    public static double Cumulative(double z)
    {
        if (z < -2.5) return LowerTail(-z);
        if (z > 2.5) return 1.0 - LowerTail(z);
        var (term, sum) = (z, z);
        for (var k = 3; k < 80; k += 2) sum += term *= z * z / k;
        return 0.5 + (sum * Density(z));
    }

    /// <summary>The value not exceeded with probability <paramref name="probability"/>, in (0,1).</summary>
    public static double Quantile(double probability)
    {
        if (!(probability is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(probability));
        if (probability > 0.5) return -Quantile(1.0 - probability);
        var z = probability < 1e-15 ? -Math.Sqrt(-2.0 * Elementary.Log(probability)) : DrawCurves.Normal(probability);
        for (var step = probability < 1e-15 ? 7 : probability < 1e-6 ? 3 : 1; step > 0; step--)
        {
            var error = (Cumulative(z) - probability) / Density(z);
            z -= error / (1.0 + (0.5 * z * error));
        }

        return z;
    }

    // Laplace's continued fraction, from the inside out.
    private static double LowerTail(double size)
    {
        var fraction = size;
        for (var k = 120; k >= 1; k--) fraction = size + (k / fraction);
        return Density(size) / fraction;
    }
}
