// Checks that measures and the rows of articles.csv name each other.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>Coverage of a document: each measure has its row, each row that claims a measure has one.</summary>
internal static class ArticleCheck
{
    public static IEnumerable<Diagnostic> Faults(CheckedDocument document)
    {
        if (document.Folder is null) return [];
        var read = ArticlesFile.Read(Path.Combine(document.Folder, ArticlesFile.Name));
        return read.Succeeded ? read.Diagnostics.Concat(Faults(document, read.Value)) : read.Diagnostics;
    }

    private static IEnumerable<Diagnostic> Faults(CheckedDocument document, IReadOnlyList<ArticleRow> rows)
    {
        var measures = document.Measures.Select(measure => measure.Id).ToHashSet();
        var ids = rows.Select(row => row.Id).ToHashSet();
        foreach (var repeated in rows.GroupBy(row => row.Id).SelectMany(group => group.Skip(1))) yield return Repeated(repeated);
        foreach (var measure in document.Measures.Where(measure => !ids.Contains(measure.Id)))
            yield return NoRow(measure.At, measure.Id, ids);
        foreach (var row in rows)
        {
            foreach (var claimed in row.EncodedBy
                .Where(claimed => IsOwn(claimed, document) && !measures.Contains(claimed) && (claimed == row.Id || !ids.Contains(claimed))))
                yield return NoMeasure(row, claimed, measures);
            if (row.EncodedBy.Count == 0 && row.Reason.Length == 0) yield return NoReason(row);
        }
    }

    // A rule may also be written into another row of the file, which then has measures or a reason of its own.
    private static bool IsOwn(string claimed, CheckedDocument document) =>
        claimed.StartsWith(document.Document.Id + "/", StringComparison.Ordinal);

    private static Diagnostic NoRow(Place at, string measure, IEnumerable<string> ids) =>
        Diagnostic.Error(
            at,
            "BS133",
            $"the measure {measure} has no row in {ArticlesFile.Name}",
            NearestName.To(measure, ids) is { } near ? $"is '{near}' meant?" : "add a row with its id and its article");

    private static Diagnostic NoMeasure(ArticleRow row, string claimed, IEnumerable<string> measures) =>
        Diagnostic.Error(
            row.Where,
            "BS134",
            $"the row {row.Id} says that {claimed} encodes it, but there is no such measure",
            NearestName.Hint(claimed, measures));

    private static Diagnostic NoReason(ArticleRow row) =>
        Diagnostic.Error(
            row.Where, "BS142", $"the row {row.Id} has neither a measure nor a reason", "say in 'reason' why no money is paid");

    private static Diagnostic Repeated(ArticleRow row) =>
        Diagnostic.Error(row.Where, "BS135", $"the row {row.Id} stands twice", "keep one of them");
}
