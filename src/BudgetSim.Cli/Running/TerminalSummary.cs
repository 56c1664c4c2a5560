// What a run prints: the summary sentences and the table of clauses, within 80 columns.
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Running;

/// <summary>The terminal's view of a report.</summary>
internal static class TerminalSummary
{
    private static readonly (string Column, int Width)[] Shown = [("clause", 38), ("claims", 9), ("p50", 11), ("p90", 11), ("cut-probability", 9)];
    private static readonly Text[] Headings = [new("条款", "Clause"), new("申报", "Claims"), Text.Same("P50"), Text.Same("P90"), new("压减", "Cut")];

    public static void Write(TextWriter output, Report report, Language language)
    {
        output.WriteLine(report.Title.In(language));
        foreach (var sentence in report.Summary) output.WriteLine(sentence.In(language));
        if (report.Tables.FirstOrDefault(table => table.Id == "clauses") is { } clauses) WriteTable(output, clauses, language);
        if (report.Certificate is { } certificate) output.WriteLine(certificate.Statement.In(language));
    }

    private static void WriteTable(TextWriter output, ReportTable clauses, Language language)
    {
        var columns = Shown.Select(shown => clauses.Columns.ToList().FindIndex(column => column.Id == shown.Column)).ToList();
        output.WriteLine();
        WriteRow(output, Headings.Select(heading => heading.In(language)));
        foreach (var (cells, _) in clauses.CheckedRows()) WriteRow(output, columns.Select(column => CellText.Of(cells[column], clauses.Unit, language)));
        output.WriteLine(language == Language.Zh ? $"（金额单位：{clauses.Unit.Name.Zh}）" : $"(amounts in {clauses.Unit.Name.En})");
        output.WriteLine();
    }

    private static void WriteRow(TextWriter output, IEnumerable<string> texts) =>
        output.WriteLine(string.Join(' ', texts.Select((text, column) => Padded(ShortName.Of(text, Shown[column].Width), Shown[column].Width, toRight: column > 0))).TrimEnd());

    private static string Padded(string text, int width, bool toRight)
    {
        var blanks = new string(' ', Math.Max(0, width - ShortName.Width(text)));
        return toRight ? blanks + text : text + blanks;
    }
}
