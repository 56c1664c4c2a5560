// What a reform changes, from the same draws with and without it.
namespace BudgetSim.Simulation.Statistics;

/// <summary>The mean difference of two runs over the same replications.</summary>
/// <param name="Mean">Reform minus baseline, with its standard error.</param>
/// <param name="Interval">Of the mean, at the confidence asked for.</param>
/// <param name="ShareHigher">Share of replications in which the reform is higher.</param>
/// <param name="ShareLower">Share of replications in which it is lower.</param>
public sealed record PairedDifference(Estimate Mean, Interval Interval, double ShareHigher, double ShareLower)
{
    /// <summary>
    /// From two outcomes in fen, replication order, same length (at least 1); mirrored pairs if <paramref name="inPairs"/>.
    /// </summary>
    public static PairedDifference OfFen(ReadOnlySpan<long> baseline, ReadOnlySpan<long> reform, double confidence, bool inPairs = false)
    {
        if (baseline.Length != reform.Length) throw new ArgumentException("both runs have the same replications", nameof(reform));
        var differences = new long[baseline.Length];
        for (var i = 0; i < differences.Length; i++) differences[i] = reform[i] - baseline[i];
        var mean = Means.OfFen(differences, inPairs);
        return new PairedDifference(
            mean,
            mean.Within(confidence),
            differences.Count(difference => difference > 0) / (double)differences.Length,
            differences.Count(difference => difference < 0) / (double)differences.Length);
    }
}
