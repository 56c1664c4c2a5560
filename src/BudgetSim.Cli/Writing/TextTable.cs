// A table of texts in aligned columns, one line a row.
namespace BudgetSim.Cli.Writing;

/// <summary>Tables for terminals and pipes; a Chinese character takes two cells. Cells are cut at <see cref="Widest"/>, and further where the table must fit.</summary>
internal static class TextTable
{
    private const int Widest = 48;
    private const int Narrowest = 8;
    private const string Between = "  ";

    /// <summary>The columns of the terminal, 80 where it does not say; no limit in a pipe, where nobody looks at it.</summary>
    public static int TerminalWidth => Console.IsOutputRedirected ? int.MaxValue : Console.WindowWidth > 0 ? Console.WindowWidth : 80;

    /// <summary>Writes the heads and the rows (all of the same length), in at most <paramref name="most"/> columns while cells can be cut further.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, int most = int.MaxValue)
    {
        var widths = heads.Select((head, column) => rows.Select(row => Width(Cut(row[column], Widest))).Append(Width(head)).Max()).ToArray();
        Fit(widths, most);
        var cut = rows.Select(row => row.Select((cell, column) => Cut(cell, widths[column])).ToArray()).ToList();
        heads = [.. heads.Select((head, column) => Cut(head, widths[column]))];
        WriteRow(output, heads, widths);
        WriteRow(output, [.. widths.Select(width => new string('-', width))], widths);
        foreach (var row in cut) WriteRow(output, row, widths);
    }

    private static void WriteRow(TextWriter output, IReadOnlyList<string> cells, int[] widths) =>
        output.WriteLine(string.Join(Between, cells.Select((cell, column) => cell + new string(' ', widths[column] - Width(cell)))).TrimEnd());

    // The widest column gives way first, the left one before the right.
    private static void Fit(int[] widths, int most)
    {
        while (widths.Length > 0 && widths.Sum() + (Between.Length * (widths.Length - 1)) > most && widths.Max() > Narrowest) widths[Array.IndexOf(widths, widths.Max())]--;
    }

    private static string Cut(string text, int widest)
    {
        var plain = text.ReplaceLineEndings(" ");
        if (Width(plain) <= widest) return plain;
        var length = 0;
        for (var width = 0; width + CellsOf(plain[length]) < widest; length++) width += CellsOf(plain[length]);
        return plain[..length] + "…";
    }

    private static int Width(string text) => text.Sum(CellsOf);

    // Ideographs, kana, hangul, full-width forms and their punctuation.
    private static int CellsOf(char character) =>
        character is (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3') or (>= '\uf900' and <= '\ufaff') or (>= '\ufe30' and <= '\ufe6f') or (>= '\uff00' and <= '\uff60') or (>= '\uffe0' and <= '\uffe6') ? 2 : 1;
}
