// A table of texts in aligned columns, one line a row.
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Writing;

/// <summary>
/// Tables for terminals and pipes; a Chinese character takes two cells. Texts are cut at <see cref="Widest"/>, and further where the table must fit; numbers
/// stand on the right and are never cut.
/// </summary>
internal static class TextTable
{
    private const int Widest = 48, Narrowest = 8, MostRows = 60;
    private const string Between = "  ";

    /// <summary>The columns of the terminal, 80 where it does not say; no limit in a pipe, where nobody looks at it.</summary>
    public static int TerminalWidth => Console.IsOutputRedirected ? int.MaxValue : Console.WindowWidth > 0 ? Console.WindowWidth : 80;

    /// <summary>The columns that a text takes.</summary>
    public static int Width(string text) => text.Sum(CellsOf);

    /// <summary>Writes the heads and the rows (all of the same length), in at most <paramref name="most"/> columns while cells can be cut further.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, int most = int.MaxValue) =>
        WriteRows(output, [.. heads.Select(head => (head, false))], rows, most);

    /// <summary>
    /// Writes the title of a report's table with its unit of money, the columns named in that order, all rows up to <paramref name="mostRows"/>, the total
    /// and the notes.
    /// </summary>
    public static void Write(TextWriter output, ReportTable source, Language language, IReadOnlyList<string> shown, int mostRows = MostRows, int? most = null)
    {
        var columns = shown.Select(id => source.Columns.ToList().FindIndex(column => column.Id == id)).Where(column => column >= 0).ToList();
        var hasMoney = columns.Exists(column => source.Columns[column].Kind == ColumnKind.Yuan);
        output.WriteLine(source.Title.In(language) + (!hasMoney ? "" : language == Language.Zh ? $"（金额单位：{source.Unit.Name.Zh}）" : $" (amounts in {source.Unit.Name.En})"));
        var rows = source.CheckedRows().ToList();
        WriteRows(
            output,
            [.. columns.Select(column => (source.Columns[column].Title.In(language), source.Columns[column].Kind != ColumnKind.Text))],
            [.. rows.Where((row, index) => row.IsTotal || index < mostRows).Select(row => columns.Select(column => CellText.Of(row.Cells[column], source.Unit, language)).ToArray())],
            most ?? TerminalWidth);
        var left = rows.Count(row => !row.IsTotal) - mostRows;
        if (left > 0) output.WriteLine($"… +{left}");
        foreach (var note in source.Notes) output.WriteLine(note.In(language));
    }

    private static void WriteRows(TextWriter output, IReadOnlyList<(string Text, bool IsNumber)> heads, IReadOnlyList<IReadOnlyList<string>> rows, int most)
    {
        var content = heads.Select((head, column) => rows.Select(row => Width(head.IsNumber ? row[column] : Cut(row[column], Widest))).DefaultIfEmpty(0).Max()).ToArray();
        int[] widths = [.. heads.Select((head, column) => Math.Max(content[column], Width(head.Text)))];
        var isTight = Sum(widths) > most;
        if (isTight) widths = [.. heads.Select((head, column) => Math.Max(content[column], head.Text.Split(' ').Max(Width)))];
        Fit(widths, [.. heads.Select(head => head.IsNumber)], most);
        var headLines = heads.Select((head, column) => isTight ? Wrapped(head.Text, widths[column]) : [head.Text]).ToList();
        for (var line = 0; line < headLines.Max(lines => lines.Count); line++) WriteRow(output, [.. headLines.Select(lines => lines.ElementAtOrDefault(line) ?? "")], widths, heads);
        WriteRow(output, [.. widths.Select(width => new string('-', width))], widths, heads);
        foreach (var row in rows) WriteRow(output, row, widths, heads);
    }

    private static void WriteRow(TextWriter output, IReadOnlyList<string> cells, int[] widths, IReadOnlyList<(string Text, bool IsNumber)> heads) =>
        output.WriteLine(string.Join(Between, cells.Select((cell, column) => Padded(heads[column].IsNumber ? cell : Cut(cell, widths[column]), widths[column], heads[column].IsNumber))).TrimEnd());

    private static string Padded(string text, int width, bool isNumber)
    {
        var blanks = new string(' ', Math.Max(0, width - Width(text)));
        return isNumber ? blanks + text : text + blanks;
    }

    private static int Sum(int[] widths) => widths.Sum() + (Between.Length * (widths.Length - 1));

    // The widest column of texts gives way first, the left one before the right.
    private static void Fit(int[] widths, bool[] areNumbers, int most)
    {
        while (Sum(widths) > most)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(column => !areNumbers[column] && widths[column] > Narrowest).DefaultIfEmpty(-1).MaxBy(column => column < 0 ? 0 : widths[column]);
            if (widest < 0) return;
            widths[widest]--;
        }
    }

    private static List<string> Wrapped(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && Width(lines[^1]) + 1 + Width(word) > width) lines.Add("");
            lines[^1] = lines[^1].Length == 0 ? Cut(word, width) : $"{lines[^1]} {word}";
        }

        return lines;
    }

    // A path says most at its end, and so does what stands behind a colon: there the beginning is what is left out.
    private static string Cut(string text, int widest)
    {
        var plain = text.ReplaceLineEndings(" ");
        if (Width(plain) <= widest) return plain;
        if (plain.Contains('/') && !plain.Contains(' ')) return "…" + End(plain, widest - 1);
        var colon = plain.LastIndexOfAny([':', '：']);
        var tail = colon > 0 ? plain[colon..] : "";
        return tail.Length > 0 && Width(tail) <= widest / 2 ? Beginning(plain[..colon], widest - Width(tail)) + tail : Beginning(plain, widest);
    }

    private static string Beginning(string text, int widest)
    {
        if (Width(text) <= widest) return text;
        var length = 0;
        for (var width = 0; width + CellsOf(text[length]) < widest; length++) width += CellsOf(text[length]);
        return text[..length] + "…";
    }

    private static string End(string text, int widest)
    {
        var start = text.Length;
        for (var width = 0; start > 0 && width + CellsOf(text[start - 1]) <= widest; start--) width += CellsOf(text[start - 1]);
        return text[start..];
    }

    // Ideographs, kana, hangul, full-width forms and their punctuation.
    private static int CellsOf(char character) =>
        character is (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3') or (>= '\uf900' and <= '\ufaff') or (>= '\ufe30' and <= '\ufe6f') or (>= '\uff00' and <= '\uff60') or (>= '\uffe0' and <= '\uffe6') ? 2 : 1;
}
