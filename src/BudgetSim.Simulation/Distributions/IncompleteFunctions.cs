// The regularised incomplete gamma and beta functions, the distribution functions of the gamma and beta families.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Distributions;

/// <summary>Series and continued fractions (Lentz), to about 1e-13, with the same bits on every machine.</summary>
internal static class IncompleteFunctions
{
    private const double Smallest = 1e-300, Enough = 1e-16;
    private const int MostTerms = 100_000;

    /// <summary>P(shape, x): the gamma distribution of this shape and scale 1 at <paramref name="x"/>.</summary>
    internal static double Gamma(double shape, double x)
    {
        if (x <= 0) return 0;
        var front = Elementary.Exp((shape * Elementary.Log(x)) - x - Elementary.LogGamma(shape));
        return x < shape + 1 ? front * GammaSeries(shape, x) : 1.0 - (front * GammaFraction(shape, x));
    }

    /// <summary>I(x; a, b): the beta distribution at <paramref name="x"/>.</summary>
    internal static double Beta(double a, double b, double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = Elementary.Exp(
            Elementary.LogGamma(a + b) - Elementary.LogGamma(a) - Elementary.LogGamma(b)
            + (a * Elementary.Log(x)) + (b * Elementary.LogOnePlus(-x)));
        return x < (a + 1) / (a + b + 2) ? front * BetaFraction(a, b, x) / a : 1.0 - (front * BetaFraction(b, a, 1 - x) / b);
    }

    private static double GammaSeries(double shape, double x)
    {
        var (term, sum) = (1.0 / shape, 1.0 / shape);
        for (var k = 1; k < MostTerms && term > sum * Enough; k++) sum += term *= x / (shape + k);
        return sum;
    }

    private static double GammaFraction(double shape, double x) =>
        1.0 / Lentz(x + 1 - shape, k => -k * (k - shape), k => x + (2 * k) + 1 - shape);

    private static double BetaFraction(double a, double b, double x) => 1.0 / Lentz(1, k => BetaNumerator(a, b, x, k), _ => 1);

    private static double BetaNumerator(double a, double b, double x, int k)
    {
        var m = k / 2;
        return k % 2 == 0
            ? m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)))
            : -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
    }

    // first + n1/(d1 + n2/(d2 + ...)), modified Lentz.
    private static double Lentz(double first, Func<int, double> numerator, Func<int, double> denominator)
    {
        var value = Math.Abs(first) < Smallest ? Smallest : first;
        var (above, below) = (value, 0.0);
        for (var k = 1; k < MostTerms; k++)
        {
            below = denominator(k) + (numerator(k) * below);
            above = denominator(k) + (numerator(k) / above);
            below = 1.0 / (Math.Abs(below) < Smallest ? Smallest : below);
            if (Math.Abs(above) < Smallest) above = Smallest;
            value *= above * below;
            if (Math.Abs((above * below) - 1.0) < 4 * Enough) break;
        }

        return value;
    }
}
