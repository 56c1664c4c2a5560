// What a run prints: the summary sentences and the table of clauses, within 80 columns.
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Running;

/// <summary>The terminal's view of a report.</summary>
internal static class TerminalSummary
{
    private static readonly (string Column, Text Heading)[] Shown =
        [
            ("clause", new("条款", "Clause")),
            ("claims", new("申报", "Claims")),
            ("p50", Text.Same("P50")),
            ("p90", Text.Same("P90")),
            ("cut-probability", new("压减", "Cut")),
        ];

    public static void Write(TextWriter output, Report report, Language language)
    {
        output.WriteLine(report.Title.In(language));
        foreach (var sentence in report.Summary) TerminalText.WriteSentence(output, sentence.In(language));
        if (report.Tables.FirstOrDefault(table => table.Id == "clauses") is { } clauses) WriteTable(output, clauses, language);
        if (report.Certificate is { } certificate) TerminalText.WriteSentence(output, certificate.Statement.In(language));
    }

    private static void WriteTable(TextWriter output, ReportTable clauses, Language language)
    {
        var columns = Shown.Select(shown => clauses.Columns.ToList().FindIndex(column => column.Id == shown.Column)).ToList();
        output.WriteLine();
        TextTable.Write(
            output,
            [.. Shown.Select((shown, index) => new TextColumn(shown.Heading.In(language), IsNumber: index > 0))],
            TextTable.Texts(clauses, [.. clauses.CheckedRows().Select(row => row.Cells)], columns, language),
            TerminalText.TableColumns);
        output.WriteLine(language == Language.Zh ? $"（金额单位：{clauses.Unit.Name.Zh}）" : $"(amounts in {clauses.Unit.Name.En})");
        output.WriteLine();
    }
}
