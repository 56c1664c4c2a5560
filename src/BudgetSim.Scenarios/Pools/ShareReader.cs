// Reads a share of something, certain or not: 60%, about 60% ± 10%, between 50% and 70%.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// Shares from 0 to 1 for take-up, approval and payout. <c>about m ± r</c> is a beta distribution of mean m that lies within r of it nine
/// times in ten (by the normal curve); any other distribution is read as elsewhere and must stay from 0% to 100%.
/// </summary>
internal static class ShareReader
{
    private const double NineInTen = 1.6448536269514722, Edge = 1e-6;
    private static readonly string[] Abouts = ["about ", "约", "大约"];
    private static readonly string[] PlusMinus = ["±", "+-", "+/-"];

    /// <summary>A share without uncertainty.</summary>
    public static double Certain(NodeReader entry) => Probability(entry, entry.AsNumber()).Value;

    /// <summary>A share that may be uncertain.</summary>
    public static Distribution Read(NodeReader entry)
    {
        var text = entry.AsText();
        if (ScalarText.TryNumber(text, out var number)) return Probability(entry, number);
        if (AboutOf(text) is { } about) return Around(entry, about.Mean, about.Reach);
        var parsed = DistributionText.Parse(text, entry.Where);
        foreach (var fault in parsed.Diagnostics) entry.Report(fault);
        if (parsed.Value is not { } read) return new Fixed(0);
        if (read.Quantile(Edge) < 0 || read.Quantile(1 - Edge) > 1)
            entry.Report(Outside(entry, $"{read.Quantile(Edge):P0} to {read.Quantile(1 - Edge):P0}"));
        return read;
    }

    private static Fixed Probability(NodeReader entry, Fraction share)
    {
        var number = share.ToDouble();
        if (number is >= 0 and <= 1) return new Fixed(number);
        entry.Report(Diagnostic.Error(entry.Where, "BS310", $"{entry.Name}: a probability lies from 0% to 100%, found {number:P1}"));
        return new Fixed(0);
    }

    private static Diagnostic Outside(NodeReader entry, string found) =>
        Diagnostic.Error(
            entry.Where,
            "BS355",
            $"{entry.Name}: a share lies from 0% to 100%, found a distribution from {found}",
            "write 60%, about 60% ± 10%, or between 50% and 70%");

    private static Distribution Around(NodeReader entry, double mean, double reach)
    {
        if (reach == 0 && mean is >= 0 and <= 1) return new Fixed(mean);
        if (mean is > 0 and < 1 && reach > 0 && mean - reach >= 0 && mean + reach <= 1)
            return Beta.FromMeanAndDeviation(mean, reach / NineInTen);
        entry.Report(Outside(entry, $"{mean - reach:P0} to {mean + reach:P0}"));
        return new Fixed(0);
    }

    private static (double Mean, double Reach)? AboutOf(string text)
    {
        var sign = PlusMinus.FirstOrDefault(sign => text.Contains(sign, StringComparison.Ordinal));
        if (sign is null) return null;
        var at = text.IndexOf(sign, StringComparison.Ordinal);
        var word = Abouts.FirstOrDefault(about => text.StartsWith(about, StringComparison.Ordinal)) ?? "";
        return ScalarText.TryNumber(text[word.Length..at].Trim(), out var mean) && ScalarText.TryNumber(
            text[(at + sign.Length)..].Trim(), out var reach)
            ? (mean.ToDouble(), reach.ToDouble())
            : null;
    }
}
