// Reads on which days of the year a cohort's subjects come up.
using System.Text.RegularExpressions;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// <c>03-31</c>, <c>between 01-01 and 06-30</c>, <c>1月1日至6月30日</c>, or a mapping from such days to weights that sum to 1.
/// </summary>
internal static partial class DayReader
{
    private const string From = @"(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*日?",
        To = @"(?<lastMonth>\d{1,2})\s*[-/.月]\s*(?<lastDay>\d{1,2})\s*日?";

    /// <summary>The days, or null with a fault.</summary>
    public static EventDate? Read(NodeReader entry)
    {
        if (entry.Node is not MappingNode)
            return Span(entry.AsText(), 1) is { } span ? new EventDate([span]) : Refuse(entry, entry.AsText());
        var weights = entry.AsMap(weight => weight.AsNumber().ToDouble());
        var spans = new List<DaySpan>();
        foreach (var (text, weight) in weights)
        {
            if (Span(text, weight) is not { } span) return Refuse(entry, text);
            spans.Add(span);
        }

        return spans.Count > 0 && weights.Values.All(weight => weight > 0) && Math.Abs(weights.Values.Sum() - 1) < 1e-9
            ? new EventDate(spans)
            : Refuse(entry, $"weights that sum to {weights.Values.Sum():P0}");
    }

    private static EventDate? Refuse(NodeReader entry, string text)
    {
        entry.Report(PoolFaults.BadDate(entry.Where, text));
        return null;
    }

    private static DaySpan? Span(string text, double weight)
    {
        var match = Written().Match(text.Trim());
        if (!match.Success || DayOf(match.Groups["month"], match.Groups["day"]) is not { } from) return null;
        if (!match.Groups["lastMonth"].Success) return new DaySpan(from, from, weight);
        return DayOf(match.Groups["lastMonth"], match.Groups["lastDay"]) is { } to && to >= from ? new DaySpan(from, to, weight) : null;
    }

    private static int? DayOf(Group month, Group day)
    {
        var (m, d) = (int.Parse(month.ValueSpan), int.Parse(day.ValueSpan));
        const int leapYear = 2024;
        return m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(leapYear, m) ? (m * 100) + d : null;
    }

    [GeneratedRegex(
        @"^(between|from)?\s*" + From + @"(\s*(and|to|至|到|—|～|~)\s*" + To + @"(\s*之间)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
