// Cuts names to the width that fits beside an axis; the table keeps them whole.
using System.Globalization;
using System.Text;

namespace BudgetSim.Reports.Values;

/// <summary>Names for pictures: one line, no control or direction marks, not wider than asked.</summary>
public static class ShortName
{
    /// <summary>
    /// The name within <paramref name="width"/> half-width columns (a Chinese character takes two), ending in … where
    /// it was cut. Line breaks and tabs become spaces; marks that turn the direction of writing are left out.
    /// </summary>
    public static string Of(string name, int width)
    {
        var plain = OneLine(name);
        if (Width(plain) <= width) return plain;
        var kept = new StringBuilder();
        var used = 0;
        var elements = StringInfo.GetTextElementEnumerator(plain);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            used += Width(element);
            if (used > width - 1) break;
            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>Half-width columns: two for East Asian characters and signs beyond the basic plane, one for others.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(rune => rune.Value >= 0x1100 && rune.Value != '…' ? 2 : 1);

    private static string OneLine(string name)
    {
        var line = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var isSpace = Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control;
            if (isSpace && line.Length > 0 && line[^1] != ' ') line.Append(' ');
            if (!isSpace && category is not (UnicodeCategory.Format or UnicodeCategory.Surrogate)) line.Append(rune.ToString());
        }

        return line.ToString().TrimEnd();
    }
}
