// What a run prints: the summary sentences and the table of clauses, within 80 columns.
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using Spectre.Console;
using ReportText = BudgetSim.Reports.Values.Text;

namespace BudgetSim.Cli.Running;

/// <summary>The terminal's view of a report.</summary>
internal static class TerminalSummary
{
    private static readonly string[] Shown = ["clause", "claims", "p50", "p90", "cut-probability"];
    private const int Width = 80, LongestName = 30;

    public static void Write(TextWriter output, Report report, Language language)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), ColorSystem = Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        console.MarkupLineInterpolated($"[bold]{report.Title.In(language)}[/]");
        foreach (var sentence in report.Summary) console.WriteLine(sentence.In(language));
        if (report.Tables.FirstOrDefault(table => table.Id == "clauses") is { } clauses) console.Write(TableOf(clauses, language));
        if (report.Certificate is { } certificate) console.WriteLine(certificate.Statement.In(language));
    }

    private static Table TableOf(ReportTable clauses, Language language)
    {
        var table = new Table { Border = TableBorder.Simple };
        var columns = Shown.Select(id => clauses.Columns.ToList().FindIndex(column => column.Id == id)).ToList();
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(clauses.Columns[column].TitleWithUnit(clauses.Unit).In(language))) { Alignment = clauses.Columns[column].Kind == ColumnKind.Text ? Justify.Left : Justify.Right });
        foreach (var (cells, _) in clauses.CheckedRows()) table.AddRow([.. columns.Select(column => Markup.Escape(Shorten(CellText.Of(cells[column], clauses.Unit, language))))]);
        return table;
    }

    private static string Shorten(string text) => text.Length <= LongestName ? text : text[..(LongestName - 1)] + "…";
}
