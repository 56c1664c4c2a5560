// The probability of an event from how often it happened.
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Simulation.Statistics;

/// <summary>A share of replications with Wilson's interval, which stays sensible at 0 and 1.</summary>
public readonly record struct Proportion(double Value, Interval Interval)
{
    /// <summary>From <paramref name="hits"/> out of <paramref name="trials"/> (at least 1), at a confidence in (0,1).</summary>
    public static Proportion Of(long hits, long trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        var z = NormalCurve.Quantile(0.5 + (0.5 * confidence));
        var (share, n) = (hits / (double)trials, (double)trials);
        var centre = (share + (z * z / (2 * n))) / (1 + (z * z / n));
        var reach = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n))) / (1 + (z * z / n));
        return new Proportion(share, new Interval(hits == 0 ? 0 : centre - reach, hits == trials ? 1 : centre + reach));
    }
}
