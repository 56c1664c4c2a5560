// A table of texts in aligned columns, one line a row.
using System.Globalization;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Writing;

/// <summary>
/// Tables for terminals and pipes; a Chinese character takes two cells. Texts are cut at <see cref="Widest"/>, and further where the table
/// must fit; numbers stand on the right and are never cut, nor are keys: where the table must fit, a key wider than <see cref="WidestKey"/>
/// has a line of its own.
/// </summary>
internal static class TextTable
{
    private const int Widest = 48, WidestKey = 40, Narrowest = 8, MostRows = 60;
    private const string Between = "  ";

    /// <summary>
    /// Writes the heads and the rows (all of the same length), in at most <paramref name="most"/> columns while cells can be cut further.
    /// </summary>
    public static void Write(
        TextWriter output, IReadOnlyList<TextColumn> heads, IReadOnlyList<IReadOnlyList<string>> rows, int? most = null) =>
        WriteRows(output, heads, [.. rows.Select(row => row.Select(TerminalText.Plain).ToArray())], most ?? TerminalText.Columns);

    /// <summary>Whether the table stands in <paramref name="most"/> columns with no cell shorter than <see cref="Widest"/>.</summary>
    public static bool Fits(IReadOnlyList<TextColumn> heads, IReadOnlyList<IReadOnlyList<string>> rows, int? most = null) =>
        Sum([.. heads.Select((head, column) => rows.Select(row => Math.Min(Widest, TerminalText.Width(row[column])))
            .Append(TerminalText.Width(head.Text))
            .Max())]) <= (most ?? TerminalText.Columns);

    /// <summary>
    /// Writes the title of a report's table with its unit of money, the columns named in that order, all rows up to
    /// <paramref name="mostRows"/>, the total and the notes.
    /// </summary>
    public static void Write(
        TextWriter output, ReportTable source, Language language, IReadOnlyList<string> shown, int mostRows = MostRows, int? most = null)
    {
        var columns = shown.Select(id => source.Columns.ToList().FindIndex(column => column.Id == id))
            .Where(column => column >= 0)
            .ToList();
        var hasMoney = columns.Exists(column => source.Columns[column].Kind == ColumnKind.Yuan);
        output.WriteLine(source.Title.In(language) + (!hasMoney ? ""
            : language == Language.Zh ? $"（金额单位：{source.Unit.Name.Zh}）"
            : $" (amounts in {source.Unit.Name.En})"));
        var rows = source.CheckedRows().ToList();
        WriteRows(
            output,
            [.. columns.Select(column => new TextColumn(
                source.Columns[column].Title.In(language), source.Columns[column].Kind != ColumnKind.Text))],
            Texts(source, [.. rows.Where((row, index) => row.IsTotal || index < mostRows).Select(row => row.Cells)], columns, language),
            most ?? TerminalText.Columns);
        var left = rows.Count(row => !row.IsTotal) - mostRows;
        if (left > 0) output.WriteLine($"… +{left}");
        foreach (var note in source.Notes) TerminalText.WriteSentence(output, note.In(language), "", most);
    }

    /// <summary>The cells of some columns as texts; where one number of a column has decimals, all of them have two.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Texts(
        ReportTable source, IReadOnlyList<IReadOnlyList<Cell>> rows, IReadOnlyList<int> columns, Language language)
    {
        var haveDecimals = columns.Select(column => rows.Any(row => row[column] is CountCell count && !decimal.IsInteger(count.Number)))
            .ToList();
        string Of(Cell cell, bool hasDecimals) =>
            hasDecimals && cell is CountCell count
                ? count.Number.ToString("#,##0.00", CultureInfo.InvariantCulture)
                : CellText.Of(cell, source.Unit, language);
        return [.. rows.Select(row => columns.Select((column, index) => Of(row[column], haveDecimals[index])).ToArray())];
    }

    private static void WriteRows(TextWriter output, IReadOnlyList<TextColumn> heads, IReadOnlyList<IReadOnlyList<string>> rows, int most)
    {
        var content = heads
            .Select((head, column) => rows
                .Select(row => TerminalText.Width(head.IsWhole ? row[column] : TerminalText.Cut(row[column], Widest)))
                .DefaultIfEmpty(0)
                .Max())
            .ToArray();
        int[] widths = [.. heads.Select((head, column) => Math.Max(content[column], TerminalText.Width(head.Text)))];
        var isTight = Sum(widths) > most;
        if (isTight)
            widths = [.. heads.Select((head, column) => Math.Max(
                head.IsKey ? Math.Min(WidestKey, content[column]) : content[column], head.Text.Split(' ').Max(TerminalText.Width)))];
        Fit(widths, [.. heads.Select(head => head.IsWhole)], most);
        var headLines = heads.Select((head, column) => isTight ? Wrapped(head.Text, widths[column]) : [head.Text]).ToList();
        for (var line = 0; line < headLines.Max(lines => lines.Count); line++)
            WriteRow(output, [.. headLines.Select(lines => lines.ElementAtOrDefault(line) ?? "")], widths, heads);
        WriteRow(output, [.. widths.Select(width => new string('-', width))], widths, heads);
        foreach (var row in rows)
        {
            var (first, isAlone) = (row[0], heads[0].IsKey && TerminalText.Width(row[0]) > widths[0]);
            if (isAlone) output.WriteLine(first);
            WriteRow(output, [isAlone ? "" : first, .. row.Skip(1)], widths, heads);
        }
    }

    private static void WriteRow(TextWriter output, IReadOnlyList<string> cells, int[] widths, IReadOnlyList<TextColumn> heads) =>
        output.WriteLine(string.Join(
            Between,
            cells.Select((cell, column) => TerminalText.Padded(heads[column].IsWhole ? cell : TerminalText.Cut(
                cell, widths[column]), widths[column], heads[column].IsNumber))).TrimEnd());

    private static int Sum(int[] widths) => widths.Sum() + (Between.Length * (widths.Length - 1));

    // The widest column of texts gives way first, the left one before the right.
    private static void Fit(int[] widths, bool[] areWhole, int most)
    {
        while (Sum(widths) > most)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(column => !areWhole[column] && widths[column] > Narrowest)
                .DefaultIfEmpty(-1)
                .MaxBy(column => column < 0 ? 0 : widths[column]);
            if (widest < 0) return;
            widths[widest]--;
        }
    }

    private static IReadOnlyList<string> Wrapped(string text, int width) =>
        [.. TerminalText.Wrapped(text, width).Select(line => TerminalText.Cut(line, width))];
}
