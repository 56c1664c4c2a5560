// Reads numbers written on the command line.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Cli.Writing;

/// <summary>Numbers as people write them, alone or in a list.</summary>
internal static class WrittenNumbers
{
    private static readonly char[] Separators = [',', '，', ';', '；', '、'];

    /// <summary>One number such as <c>200</c>, <c>1.5亿</c> or <c>1/3</c>; 0 after a fault.</summary>
    public static Fraction One(string option, string text, ICollection<Diagnostic> faults)
    {
        if (ScalarText.TryNumber(text, out var value)) return value;
        faults.Add(NotANumber(option, text));
        return value;
    }

    /// <summary>Numbers between commas; every one that is none is a fault.</summary>
    public static IReadOnlyList<Fraction> List(string option, string text, ICollection<Diagnostic> faults) =>
        [.. text.Split(Separators).Select(part => One(option, part, faults))];

    /// <summary>One whole number that fits a <see langword="long"/>; 0 after a fault.</summary>
    public static long Whole(string option, string text, ICollection<Diagnostic> faults)
    {
        var value = One(option, text, faults);
        if (value.IsInteger && Int128.Abs(value.Numerator) <= long.MaxValue) return (long)value.Numerator;
        faults.Add(NotWhole(option, text));
        return 0;
    }

    /// <summary>Whole weights in the same proportions, by the common denominator.</summary>
    public static IReadOnlyList<long> Scaled(string option, IReadOnlyList<Fraction> weights, ICollection<Diagnostic> faults)
    {
        try
        {
            var scale = weights.Aggregate(
                Int128.One, (common, weight) => checked(common * Fraction.Of(weight.Denominator, common).Numerator));
            return [.. weights.Select(weight => checked((long)(weight * Fraction.Of(scale, 1)).Numerator))];
        }
        catch (OverflowException)
        {
            faults.Add(Diagnostic.Error(
                Place.Of(option),
                "BS427",
                "the weights in units of their common denominator exceed 2^62",
                "write fewer decimals or smaller numbers"));
            return [];
        }
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static Diagnostic NotANumber(string option, string text) =>
        Diagnostic.Error(
            Place.Of(option),
            "BS425",
            $"expected a number, found '{Short(text)}'",
            "write numbers such as 100,35万,1/3 with commas between them and none inside");

    private static Diagnostic NotWhole(string option, string text) =>
        Diagnostic.Error(Place.Of(option), "BS426", $"expected a whole number, found '{Short(text)}'", "write it without decimals");
}
