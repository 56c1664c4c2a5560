// Makes the distributions of counts from their parameters, or says why they are impossible.
using BudgetSim.Core.Diagnostics;
using static BudgetSim.Simulation.Distributions.FormChecks;

namespace BudgetSim.Simulation.Distributions;

/// <summary>One method per family.</summary>
internal static class CountForms
{
    internal static Func<Distribution> PoissonOf(DistributionParameters given, List<Diagnostic> faults)
    {
        given.NameBare("mean");
        var mean = given.Take("mean", "'poisson'");
        Require(mean >= 0, given, "mean", "a number of events is negative", "give 0 or more", faults);
        RequireTable(Math.Sqrt(mean), given, faults);
        return () => new Poisson(mean);
    }

    internal static Func<Distribution> BinomialOf(DistributionParameters given, List<Diagnostic> faults)
    {
        given.NameBare("trials", "probability");
        var (trials, share) = (given.Take("trials", "'binomial'"), given.Take("probability", "'binomial'"));
        Require(
            trials >= 0 && trials == Math.Floor(trials) && trials < 1e15,
            given,
            "trials",
            "the trials are not a whole number of 0 or more",
            "give a whole number",
            faults);
        Require(share is >= 0 and <= 1, given, "probability", "the probability is not between 0 and 1", "write 0.3 or 30%", faults);
        RequireTable(Math.Sqrt(trials * share * (1 - share)), given, faults);
        return () => new Binomial((long)trials, share);
    }

    internal static Func<Distribution> NegativeBinomialOf(DistributionParameters given, List<Diagnostic> faults)
    {
        given.NameBare("mean", "sd");
        var (mean, sd) = MeanAndDeviation(given, "'negative-binomial'", faults);
        Require(mean > 0, given, "mean", "the mean is not above 0", "give a mean above 0", faults);
        Require(
            sd * sd > mean,
            given,
            "sd",
            "the variance is not above the mean",
            "give a larger sd, or use poisson (variance = mean)",
            faults);
        RequireTable(sd, given, faults);
        return () => new NegativeBinomial(mean, sd);
    }

    private static void RequireTable(double deviation, DistributionParameters given, List<Diagnostic> faults)
    {
        if (deviation > CountDistribution.LargestDeviation) faults.Add(DistributionFaults.TooWide(given.Where, deviation));
    }
}
