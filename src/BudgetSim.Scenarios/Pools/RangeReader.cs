// Reads the range over which a figure of the pool is in doubt: 80..140, 80%..120%, p10..p90.
using System.Globalization;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Scenarios.Pools;

/// <summary>The figure that a range is about: its own distribution, the value that stands for it, and whether it is a share.</summary>
internal sealed record RangedFigure(Distribution Distribution, double Value, bool IsShare)
{
    /// <summary>A number of subjects, whose mean stands for it.</summary>
    public static RangedFigure Count(Distribution count) => new(count, count.Mean, IsShare: false);

    /// <summary>A probability or a share of all, whose mean stands for it.</summary>
    public static RangedFigure Share(Distribution share) => new(share, share.Mean, IsShare: true);

    /// <summary>An amount that every subject draws, whose median stands for it.</summary>
    public static RangedFigure Amount(Distribution amount, bool isShare) => new(amount, amount.Quantile(0.5), isShare);
}

/// <summary>
/// Ranges by the path that moves the figure. <c>80..140</c> is in the figure's own unit; <c>80%..120%</c> is of the figure itself unless
/// that is a share; <c>p10..p90</c> holds the figure at quantiles of its own distribution.
/// </summary>
internal sealed class RangeReader
{
    private const double FactorDigits = 1e12;

    /// <summary>What was stated, by path.</summary>
    public Dictionary<string, StatedRange> Stated { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the key <c>range</c> of <paramref name="entry"/>; a figure of null has no size that could move.</summary>
    public void Read(NodeReader entry, string path, RangedFigure? figure, string beside)
    {
        if (entry.Child("range") is not { } written) return;
        if (figure is null)
            entry.Report(PoolFaults.NoUseFor(written.KeyWhere, "range", beside, "there is no size that could be larger or smaller"));
        else if (Of(written, figure) is { } range) Stated[path] = range;
    }

    private static StatedRange? Of(NodeReader written, RangedFigure figure)
    {
        var text = written.AsText();
        var ends = text.Split("..");
        if (ends.Length != 2) return Refuse(written, PoolFaults.NoRange(written.Where, text));
        if (Probability(ends[0]) is { } p && Probability(ends[1]) is { } q) return Quantiles(written, figure, p, q);
        if (!ScalarText.TryNumber(ends[0].Trim(), out var low) || !ScalarText.TryNumber(ends[1].Trim(), out var high) || low.Sign <= 0
                || low >= high)
            return Refuse(written, PoolFaults.NoRange(written.Where, text));
        var isOfFigure = !figure.IsShare && ends[1].AsSpan().TrimEnd().EndsWith("%");
        var (from, to) = isOfFigure ? (low.ToDouble(), high.ToDouble()) : (low.ToDouble() / figure.Value, high.ToDouble() / figure.Value);
        if (from > 1 + (1 / FactorDigits) || to < 1 - (1 / FactorDigits) || (figure.IsShare && high > Fraction.One))
            return Refuse(
                written,
                PoolFaults.OutsideRange(written.Where, text, isOfFigure ? "100%" : FigureText.Rounded(figure.Value, figure.IsShare)));
        return new StatedRange(
            new RangeEnd(Factor(from), ends[0].Trim()),
            isOfFigure ? "100%" : FigureText.Rounded(figure.Value, figure.IsShare),
            new RangeEnd(Factor(to), ends[1].Trim()),
            written.Where);
    }

    private static StatedRange? Quantiles(NodeReader written, RangedFigure figure, double low, double high)
    {
        if (figure.Distribution is Fixed) return Refuse(written, PoolFaults.NoQuantiles(written.Where, written.AsText()));
        if (low >= high) return Refuse(written, PoolFaults.NoRange(written.Where, written.AsText()));
        RangeEnd End(double probability) =>
            QuantileEnd(probability, FigureText.Rounded(figure.Distribution.Quantile(probability), figure.IsShare));
        return new StatedRange(End(low), FigureText.Rounded(figure.Value, figure.IsShare), End(high), written.Where);
    }

    /// <summary>The end at which a figure is held at a quantile of its own distribution.</summary>
    internal static RangeEnd QuantileEnd(double probability, string shown)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"P{probability * 100:0.##}");
        return new RangeEnd(name, $"{name} = {shown}");
    }

    /// <summary>The probability that P10 means; null for any other text.</summary>
    internal static double? Probability(string text)
    {
        var plain = text.AsSpan().Trim();
        return plain.Length is >= 2 and <= 5 && plain[0] is 'p' or 'P'
            && double.TryParse(plain[1..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is > 0 and < 100
            ? percent / 100
            : null;
    }

    private static string Factor(double factor) =>
        QuantityText.Format(Fraction.Of((long)Math.Round(factor * FactorDigits), (long)FactorDigits));

    private static StatedRange? Refuse(NodeReader written, Diagnostic fault)
    {
        written.Report(fault);
        return null;
    }
}
