// The probability of an event from how often it happened.
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Simulation.Statistics;

/// <summary>A share of replications with Wilson's interval, which stays sensible at 0 and 1.</summary>
public readonly record struct Proportion(double Value, Interval Interval)
{
    /// <summary>
    /// The share of replications in which something happened; mirrored pairs count as so many independent replications as know as much.
    /// </summary>
    public static Proportion Of(ReadOnlySpan<bool> happened, double confidence, bool inPairs)
    {
        var hits = 0L;
        foreach (var hit in happened) hits += hit ? 1 : 0;
        var plain = Of(hits, happened.Length, confidence);
        if (!inPairs) return plain;
        var factor = MirroredPairs.VarianceFactor(happened);
        var known = Math.Max(1, (long)Math.Floor(happened.Length / factor));
        var interval = Of(hits * (double)known / happened.Length, known, confidence).Interval;
        return plain with { Interval = interval };
    }

    /// <summary>From <paramref name="hits"/> out of <paramref name="trials"/> (at least 1), at a confidence in (0,1).</summary>
    public static Proportion Of(long hits, long trials, double confidence) => Of((double)hits, trials, confidence);

    private static Proportion Of(double hits, long trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        var z = NormalCurve.Quantile(0.5 + (0.5 * confidence));
        var (share, n) = (hits / (double)trials, (double)trials);
        var centre = (share + (z * z / (2 * n))) / (1 + (z * z / n));
        var reach = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n))) / (1 + (z * z / n));
        return new Proportion(share, new Interval(hits == 0 ? 0 : centre - reach, hits == trials ? 1 : centre + reach));
    }
}
