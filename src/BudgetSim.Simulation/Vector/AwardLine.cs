// One measure as the constants of its arithmetic, with the bounds inside which that arithmetic is exact.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Vector;

/// <summary>
/// The exact award of a base, in doubles. With a base of b yuan and a rate n/d the award is floor(b n / d). Computed is floor(b r + h) with
/// r = n/d and h = 1/(2 d), each rounded: b n / d is at least h from the next whole number above b r + h, and the rounding errors together
/// are below (b n / d) 2^-51, which is less than h while b n is below 2^50. <see cref="MostBase"/> says how large b can be.
/// </summary>
internal sealed class AwardLine
{
    /// <summary>Products of bases and numerators stay below this.</summary>
    internal const double ExactProducts = 1L << 50;

    /// <summary>
    /// Sums of whole yuan stay below this: they only grow while they are added up, so one that ends below it was exact at every step. One
    /// that does not is an overflow.
    /// </summary>
    internal const double LargestSum = 1L << 53;

    /// <summary>No normal draw is larger: a uniform number is at least 2^-53, and the normal quantile of 2^-53 is -8.21.</summary>
    internal const double MostScore = 8.3;

    internal AwardLine(RateMeasure measure)
    {
        (LogMedian, LogSpread) = (measure.Base.LogMedian, measure.Base.LogSpread);
        (Rate, Half) = ((double)measure.Rate.Numerator / (double)measure.Rate.Denominator, 0.5 / (double)measure.Rate.Denominator);
        (Minimum, Cap) = (measure.MinimumBase, measure.Cap ?? double.PositiveInfinity);
    }

    /// <summary>Logarithm of the median base in yuan, and its spread.</summary>
    internal double LogMedian { get; }

    internal double LogSpread { get; }

    /// <summary>The least base in yuan; the numbers r and h; the most of an award in yuan.</summary>
    internal double Minimum { get; }

    internal double Rate { get; }

    internal double Half { get; }

    internal double Cap { get; }

    /// <summary>A base in yuan that no draw exceeds.</summary>
    internal static double MostBase(RateMeasure measure)
    {
        var loading = Math.Abs(measure.Loading?.Loading ?? 0);
        return Elementary.Exp(measure.Base.LogMedian + (MostScore * (measure.Base.LogSpread + loading))) + 1;
    }
}
