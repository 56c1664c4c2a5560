// How alike the two replications of a mirrored pair are, which decides how much a sample of them knows.
namespace BudgetSim.Simulation.Statistics;

/// <summary>
/// Replications 2k and 2k+1 are one draw and its mirror: the pairs are independent, the two of a pair are not. A share p of n replications
/// then has the variance p (1-p) (1+r) / n, where r is the correlation of the event within a pair: below 0 the sample knows more than n
/// independent replications would, above 0 (outcomes that are large at both ends of a draw) it knows less.
/// </summary>
public static class MirroredPairs
{
    // What one pair more on either side would change: a correlation of -1 that was only seen is not known to be so.
    private const double PairsInDoubt = 4;

    /// <summary>
    /// 1 + r for an event that happened (true) or not in each replication, in replication order; an odd last one is left out, and the
    /// answer stays above 0.
    /// </summary>
    public static double VarianceFactor(ReadOnlySpan<bool> happened)
    {
        var pairs = happened.Length / 2;
        var (both, single) = (0, 0);
        for (var pair = 0; pair < pairs; pair++)
        {
            if (happened[2 * pair] && happened[(2 * pair) + 1]) both++;
            else if (happened[2 * pair] || happened[(2 * pair) + 1]) single++;
        }

        var share = (both + (0.5 * single)) / Math.Max(1, pairs);
        if (pairs == 0 || share is <= 0 or >= 1) return 1;
        var correlation = (((double)both / pairs) - (share * share)) / (share * (1 - share));
        return Math.Clamp(1 + correlation, Math.Min(1, PairsInDoubt / pairs), 2);
    }
}
