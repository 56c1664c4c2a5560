// Prints chosen columns of a report's table in the terminal.
using BudgetSim.Reports.Values;
using Spectre.Console;

namespace BudgetSim.Cli.Laboratory;

/// <summary>Tables in the terminal, cut to what fits a line.</summary>
internal static class TerminalTable
{
    private const int Width = 110, LongestText = 44;

    /// <summary>Prints the table's title and the columns named, in that order; all rows up to <paramref name="most"/>, then the total.</summary>
    public static void Write(TextWriter output, ReportTable source, Language language, IReadOnlyList<string> shown, int most = 60)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), ColorSystem = Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        console.WriteLine(source.Title.In(language));
        var table = new Table { Border = TableBorder.Simple };
        var columns = shown.Select(id => source.Columns.ToList().FindIndex(column => column.Id == id)).Where(column => column >= 0).ToList();
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(source.Columns[column].TitleWithUnit(source.Unit).In(language))) { Alignment = source.Columns[column].Kind == ColumnKind.Text ? Justify.Left : Justify.Right });
        var rows = source.CheckedRows().ToList();
        foreach (var (cells, _) in rows.Where((row, index) => row.IsTotal || index < most)) table.AddRow([.. columns.Select(column => Markup.Escape(Shorten(CellText.Of(cells[column], source.Unit, language))))]);
        console.Write(table);
        if (rows.Count > most) console.WriteLine($"… {rows.Count - most}");
        foreach (var note in source.Notes) console.WriteLine(note.In(language));
    }

    private static string Shorten(string text) => text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";
}
