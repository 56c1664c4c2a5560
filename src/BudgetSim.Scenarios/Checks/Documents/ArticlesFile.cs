// Reads seeds/<document>/articles.csv: every clause of a document and the measures that encode it.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Tables;

namespace BudgetSim.Scenarios.Checks.Documents;

/// <summary>One clause of a document: the ids it is encoded by, or the reason why it has no measure.</summary>
public sealed record ArticleRow(string Id, string Article, IReadOnlyList<string> EncodedBy, string Reason, Place Where);

/// <summary>The articles of a document as a file.</summary>
public static class ArticlesFile
{
    /// <summary>The file's name inside a document's folder.</summary>
    public const string Name = "articles.csv";

    /// <summary>The rows of <paramref name="path"/> in file order.</summary>
    public static Loaded<IReadOnlyList<ArticleRow>> Read(string path)
    {
        var table = TableFile.Read(path);
        if (!table.Succeeded) return new Loaded<IReadOnlyList<ArticleRow>>(null, table.Diagnostics);
        var faults = table.Diagnostics.ToList();
        int Column(string name) => table.Value.RequiredColumn(name, faults);
        var (id, article, _, _, encodedBy, reason) =
            (Column("row_id"), Column("article"), Column("title_zh"), Column("title_en"), Column("encoded_by"), Column("reason"));
        if (faults.Exists(fault => fault.Severity == Severity.Error)) return Loaded<IReadOnlyList<ArticleRow>>.From(null, faults);
        IReadOnlyList<ArticleRow> rows = [.. table.Value.Rows.Select(row => new ArticleRow(
            row[id].Text.Trim(),
            row[article].Text,
            row[encodedBy].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            row[reason].Text,
            row.Where))];
        return Loaded<IReadOnlyList<ArticleRow>>.From(rows, faults);
    }
}
