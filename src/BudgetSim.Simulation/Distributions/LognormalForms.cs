// Makes lognormal distributions and those with a Pareto tail from a mean or from two points, or says why they are impossible.
using BudgetSim.Core.Diagnostics;
using static BudgetSim.Simulation.Distributions.FormChecks;

namespace BudgetSim.Simulation.Distributions;

/// <summary>One method per family.</summary>
internal static class LognormalForms
{
    internal static Func<Distribution> LognormalOf(DistributionParameters given, List<Diagnostic> faults)
    {
        if (given.Has("mean"))
        {
            var (mean, sd) = MeanAndDeviation(given, "'lognormal'", faults);
            Require(mean > 0, given, "mean", "the mean of a lognormal distribution is not above 0", "give a mean above 0", faults);
            return () => Lognormal.FromMeanAndDeviation(mean, sd);
        }

        var body = Body(given, "'lognormal'", faults);
        return () => body!;
    }

    private static Lognormal? Body(DistributionParameters given, string form, List<Diagnostic> faults)
    {
        var shares = given.Shares;
        if (!given.Has("median") && shares.Count == 2) return FromTwoShares(given, shares, form, faults);
        var median = given.Take("median", form);
        if (shares.Count == 0) faults.Add(DistributionFaults.Missing(given.Where, form, "a second point such as 'p90'"));
        if (shares.Count == 0 || double.IsNaN(median)) return null;
        var (share, quantile) = (DistributionParameters.ShareOf(shares[0]), given.Take(shares[0], form));
        var before = faults.Count;
        Require(median > 0, given, "median", "the median is not above 0", "a lognormal amount is above 0", faults);
        Require(
            share is > 0 and < 1 && share != 0.5,
            given,
            shares[0],
            $"{shares[0]} is not a second point beside the median",
            "give p90 or another share",
            faults);
        if (share > 0.5)
            Require(
                quantile > median,
                given,
                shares[0],
                $"{shares[0]} is not above the median",
                "give a larger value, or exchange the two",
                faults);
        if (share < 0.5)
            Require(
                quantile > 0 && quantile < median,
                given,
                shares[0],
                $"{shares[0]} is not between 0 and the median",
                "give a smaller value above 0, or exchange the two",
                faults);
        return faults.Count > before ? null : Lognormal.FromMedianAndQuantile(median, quantile, share);
    }

    private static Lognormal? FromTwoShares(DistributionParameters given, List<string> shares, string form, List<Diagnostic> faults)
    {
        shares.Sort((a, b) => DistributionParameters.ShareOf(a).CompareTo(DistributionParameters.ShareOf(b)));
        var (low, high) = (given.Take(shares[0], form), given.Take(shares[1], form));
        var (lowShare, highShare) = (DistributionParameters.ShareOf(shares[0]), DistributionParameters.ShareOf(shares[1]));
        var before = faults.Count;
        Require(
            lowShare > 0 && highShare < 1,
            given,
            shares[0],
            $"{shares[0]} and {shares[1]} are not two points inside the distribution",
            "give p10 and p90, or others between p0 and p100",
            faults);
        Require(low > 0, given, shares[0], $"{shares[0]} is not above 0", "a lognormal amount is above 0", faults);
        Require(high > low, given, shares[1], $"{shares[1]} is not above {shares[0]}", "give a larger value, or exchange the two", faults);
        if (faults.Count > before) return null;
        var (z0, z1) = (NormalCurve.Quantile(lowShare), NormalCurve.Quantile(highShare));
        var (l0, l1) = (Random.Elementary.Log(low), Random.Elementary.Log(high));
        var spread = (l1 - l0) / (z1 - z0);
        return new Lognormal(l0 - (spread * z0), spread);
    }

    internal static Func<Distribution> ParetoOf(DistributionParameters given, List<Diagnostic> faults)
    {
        var body = Body(given, "a Pareto tail", faults);
        var (index, from) = (given.Take("tail", "a Pareto tail"), given.TakeAbove("a Pareto tail"));
        Require(
            index > 1,
            given,
            "tail",
            "a tail index of 1 or less has no finite mean",
            "give an index above 1; enterprises are often near 1.5 to 2.5",
            faults);
        return () => new ParetoTail(body!, from, index);
    }
}
