// Turns the text of a scalar or a cell into a number or a yes/no, exactly or not at all.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>Values from text; nothing here throws on bad text.</summary>
public static class ScalarText
{
    private const int LongestNumber = 60;

    /// <summary>
    /// Reads <c>500万</c>, <c>1,200.50</c>, <c>3%</c>, <c>1/3</c>; false when there is anything else or the number is out of range.
    /// </summary>
    public static bool TryNumber(string text, out Fraction value)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = default;
        return text.Length <= LongestNumber && QuantityText.TryParse(text, out value);
    }

    /// <summary>Reads a JSON number, whose exponent moves the point: <c>1.5e3</c> is 1500.</summary>
    public static bool TryJsonNumber(string text, out Fraction value)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        if (mark < 0) return TryNumber(text, out value);
        if (!TryNumber(text[..mark], out value)) return false;
        if (!int.TryParse(text.AsSpan(mark + 1), out var exponent) || Math.Abs(exponent) > 30) return false;
        return TryScale(ref value, exponent);
    }

    /// <summary>Reads true, yes, 是, √ or false, no, 否; letters in any case.</summary>
    public static bool TryTruth(string text, out bool value)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = text.ToUpperInvariant() is "TRUE" or "YES" or "是" or "√";
        return value || text.ToUpperInvariant() is "FALSE" or "NO" or "否";
    }

    private static bool TryScale(ref Fraction value, int exponent)
    {
        try
        {
            for (var i = Math.Abs(exponent); i > 0; i--) value = exponent > 0 ? value * 10 : value / 10;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
