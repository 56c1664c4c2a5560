// What one place of a table holds: exact values, from which every output is written.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Reports.Values;

/// <summary>One value of a table; the family is closed.</summary>
public abstract record Cell
{
    private protected Cell()
    {
    }

    /// <summary>A text in both languages.</summary>
    public static Cell Of(Text text) => new TextCell(text);

    /// <summary>A text that is not translated.</summary>
    public static Cell Of(string text) => new TextCell(Text.Same(text));

    /// <summary>An amount.</summary>
    public static Cell Of(Money amount) => new YuanCell(amount);

    /// <summary>A total that contains an undetermined amount: the true one is at least this.</summary>
    public static Cell AtLeast(Money amount) => new YuanCell(amount, true);

    /// <summary>A number of things, or a mean of such numbers, kept to two decimals.</summary>
    public static Cell Count(double number) => new CountCell(Math.Round((decimal)number, 2, MidpointRounding.AwayFromZero));

    /// <summary>A ratio, kept to six decimals; may be infinite, not NaN.</summary>
    public static Cell Ratio(double ratio) => new RatioCell(Rounded(ratio));

    /// <summary>A probability from 0 to 1, kept to six decimals.</summary>
    public static Cell Probability(double probability) =>
        probability is >= 0 and <= 1
            ? new ProbabilityCell(Rounded(probability))
            : throw new ArgumentOutOfRangeException(nameof(probability), probability, "a probability is from 0 to 1");

    /// <summary>A day.</summary>
    public static Cell Of(DateOnly date) => new DateCell(date);

    /// <summary>No figure, and why: undetermined, not applicable.</summary>
    public static Cell Missing(Text why) => new MissingCell(why);

    /// <summary>A place that is left blank.</summary>
    public static Cell Blank { get; } = new MissingCell(Text.Empty);

    /// <summary>Six decimals, the precision of every ratio and probability in every output.</summary>
    internal static double Rounded(double ratio)
    {
        if (double.IsNaN(ratio)) throw new ArgumentOutOfRangeException(nameof(ratio), "a ratio is a number");
        return double.IsFinite(ratio) ? Math.Round(ratio, 6, MidpointRounding.AwayFromZero) : ratio;
    }
}

/// <summary>A text.</summary>
public sealed record TextCell(Text Value) : Cell;

/// <summary>An amount, exact; with <paramref name="IsLowerBound"/> the true one may be higher.</summary>
public sealed record YuanCell(Money Amount, bool IsLowerBound = false) : Cell;

/// <summary>A number of things.</summary>
public sealed record CountCell(decimal Number) : Cell;

/// <summary>A ratio, shown as a percentage; may be infinite.</summary>
public sealed record RatioCell(double Value) : Cell;

/// <summary>A probability, 0 to 1.</summary>
public sealed record ProbabilityCell(double Value) : Cell;

/// <summary>A day.</summary>
public sealed record DateCell(DateOnly Value) : Cell;

/// <summary>No figure; the reason may be empty.</summary>
public sealed record MissingCell(Text Why) : Cell;
