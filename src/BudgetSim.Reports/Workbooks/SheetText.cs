// Texts and names as a workbook can hold them.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BudgetSim.Reports.Workbooks;

/// <summary>Escapes cell texts and makes sheet names valid and unique.</summary>
internal static partial class SheetText
{
    private const int LongestCell = 32_767;
    private const int LongestName = 31;

    /// <summary>
    /// The text with characters that XML cannot hold written as the workbook format writes them (_x000B_), an underscore
    /// that would be read so escaped, halves of broken surrogate pairs replaced, and not longer than a cell may be.
    /// </summary>
    public static string Cell(string text)
    {
        var guarded = EscapeLike().Replace(text, "_x005F_${code}");
        var kept = new StringBuilder(guarded.Length);
        foreach (var rune in guarded.EnumerateRunes())
        {
            if (kept.Length > LongestCell - 8) break;
            if (IsForbidden(rune.Value)) kept.Append(CultureInfo.InvariantCulture, $"_x{rune.Value:X4}_");
            else kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    /// <summary>Whether an editor of the sheet could take the text for a formula once it is retyped.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'';

    /// <summary>A sheet name of at most 31 characters without the signs that names may not hold, unlike any of those taken.</summary>
    public static string Name(string title, ISet<string> taken)
    {
        var plain = ForbiddenInNames().Replace(Values.ShortName.Of(title, 200), " ").Trim().Trim('\'').Trim();
        if (plain.Length == 0 || plain.Equals("History", StringComparison.OrdinalIgnoreCase)) plain = "Sheet " + plain;
        var name = Cut(plain, LongestName);
        for (var number = 2; !taken.Add(name.ToUpperInvariant()); number++)
        {
            var suffix = $" ({number})";
            name = Cut(plain, LongestName - suffix.Length) + suffix;
        }

        return name;
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end].TrimEnd();
    }

    private static bool IsForbidden(int value) => value is < 0x20 and not (0x09 or 0x0A) or 0xFFFE or 0xFFFF;

    [GeneratedRegex("_(?<code>x[0-9A-Fa-f]{4}_)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EscapeLike();

    [GeneratedRegex(@"[\[\]:*?/\\]", RegexOptions.NonBacktracking)]
    private static partial Regex ForbiddenInNames();
}
