// Makes each family from its parameters, or says why they are impossible.
using BudgetSim.Core.Diagnostics;
using static BudgetSim.Simulation.Distributions.FormChecks;

namespace BudgetSim.Simulation.Distributions;

/// <summary>One method per family.</summary>
internal static class DistributionForms
{
    internal static Distribution? Make(string form, DistributionParameters given, List<Diagnostic> faults)
    {
        var before = faults.Count;
        Func<Distribution> made = form switch
        {
            "lognormal" => LognormalForms.LognormalOf(given, faults),
            "pareto" => LognormalForms.ParetoOf(given, faults),
            "normal" => NormalOf(given, faults),
            "gamma" => GammaOf(given, faults),
            "beta" => BetaOf(given, faults),
            "pert" or "triangular" => ThreePoints(form, given, faults),
            "uniform" or "whole" => TwoEnds(form, given, faults),
            "poisson" => CountForms.PoissonOf(given, faults),
            "binomial" => CountForms.BinomialOf(given, faults),
            "negative-binomial" => CountForms.NegativeBinomialOf(given, faults),
            "list" => ListOf(given),
            _ => FixedOf(given),
        };
        given.RejectRest($"'{form}'");
        return faults.Count == before ? made() : null;
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
}
