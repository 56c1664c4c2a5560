// Reads and writes numbers as people write them: 500万, 1.2亿, 3%, 5‰, 1,200.50, full-width digits.
using System.Globalization;

namespace BudgetSim.Core.Quantities;

/// <summary>Exact numbers from text and back; a unit sign after the digits multiplies (万 10^4, 亿 10^8, % 1/100, ‰ 1/1000).</summary>
public static class QuantityText
{
    /// <summary>
    /// Reads digits with an optional sign, thousands commas, decimals, a fraction <c>1/3</c>, a unit sign and a
    /// trailing 元. Full-width characters count as their ASCII twins. False if anything else is there.
    /// </summary>
    public static bool TryParse(string text, out Fraction value)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = default;
        try
        {
            return TryParseExact(HalfWidth(text).Trim(), out value);
        }
        catch (OverflowException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>Shortest decimal of an exact number; a number without a finite decimal is written <c>n/d</c>.</summary>
    public static string Format(Fraction value)
    {
        var scaled = value;
        for (var decimals = 0; decimals <= 18; decimals++, scaled *= 10)
        {
            if (!scaled.IsInteger) continue;
            var digits = Int128.Abs(scaled.Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
            var sign = value.Sign < 0 ? "-" : "";
            return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
        }

        return value.ToString();
    }

    /// <summary>
    /// Yuan as people read them: in 万 or 亿 where at most two decimals say them exactly (<c>500万元</c>), else in digits to the yuan and below
    /// (<c>944,870元</c>), as <see cref="Digits"/> writes them.
    /// </summary>
    public static string FormatYuan(Fraction yuan)
    {
        var size = yuan.Sign < 0 ? -yuan : yuan;
        foreach (var (unit, factor) in new[] { ("亿", 100_000_000L), ("万", 10_000L) })
            if (size >= factor && (yuan / factor * 100).IsInteger) return Digits(yuan / factor) + unit + "元";
        return Digits(yuan) + "元";
    }

    /// <summary>Yuan as English readers write them: <c>5,000,000 yuan</c>, as <see cref="Digits"/> writes them.</summary>
    public static string FormatYuanInEnglish(Fraction yuan) => Digits(yuan) + " yuan";

    /// <summary>Grouped digits with up to four decimals, exact or marked ≈.</summary>
    public static string Digits(Fraction number)
    {
        var size = number.Sign < 0 ? -number : number;
        var rounded = Fraction.Of(((size * 10_000) + Fraction.Of(1, 2)).Floor(), 10_000);
        var digits = Format(rounded).Split('.', 2);
        var whole = Int128.Parse(digits[0], CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture);
        return $"{(rounded == size ? "" : "≈")}{(number.Sign < 0 ? "-" : "")}{whole}{(digits.Length > 1 ? "." + digits[1] : "")}";
    }

    private static bool TryParseExact(string plain, out Fraction value)
    {
        value = default;
        if (plain.EndsWith('元')) plain = plain[..^1].TrimEnd();
        var factor = Fraction.One;
        while (plain.Length > 0 && UnitFactor(plain[^1]) is { } unit)
        {
            factor *= unit;
            plain = plain[..^1].TrimEnd();
        }

        if (!TryParseRatio(plain, out var number)) return false;
        value = number * factor;
        return true;
    }

    // Unicode normalisation would do, but is absent without culture data.
    private static string HalfWidth(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var i = 0; i < plain.Length; i++)
            plain[i] = source[i] switch
            {
                >= '！' and <= '～' => (char)(source[i] - '！' + '!'),
                '\u3000' or '\u00A0' => ' ',
                var other => other,
            };
    });

    private static bool TryParseRatio(string text, out Fraction value)
    {
        value = default;
        var slash = text.IndexOf('/');
        if (slash < 0) return TryParseDecimal(text, out value);
        if (!TryParseDecimal(text[..slash].TrimEnd(), out var above)) return false;
        if (!TryParseDecimal(text[(slash + 1)..].TrimStart(), out var below) || below.Sign == 0) return false;
        value = above / below;
        return true;
    }

    private static bool TryParseDecimal(string text, out Fraction value)
    {
        value = default;
        if (!GroupsAreThousands(text)) return false;
        var digits = text.Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return Fraction.TryParse(digits.StartsWith('+') ? digits[1..] : digits, out value);
    }

    // 1,200 is twelve hundred; 1,20 is a typing error, not 120, and 1.200,50 is not 1.20050.
    private static bool GroupsAreThousands(string text)
    {
        if (text.Split('.').Skip(1).Any(part => part.Contains(','))) return false;
        var groups = text.Split('.')[0].TrimStart('-', '+').Split(',');
        return groups.Length == 1
            || (groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
    }

    private static Fraction? UnitFactor(char sign) => sign switch
    {
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        '%' => Fraction.Of(1, 100),
        '‰' => Fraction.Of(1, 1000),
        _ => null,
    };
}
