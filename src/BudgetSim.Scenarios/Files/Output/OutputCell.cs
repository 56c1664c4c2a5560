// One value of a table that is written, with its kind.
using System.Globalization;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Scenarios.Files.Output;

/// <summary>A value as text, and whether it is text or a number: only text is guarded against being run as a formula.</summary>
public readonly record struct OutputCell(string Text, OutputKind Kind)
{
    /// <summary>An empty cell.</summary>
    public static OutputCell Blank => new("", OutputKind.Text);

    /// <summary>Text, or an empty cell for null.</summary>
    public static implicit operator OutputCell(string? text) => new(text ?? "", OutputKind.Text);

    /// <summary>A whole number.</summary>
    public static implicit operator OutputCell(long number) => new(number.ToString(CultureInfo.InvariantCulture), OutputKind.Number);

    /// <summary>Yuan with at most two decimals.</summary>
    public static implicit operator OutputCell(Money money) => Fraction.Of(money.Fen, 100);

    /// <summary>The shortest decimal; a number without one is written as the text <c>n/d</c>.</summary>
    public static implicit operator OutputCell(Fraction number)
    {
        var text = QuantityText.Format(number);
        return new OutputCell(text, text.Contains('/') ? OutputKind.Text : OutputKind.Number);
    }

    /// <summary>A day as <c>2026-06-30</c>.</summary>
    public static implicit operator OutputCell(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), OutputKind.Date);

    /// <summary>A statistic with <paramref name="decimals"/> (0 to 15) decimals; an empty cell when it is not finite.</summary>
    public static OutputCell Statistic(double value, int decimals) =>
        double.IsFinite(value) ? new OutputCell(value.ToString("F" + decimals, CultureInfo.InvariantCulture), OutputKind.Number) : Blank;
}

/// <summary>What a written cell is.</summary>
public enum OutputKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,
}
