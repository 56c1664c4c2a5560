// What a design must reach: a bound on the risk of a shortage, on an outlay, or on the ratio paid.
using System.Text.RegularExpressions;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>The result that is bounded.</summary>
public enum TargetResult
{
    /// <summary>The probability that some fund is too small.</summary>
    Shortage,

    /// <summary>The outlay not exceeded in 95 of 100 replications.</summary>
    P95,

    /// <summary>The mean outlay.</summary>
    Mean,

    /// <summary>The mean over replications of the lowest ratio that a fund pays.</summary>
    MeanRatio,
}

/// <summary>A result and its limit (a share from 0 to 1, or yuan); the ratio must reach it, everything else must not exceed it.</summary>
public sealed record DesignTarget(TargetResult Result, double Limit, string Text)
{
    private const double Confidence = 0.95;
    private const string Form = "write P(shortage)<=5%, P95<=8000万, mean<=6000万 or mean ratio>=90%";
    private static readonly Regex OfOneFund = new(
        @"^(?<result>p\(shortage|mean ratio) +(?<fund>[\w-]+)\)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private static readonly Dictionary<string, TargetResult> Names = new()
    {
        ["p(shortage)"] = TargetResult.Shortage,
        ["p95"] = TargetResult.P95,
        ["mean"] = TargetResult.Mean,
        ["mean ratio"] = TargetResult.MeanRatio,
    };

    /// <summary>The one fund that is meant; null: every fund with a limit.</summary>
    public string? Fund { get; init; }

    /// <summary>Whether the limit is one from below.</summary>
    public bool IsAtLeast => Result == TargetResult.MeanRatio;

    /// <summary>Whether the result is a share, not yuan.</summary>
    public bool IsShare => Result is TargetResult.Shortage or TargetResult.MeanRatio;

    /// <summary>Reads what follows <c>--target</c>.</summary>
    public static Loaded<DesignTarget> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var where = Place.Of($"--target {text}");
        var written = text.Replace("≤", "<=", StringComparison.Ordinal).Replace("≥", ">=", StringComparison.Ordinal);
        var sign = written.IndexOf("<=", StringComparison.Ordinal) is var at and >= 0
            ? at
            : written.IndexOf(">=", StringComparison.Ordinal);
        var name = sign < 0 ? "" : written[..sign].Trim();
        var one = OfOneFund.Match(name);
        if (one.Success)
            name = one.Groups["result"].Value + (one.Groups["result"].Value.Contains('(', StringComparison.Ordinal) ? ")" : "");
        if (!Names.TryGetValue(name.ToLowerInvariant(), out var result)) return Fault(where, $"'{text}' is not a target");
        if (!QuantityText.TryParse(written[(sign + 2)..], out var limit) || limit.Sign < 0)
            return Fault(where, $"'{written[(sign + 2)..].Trim()}' is not a limit");
        var target = new DesignTarget(result, limit.ToDouble(), text) { Fund = one.Success ? one.Groups["fund"].Value : null };
        if (target.IsAtLeast != (written[sign] == '>'))
            return Fault(where, $"'{written[..sign].Trim()}' takes {(target.IsAtLeast ? ">=" : "<=")}");
        return target.IsShare && limit > Fraction.One
            ? Fault(where, $"'{written[(sign + 2)..].Trim()}' is above 100%")
            : new Loaded<DesignTarget>(target, []);
    }

    /// <summary>The result under a variant.</summary>
    public double Of(VariantOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        outcome = Meant(outcome);
        return Result switch
        {
            TargetResult.Shortage => outcome.ShortageChance().Value,
            TargetResult.P95 => outcome.P95,
            TargetResult.Mean => outcome.Mean,
            _ => outcome.MeanRatio().Value,
        };
    }

    /// <summary>The 95 % interval of the result.</summary>
    public Interval Within(VariantOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        outcome = Meant(outcome);
        return Result switch
        {
            TargetResult.Shortage => outcome.ShortageChance().Interval,
            TargetResult.P95 => SortedSample.OfFen(outcome.Outlay, outcome.InPairs).QuantileWithin(0.95, Confidence).Interval,
            TargetResult.Mean => Means.OfFen(outcome.Outlay, outcome.InPairs).Within(Confidence),
            _ => outcome.MeanRatio().Within(Confidence),
        };
    }

    /// <summary>How far the result is on the wrong side of the limit; 0 where the target is met.</summary>
    public double Excess(VariantOutcome outcome) => Excess(Of(outcome));

    /// <summary>The same of a result.</summary>
    public double Excess(double result) => Math.Max(0, IsAtLeast ? Limit - result : result - Limit);

    /// <summary>Whether the limit is met, or lies inside the interval that the sample leaves open.</summary>
    public bool HoldsWithinError(VariantOutcome outcome) => Excess(outcome) == 0 || Within(outcome).Covers(Limit);

    /// <summary>The excess as a share of the limit (of one for shares), so that targets of different kinds can be weighed.</summary>
    public double RelativeExcess(VariantOutcome outcome) => IsShare ? Excess(outcome) : Excess(outcome) / Math.Max(1, Limit);

    /// <summary>
    /// The yuan that are missing for the target to hold: for an outlay what it exceeds the limit by; for the risk of a shortage the least
    /// money, added to the funds of a replication together, that leaves as many replications short as the target allows. 0 where it holds,
    /// and for a ratio, which says itself how far off it is.
    /// </summary>
    public long Lack(VariantOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (Result == TargetResult.MeanRatio || Excess(outcome) == 0) return 0;
        if (Result != TargetResult.Shortage) return (long)Math.Ceiling(Excess(outcome));
        outcome = Meant(outcome);
        long[] missing = [.. Enumerable.Range(0, outcome.Finished)
            .Select(replication => outcome.Funds
                .Sum(fund => Math.Max(0, fund.Due(replication) - (fund.Money(replication) ?? fund.Due(replication)))))];
        return missing.OrderDescending().ElementAt((int)Math.Floor((Limit * outcome.Finished) + 1e-9));
    }

    private VariantOutcome Meant(VariantOutcome outcome) =>
        Fund is null ? outcome : outcome with { Funds = [.. outcome.Funds.Where(fund => fund.Fund == Fund)] };

    private static Loaded<DesignTarget> Fault(Place where, string message) => new(null, [Diagnostic.Error(where, "BS530", message, Form)]);
}
