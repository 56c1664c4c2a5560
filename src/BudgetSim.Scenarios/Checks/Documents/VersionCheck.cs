// Checks dates: windows that end before they begin, and versions of one measure in force on the same day.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>Windows and versions.</summary>
internal static class VersionCheck
{
    public static IEnumerable<Diagnostic> Faults(CheckedDocument document)
    {
        foreach (var measure in document.Measures.Where(measure => IsBefore(measure.Validity.To, measure.Validity.From)))
            yield return EndsFirst(document.At(measure, "valid"), measure);
        foreach (var versions in document.Measures.GroupBy(measure => (MeasureVersions.BaseOf(measure.Id), measure.Validity.DateAttribute)))
        {
            var rows = versions.ToList();
            for (var later = 1; later < rows.Count; later++)
            {
                if (rows.Take(later).FirstOrDefault(row => Overlap(row.Validity, rows[later].Validity)) is { } earlier)
                    yield return Overlapping(document.At(rows[later], "valid"), rows[later], earlier);
            }
        }
    }

    private static bool Overlap(Validity a, Validity b) => !IsBefore(a.To, b.From) && !IsBefore(b.To, a.From);

    private static bool IsBefore(string? end, string? start) =>
        end is not null && start is not null && string.CompareOrdinal(end, start) < 0;

    private static Diagnostic EndsFirst(Place at, Measure measure) =>
        Diagnostic.Error(
            at,
            "BS137",
            $"{measure.Id} is valid from {measure.Validity.From} to {measure.Validity.To}: it ends before it begins",
            "exchange the dates");

    private static Diagnostic Overlapping(Place at, Measure later, Measure earlier) => Diagnostic.Error(
        at,
        "BS124",
        $"{later.Id} and {earlier.Id} are both in force on some days of {later.Validity.DateAttribute}",
        "end the older version the day before the newer one begins");
}
