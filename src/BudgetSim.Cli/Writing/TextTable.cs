// A table of texts in aligned columns, one line a row.
namespace BudgetSim.Cli.Writing;

/// <summary>Tables for terminals and pipes; a Chinese character takes two cells. Cells are cut at <see cref="Widest"/>.</summary>
internal static class TextTable
{
    private const int Widest = 48;

    /// <summary>Writes the heads and the rows (all of the same length).</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var cut = rows.Select(row => row.Select(Cut).ToArray()).ToList();
        var widths = heads.Select((head, column) => cut.Select(row => Width(row[column])).Append(Width(head)).Max()).ToArray();
        WriteRow(output, heads, widths);
        WriteRow(output, [.. widths.Select(width => new string('-', width))], widths);
        foreach (var row in cut) WriteRow(output, row, widths);
    }

    private static void WriteRow(TextWriter output, IReadOnlyList<string> cells, int[] widths) =>
        output.WriteLine(string.Join("  ", cells.Select((cell, column) => cell + new string(' ', widths[column] - Width(cell)))).TrimEnd());

    private static string Cut(string text)
    {
        var plain = text.ReplaceLineEndings(" ");
        if (Width(plain) <= Widest) return plain;
        var length = 0;
        for (var width = 0; width + CellsOf(plain[length]) < Widest; length++) width += CellsOf(plain[length]);
        return plain[..length] + "…";
    }

    private static int Width(string text) => text.Sum(CellsOf);

    // Ideographs, kana, hangul, full-width forms and their punctuation.
    private static int CellsOf(char character) =>
        character is (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3') or (>= '\uf900' and <= '\ufaff') or (>= '\ufe30' and <= '\ufe6f') or (>= '\uff00' and <= '\uff60') or (>= '\uffe0' and <= '\uffe6') ? 2 : 1;
}
