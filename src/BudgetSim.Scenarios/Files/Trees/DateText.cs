// Reads dates as people write them: 2026-06-30, 2026/6/30, 2026.6.30, 2026年6月30日.
using System.Globalization;
using System.Text;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>Calendar days from text; year first, always with a day.</summary>
public static class DateText
{
    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>Reads one day; a time of midnight after it is ignored, full-width digits count as their ASCII twins.</summary>
    public static bool TryParse(string text, out DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = default;
        if (text.Length > 40) return false;
        var plain = Plain(text);
        foreach (var midnight in (string[])[" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00"])
            if (plain.EndsWith(midnight, StringComparison.Ordinal))
                plain = plain[..^midnight.Length];
        return DateOnly.TryParseExact(plain, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
            plain.Append(character is >= '０' and <= '９' ? (char)(character - '０' + '0')
                : character is '－' ? '-'
                : character is '／' ? '/'
                : character);
        return plain.ToString();
    }
}
