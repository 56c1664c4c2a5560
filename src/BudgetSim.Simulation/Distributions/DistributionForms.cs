// Makes each family from its parameters, or says why they are impossible.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Simulation.Distributions;

/// <summary>One method per family.</summary>
internal static class DistributionForms
{
    internal static Distribution? Make(string form, DistributionParameters given, List<Diagnostic> faults)
    {
        var before = faults.Count;
        Func<Distribution> made = form switch
        {
            "lognormal" => LognormalOf(given, faults),
            "pareto" => ParetoOf(given, faults),
            "normal" => NormalOf(given, faults),
            "gamma" => GammaOf(given, faults),
            "beta" => BetaOf(given, faults),
            "pert" or "triangular" => ThreePoints(form, given, faults),
            "uniform" or "whole" => TwoEnds(form, given, faults),
            "poisson" => PoissonOf(given, faults),
            "binomial" => BinomialOf(given, faults),
            "negative-binomial" => NegativeBinomialOf(given, faults),
            "list" => ListOf(given),
            _ => FixedOf(given),
        };
        given.RejectRest($"'{form}'");
        return faults.Count == before ? made() : null;
    }

    private static Func<Distribution> LognormalOf(DistributionParameters given, List<Diagnostic> faults)
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

    private static Func<Distribution> ParetoOf(DistributionParameters given, List<Diagnostic> faults)
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

    private static Func<Distribution> NormalOf(DistributionParameters given, List<Diagnostic> faults)
    {
        given.NameBare("mean", "sd");
        var (mean, sd) = MeanAndDeviation(given, "'normal'", faults);
        return () => new Normal(mean, sd);
    }

    private static Func<Distribution> GammaOf(DistributionParameters given, List<Diagnostic> faults)
    {
        if (given.Has("shape") || given.Has("scale"))
        {
            var (shape, scale) = (given.Take("shape", "'gamma'"), given.Take("scale", "'gamma'"));
            Require(shape > 0, given, "shape", "the shape is not above 0", "give a shape above 0", faults);
            Require(scale > 0, given, "scale", "the scale is not above 0", "give a scale above 0", faults);
            return () => new Gamma(shape, scale);
        }

        var (mean, sd) = MeanAndDeviation(given, "'gamma'", faults);
        Require(mean > 0, given, "mean", "the mean of a gamma distribution is not above 0", "give a mean above 0", faults);
        return () => Gamma.FromMeanAndDeviation(mean, sd);
    }

    private static Func<Distribution> BetaOf(DistributionParameters given, List<Diagnostic> faults)
    {
        var (mean, sd) = MeanAndDeviation(given, "'beta'", faults);
        Require(mean is > 0 and < 1, given, "mean", "the mean of a share is not between 0 and 1", "give a mean such as 0.6 or 60%", faults);
        Require(
            sd * sd < mean * (1 - mean),
            given,
            "sd",
            "no share between 0 and 1 spreads that far",
            "give an sd whose square is below mean x (1 - mean)",
            faults);
        return () => Beta.FromMeanAndDeviation(mean, sd);
    }

    private static Func<Distribution> ThreePoints(string form, DistributionParameters given, List<Diagnostic> faults)
    {
        given.NameBare("min", "mode", "max");
        var (low, mode, high) = (given.Take("min", $"'{form}'"), given.Take("mode", $"'{form}'"), given.Take("max", $"'{form}'"));
        Require(low < high, given, "max", "the greatest value is not above the least", "write min, mode, max in rising order", faults);
        Require(
            mode >= low && mode <= high,
            given,
            "mode",
            "the likeliest value is outside the range",
            "write min, mode, max in rising order",
            faults);
        return () => form == "pert" ? Beta.Pert(low, mode, high) : new Triangular(low, mode, high);
    }

    private static Func<Distribution> TwoEnds(string form, DistributionParameters given, List<Diagnostic> faults)
    {
        given.NameBare("min", "max");
        var (low, high) = (given.Take("min", $"'{form}'"), given.Take("max", $"'{form}'"));
        Require(low < high, given, "max", "the upper end is not above the lower end", "write the smaller number first", faults);
        if (form == "uniform") return () => new Uniform(low, high);
        Require(
            low == Math.Floor(low) && high == Math.Floor(high) && Math.Max(-low, high) < 1e15,
            given,
            "min",
            "the ends are not whole numbers",
            "write whole numbers, or 'between' for any number",
            faults);
        return () => new DiscreteUniform((long)low, (long)high);
    }

    private static Func<Distribution> PoissonOf(DistributionParameters given, List<Diagnostic> faults)
    {
        given.NameBare("mean");
        var mean = given.Take("mean", "'poisson'");
        Require(mean >= 0, given, "mean", "a number of events is negative", "give 0 or more", faults);
        RequireTable(Math.Sqrt(mean), given, faults);
        return () => new Poisson(mean);
    }

    private static Func<Distribution> BinomialOf(DistributionParameters given, List<Diagnostic> faults)
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

    private static Func<Distribution> NegativeBinomialOf(DistributionParameters given, List<Diagnostic> faults)
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

    private static Func<Distribution> ListOf(DistributionParameters given)
    {
        var values = given.Bare.ConvertAll(token => (token.Number.ToDouble(), 1.0));
        given.Bare.Clear();
        return () => new Empirical(values);
    }

    private static Func<Distribution> FixedOf(DistributionParameters given)
    {
        given.NameBare("value");
        var value = given.Take("value", "'fixed'");
        return () => new Fixed(value);
    }

    private static (double Mean, double Deviation) MeanAndDeviation(DistributionParameters given, string form, List<Diagnostic> faults)
    {
        var byVariance = given.Has("variance") && !given.Has("sd");
        var mean = given.Take("mean", form);
        var spread = given.Take(byVariance ? "variance" : "sd", form);
        Require(
            spread > 0,
            given,
            byVariance ? "variance" : "sd",
            byVariance ? "the variance is not above 0" : "the standard deviation is not above 0",
            "give a number above 0, or write the mean alone if there is no doubt",
            faults);
        return (mean, byVariance ? Math.Sqrt(spread) : spread);
    }

    private static void RequireTable(double deviation, DistributionParameters given, List<Diagnostic> faults)
    {
        if (deviation > CountDistribution.LargestDeviation) faults.Add(DistributionFaults.TooWide(given.Where, deviation));
    }

    // A missing parameter is NaN, fails every comparison, and has its own message already.
    private static void Require(
        bool holds, DistributionParameters given, string name, string found, string expected, List<Diagnostic> faults)
    {
        if (!holds && given.Has(name) && !faults.Exists(fault => fault.Code == "BS343"))
            faults.Add(DistributionFaults.Impossible(given.PlaceOf(name), found, expected));
    }
}
