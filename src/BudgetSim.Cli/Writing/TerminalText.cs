// Texts on a terminal, measured in cells: a Chinese character takes two.
using System.Globalization;
using System.Text;

namespace BudgetSim.Cli.Writing;

/// <summary>How wide a text is, what of it fits, and where its lines end.</summary>
internal static class TerminalText
{
    private const string NotFirst = "，。；：！？、）》”’」】%,.;:!?)]}…", NotLast = "（《“‘「【([{";

    /// <summary>The columns of the terminal, 80 where it does not say; no limit in a pipe, where nobody looks at it.</summary>
    public static int Columns => Console.IsOutputRedirected ? int.MaxValue : Console.WindowWidth > 0 ? Console.WindowWidth : 80;

    /// <summary>The columns of a short table that heads a result: the terminal's, and 80 in a pipe.</summary>
    public static int TableColumns => Console.IsOutputRedirected ? 80 : Columns;

    /// <summary>Cells that the text takes.</summary>
    public static int Width(string text) => text.Sum(CellsOf);

    /// <summary>
    /// The text as a terminal may print it: a sign that moves the cursor, changes colours or turns the direction of writing becomes a
    /// blank.
    /// </summary>
    public static string Plain(string text) =>
        text.Any(IsActive) ? string.Concat(text.ReplaceLineEndings(" ").Select(sign => IsActive(sign) ? ' ' : sign)) : text;

    /// <summary>The text with blanks beside it up to <paramref name="width"/> cells.</summary>
    public static string Padded(string text, int width, bool toRight = false)
    {
        var blanks = new string(' ', Math.Max(0, width - Width(text)));
        return toRight ? blanks + text : text + blanks;
    }

    /// <summary>
    /// The text within <paramref name="widest"/> cells. A path says most at its end, and so does what stands behind a colon: there the
    /// beginning is left out.
    /// </summary>
    public static string Cut(string text, int widest)
    {
        var plain = Plain(text);
        if (Width(plain) <= widest) return plain;
        if (plain.Contains('/') && !plain.Contains(' ')) return "…" + End(plain, widest - 1);
        var colon = plain.LastIndexOfAny([':', '：']);
        var tail = colon > 0 ? plain[colon..] : "";
        return tail.Length > 0 && Width(tail) <= widest / 2
            ? Beginning(plain[..colon], widest - Width(tail)) + tail
            : Beginning(plain, widest);
    }

    /// <summary>
    /// Prints a sentence in lines that fit <paramref name="most"/> cells (else the terminal); later lines begin with
    /// <paramref name="indent"/>.
    /// </summary>
    public static void WriteSentence(TextWriter output, string sentence, string indent = "", int? most = null)
    {
        var widest = most ?? Columns;
        var lines = Wrapped(Plain(sentence), widest, Math.Max(1, widest - Width(indent)));
        for (var line = 0; line < lines.Count; line++) output.WriteLine((line == 0 ? "" : indent) + lines[line]);
    }

    /// <summary>
    /// The text in lines of at most <paramref name="widest"/> cells: broken at blanks and between Chinese characters, but not before a
    /// closing sign or after an opening one.
    /// </summary>
    public static IReadOnlyList<string> Wrapped(string text, int widest) => Wrapped(text, widest, widest);

    private static List<string> Wrapped(string text, int first, int later)
    {
        var (lines, line) = (new List<string>(), new StringBuilder());
        foreach (var piece in Pieces(text))
        {
            var widest = lines.Count == 0 ? first : later;
            if (line.Length > 0 && Width($"{line}{piece}".TrimEnd()) > widest)
            {
                lines.Add($"{line}".TrimEnd());
                line.Clear();
            }

            line.Append(line.Length == 0 && lines.Count > 0 ? piece.TrimStart() : piece);
        }

        lines.Add($"{line}".TrimEnd());
        return lines;
    }

    // Each piece may begin a line.
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (!MayBreak(text[at - 1], text[at])) continue;
            yield return text[start..at];
            start = at;
        }

        yield return text[start..];
    }

    // A number stays with its unit.
    private static bool MayBreak(char before, char after)
    {
        if (before == ' ') return after != ' ';
        var isChinese = CellsOf(before) == 2 || CellsOf(after) == 2;
        return isChinese && after != ' ' && !char.IsAsciiDigit(before) && !NotFirst.Contains(after) && !NotLast.Contains(before);
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

    private static bool IsActive(char sign) =>
        char.IsControl(sign)
            || char.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    // Ideographs, kana, hangul, full-width forms and their punctuation.
    private static int CellsOf(char character) =>
        character is (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3')
            or (>= '\uf900' and <= '\ufaff') or (>= '\ufe30' and <= '\ufe6f') or (>= '\uff00' and <= '\uff60')
            or (>= '\uffe0' and <= '\uffe6')
            ? 2
            : 1;
}
