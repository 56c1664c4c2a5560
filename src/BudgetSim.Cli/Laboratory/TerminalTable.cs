// Prints chosen columns of a report's table in the terminal, one line per row.
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Laboratory;

/// <summary>Tables in the terminal; Chinese characters take two columns, long texts are cut.</summary>
internal static class TerminalTable
{
    private const int Longest = 34;

    /// <summary>Prints the table's title and the columns named, in that order; all rows up to <paramref name="most"/>, then the total.</summary>
    public static void Write(TextWriter output, ReportTable source, Language language, IReadOnlyList<string> shown, int most = 60)
    {
        output.WriteLine(source.Title.In(language));
        var columns = shown.Select(id => source.Columns.ToList().FindIndex(column => column.Id == id)).Where(column => column >= 0).ToList();
        var rows = source.CheckedRows().ToList();
        string[][] lines =
        [
            [.. columns.Select(column => Cut(source.Columns[column].TitleWithUnit(source.Unit).In(language)))],
            .. rows.Where((row, index) => row.IsTotal || index < most).Select(row => columns.Select(column => Cut(CellText.Of(row.Cells[column], source.Unit, language))).ToArray()),
        ];
        var widths = columns.Select((_, place) => lines.Max(line => ShortName.Width(line[place]))).ToList();
        foreach (var line in lines) output.WriteLine("  " + string.Join("  ", line.Select((text, place) => Padded(text, widths[place], source.Columns[columns[place]].Kind == ColumnKind.Text))).TrimEnd());
        var left = rows.Count(row => !row.IsTotal) - most;
        if (left > 0) output.WriteLine($"  … +{left}");
        foreach (var note in source.Notes) output.WriteLine(note.In(language));
    }

    private static string Padded(string text, int width, bool isText)
    {
        var blanks = new string(' ', width - ShortName.Width(text));
        return isText ? text + blanks : blanks + text;
    }

    // A path says most at its end, so its beginning is what is left out.
    private static string Cut(string text)
    {
        if (ShortName.Width(text) <= Longest) return text;
        if (!text.Contains('/', StringComparison.Ordinal) || text.Contains(' ', StringComparison.Ordinal)) return ShortName.Of(text, Longest);
        while (ShortName.Width(text) > Longest - 1) text = text[1..];
        return "…" + text;
    }
}
