// Reads a distribution as people write it: "median 900万, p90 6000万", "3 到 8 之间", "about 40 a year".
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Simulation.Distributions;

/// <summary>The text form of distributions, English or Chinese, with a located message for each fault.</summary>
public static class DistributionText
{
    /// <summary>
    /// Reads <c>median m, p90 q</c> (lognormal), <c>between a and b</c>, <c>about n a year</c> (Poisson), <c>min a mode b max c</c> (PERT),
    /// <c>triangular a b c</c>, <c>x: 0.5, y: 0.5</c> (list), <c>whole a to b</c>, <c>normal | lognormal | gamma | beta mean m sd s</c>,
    /// <c>median m p90 q tail 1.8 above p95</c> (Pareto tail), <c>binomial trials n probability p</c>,
    /// <c>negative-binomial mean m sd s</c>, <c>poisson n</c> or a plain number; the Chinese words are in DistributionWords.
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <param name="where">The place of its first character.</param>
    public static Loaded<Distribution> Parse(string text, Place where)
    {
        ArgumentNullException.ThrowIfNull(text);
        var faults = new List<Diagnostic>();
        var tokens = DistributionTokens.Cut(text, where, faults);
        if (tokens.Count == 0 && faults.Count == 0) faults.Add(DistributionFaults.Empty(where));
        if (faults.Count > 0) return Loaded<Distribution>.From(null, faults);
        var made = tokens.Exists(token => token.Text == ":")
            ? WeightedList.Make(tokens, where, faults)
            : Make(new DistributionParameters(tokens, where, faults), faults);
        return Loaded<Distribution>.From(made, faults);
    }

    private static Distribution? Make(DistributionParameters given, List<Diagnostic> faults)
    {
        if (faults.Count > 0) return null;
        var form = given.Family ?? Inferred(given);
        if (form is null) faults.Add(DistributionFaults.NoFamily(given.Where, given.Given));
        return form is null ? null : DistributionForms.Make(form, given, faults);
    }

    private static string? Inferred(DistributionParameters given)
    {
        if (given.Has("tail")) return "pareto";
        if (given.Has("median") && given.Shares.Count > 0) return "lognormal";
        if (given.Has("min", "mode", "max")) return "pert";
        if (given.Has("min", "max") || given is { Bare.Count: 0, Shares.Count: 2 })
            return given.Shares.Count == 2 ? "lognormal" : "uniform";
        if (given.Has("median")) return "lognormal";
        if (given.Bare.Count > 1 && given.Given == "a row of numbers") return "list";
        return given.Bare.Count == 1 ? "fixed" : null;
    }
}
