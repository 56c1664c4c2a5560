// Reads the years of a run: one year, or the first and the last.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>Years in order, without gaps: <c>2026</c>, <c>{ from: 2026, to: 2030 }</c>, or <c>2026..2030</c> on a command line.</summary>
public static class YearsText
{
    private const int FirstYear = 1990, LastYear = 2100, MostYears = 30;

    /// <summary>The years of a command line's <c>2026</c> or <c>2026..2030</c>.</summary>
    public static Loaded<int[]> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split("..");
        var isRead = int.TryParse(parts[0], out var first) & int.TryParse(parts[^1], out var last) && parts.Length <= 2;
        return isRead && Span(first, last) is { } years
            ? new Loaded<int[]>(years, [])
            : new Loaded<int[]>(null, [Fault(Place.Of($"--years {text}"), "write 2026 or 2026..2030")]);
    }

    internal static int[] Read(NodeReader years)
    {
        var (first, last) = years.Node is MappingNode
            ? years.As(span => (span.Whole("from"), span.Whole("to")))
            : (years.AsWhole(), years.AsWhole());
        if (Span(first, last) is { } span) return span;
        years.Report(Fault(years.Where, "write 2026, or { from: 2026, to: 2030 }"));
        return [FirstYear];
    }

    private static int[]? Span(long first, long last) =>
        first >= FirstYear && last <= LastYear && first <= last && last - first < MostYears
            ? [.. Enumerable.Range((int)first, (int)(last - first) + 1)]
            : null;

    private static Diagnostic Fault(Place where, string hint) =>
        Diagnostic.Error(where, "BS303", $"years must lie in {FirstYear} to {LastYear}, at most {MostYears} in order", hint);
}
