// Draws gamma numbers whose shape is a multiple of one half, for posteriors of rates, shares and variances.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Histories;

/// <summary>
/// Gamma numbers of scale 1 as sums of exponentials and half a squared normal; above shape 64 by Wilson and Hilferty's cube, off by less
/// than 0.01 %.
/// </summary>
internal static class HalfGamma
{
    private const int MostSummed = 128;

    /// <summary>A gamma number of shape <paramref name="twice"/> / 2, at least 1/2.</summary>
    public static double Draw(RandomStream stream, int twice)
    {
        if (twice > MostSummed)
        {
            var shape = 0.5 * twice;
            var root = 1 - (1 / (9 * shape)) + (stream.Normal(0) / (3 * Math.Sqrt(shape)));
            return shape * root * root * root;
        }

        var sum = 0.0;
        for (var k = 0; k < twice / 2; k++) sum += stream.Exponential(k);
        if (twice % 2 == 0) return sum;
        var score = stream.Normal(twice / 2);
        return sum + (0.5 * score * score);
    }

    /// <summary>
    /// A share drawn from the beta posterior of <paramref name="hits"/> out of <paramref name="trials"/> under Jeffreys' prior.
    /// </summary>
    public static double Share(RandomStream stream, int hits, int trials)
    {
        var (yes, no) = (Draw(stream.Child(1), (2 * hits) + 1), Draw(stream.Child(2), (2 * (trials - hits)) + 1));
        return yes / (yes + no);
    }
}
