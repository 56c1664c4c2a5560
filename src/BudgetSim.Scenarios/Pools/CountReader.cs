// Reads how many subjects of a cohort come up each year.
using System.Text.RegularExpressions;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// <c>about 40 a year</c>, <c>about 40 a year, growing 5%</c>, or a count by year; <c>growing</c> and <c>years</c> may stand beside it.
/// Years are the scenario's.
/// </summary>
internal sealed partial class CountReader(IReadOnlyList<int> years)
{
    private const int MostAYear = (1 << 20) - 1;
    private const double MostGrowth = 3;

    /// <summary>Count and plan of a cohort; a roster as it is has <paramref name="fixedCount"/> and needs no count.</summary>
    public (Distribution Count, CountPlan Plan) Read(NodeReader cohort, double? fixedCount)
    {
        var (first, last) = Years(cohort);
        var growth = cohort.Child("growing") is { } growing ? Growth(growing, growing.AsNumber()) : 0;
        if (fixedCount is not null && cohort.Child("count") is null)
            return Checked(
                cohort, new Fixed(fixedCount.Value), new CountPlan(growth, years[0], new Dictionary<int, Distribution>(), first, last));
        var count = cohort.RequiredChild("count");
        if (count.Node is not MappingNode)
        {
            var (text, written) = Split(count);
            return Checked(
                cohort, Parse(count, text), new CountPlan(written ?? growth, years[0], new Dictionary<int, Distribution>(), first, last));
        }

        var byYear = count.AsMap(year => Parse(year, year.AsText()));
        var known = byYear.Where(year => int.TryParse(year.Key, out _)).ToDictionary(year => int.Parse(year.Key), year => year.Value);
        var missing = years.Where(year => year >= first && year <= last && !known.ContainsKey(year)).ToList();
        if (missing.Count > 0) count.Report(PoolFaults.NoCountFor(count.Where, cohort.Name, missing));
        return Checked(cohort, known.Count == 0 ? new Fixed(1) : known.Values.First(), new CountPlan(0, years[0], known, first, last));
    }

    /// <summary>The years of a cohort from the key <c>years</c>: one, or from and to.</summary>
    public (int First, int Last) Years(NodeReader cohort)
    {
        if (cohort.Child("years") is not { } written) return (int.MinValue, int.MaxValue);
        var (first, last) = written.Node is MappingNode
            ? written.As(span => (span.OptionalWhole("from") ?? int.MinValue, span.OptionalWhole("to") ?? int.MaxValue))
            : (written.AsWhole(), written.AsWhole());
        var (low, high) = ((int)Math.Clamp(first, int.MinValue, int.MaxValue), (int)Math.Clamp(last, int.MinValue, int.MaxValue));
        if (!years.Any(year => year >= low && year <= high))
            written.Report(PoolFaults.OutsideYears(written.Where, cohort.Name, years[0], years[^1]));
        return (low, high);
    }

    private (Distribution, CountPlan) Checked(NodeReader cohort, Distribution count, CountPlan plan)
    {
        var where = cohort.Child("count")?.Where ?? cohort.Where;
        var means = years.Where(plan.Covers).Select(year => plan.Of(count, year)).Select(year => year.Count.Mean * year.Factor).ToList();
        if (means.Count > 0 && means.TrueForAll(mean => mean <= 0)) cohort.Report(PoolFaults.NobodyComesUp(where, cohort.Name));
        if (means.Exists(mean => mean > MostAYear)) cohort.Report(PoolFaults.TooMany(where, cohort.Name, means.Max(), MostAYear));
        return (count, plan);
    }

    private static (string Text, double? Growth) Split(NodeReader count)
    {
        var text = count.AsText();
        var match = GrowthPart().Match(text);
        if (!match.Success) return (text, null);
        if (!ScalarText.TryNumber(match.Groups["rate"].Value.Replace(" ", "", StringComparison.Ordinal), out var rate))
        {
            count.Report(PoolFaults.BadGrowth(count.Where, match.Groups["rate"].Value));
            return (text[..match.Index], null);
        }

        return (text[..match.Index], Growth(count, rate));
    }

    private static double Growth(NodeReader where, Fraction rate)
    {
        var growth = rate.ToDouble();
        if (growth is > -1 and <= MostGrowth) return growth;
        where.Report(PoolFaults.BadGrowth(where.Where, $"{growth * 100:0.##}%"));
        return 0;
    }

    private static Distribution Parse(NodeReader entry, string text)
    {
        var parsed = DistributionText.Parse(text, entry.Where);
        foreach (var fault in parsed.Diagnostics) entry.Report(fault);
        if (parsed.Value is not (null or Binomial or Empirical) && text.AsSpan().IndexOfAny('%', '‰', '％') >= 0)
            entry.Report(PoolFaults.CountIsShare(entry.Where, text));
        return DrawnValues.CheckCount(entry, parsed.Value ?? new Fixed(1));
    }

    [GeneratedRegex(
        @"[,，;；]?\s*(growing(\s+by)?|每年增长|年增长|增长)\s*(?<rate>[-+]?[0-9.]+\s*[%％‰]?)(\s*(a|per)\s+year)?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GrowthPart();
}
