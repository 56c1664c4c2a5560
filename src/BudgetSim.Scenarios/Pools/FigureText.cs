// Writes a figure as people write it in data files: a share with %, yuan with 万 or 亿.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Scenarios.Pools;

/// <summary>Figures in the words of a scenario.</summary>
public static class FigureText
{
    private const int Digits = 4;
    private const long Wan = 10_000, Yi = 100_000_000;

    /// <summary>An exact number: a share with %, other numbers with 万 or 亿 where they are large and have few digits.</summary>
    public static string Of(Fraction value, bool isShare)
    {
        if (isShare) return QuantityText.Format(value * 100) + "%";
        var size = value.Sign < 0 ? -value : value;
        if (size >= Yi && (value / (Yi / 100)).IsInteger) return QuantityText.Format(value / Yi) + "亿";
        return size >= Wan && (value / 100).IsInteger ? QuantityText.Format(value / Wan) + "万" : QuantityText.Format(value);
    }

    /// <summary>A figure that was worked out (a mean, a median, a quantile), in four significant digits.</summary>
    public static string Rounded(double figure, bool isShare)
    {
        if (figure == 0 || !double.IsFinite(figure)) return Of(Fraction.Zero, isShare);
        var decimals = Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(figure))), isShare ? Digits : -12, 12);
        var power = (long)Math.Pow(10, Math.Abs(decimals));
        return Of(decimals >= 0 ? Fraction.Of((long)Math.Round(figure * power), power) : (long)Math.Round(figure / power) * power, isShare);
    }
}
