// Checks that rows which restate others do not restate each other in a circle.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>Circles of restated rows, each reported once, at its first row.</summary>
internal static class RestatedCheck
{
    public static IEnumerable<Diagnostic> Faults(IReadOnlyList<CheckedDocument> documents)
    {
        var measures = documents.SelectMany(document => document.Measures)
            .DistinctBy(measure => measure.Id)
            .ToDictionary(measure => measure.Id);
        var reported = new HashSet<string>();
        foreach (var document in documents)
        {
            foreach (var measure in document.Measures)
            {
                if (Circle(measure.Id, measures) is not { } circle || !reported.Add(string.Join(' ', circle.Order(StringComparer.Ordinal))))
                    continue;
                yield return Circular(document.At(measure, "restates"), [.. circle, measure.Id]);
            }
        }
    }

    // The shortest way from a row back to itself.
    private static List<string>? Circle(string start, Dictionary<string, Measure> measures)
    {
        var ways = new Queue<List<string>>([[start]]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in measures.GetValueOrDefault(way[^1])?.Restates ?? [])
            {
                if (next == start) return way;
                if (seen.Add(next)) ways.Enqueue([.. way, next]);
            }
        }

        return null;
    }

    private static Diagnostic Circular(Place at, IReadOnlyList<string> circle) =>
        Diagnostic.Error(
            at, "BS125", $"rows restate each other in a circle: {string.Join(" -> ", circle)}", "one of them must hold the money itself");
}
