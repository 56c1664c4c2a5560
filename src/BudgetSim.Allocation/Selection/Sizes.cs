// Turns fractions of one kind into whole numbers of their common denominator, and says whether their sum fits.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>Whole-number scaling, without overflow.</summary>
internal static class Sizes
{
    private static readonly Int128 Largest = Int128.One << 60;

    /// <summary>
    /// Whether Σ factor · size stays below 2^60 in units of the factors' common denominator (all from 0, sizes whole or the factor 1).
    /// </summary>
    public static bool Fit(IEnumerable<(Fraction Factor, Fraction Size)> terms)
    {
        var listed = terms.ToList();
        if (CommonDenominator(listed.Select(term => term.Factor)) is not { } scale) return false;
        Int128 sum = 0;
        foreach (var (factor, size) in listed)
        {
            if (factor.Numerator > Largest || size.Numerator > Largest) return false;
            var whole = factor.Numerator * (scale / factor.Denominator);
            if (whole > Largest || (whole > 0 && size.Numerator > Largest / whole)) return false;
            sum += whole * size.Numerator;
            if (sum >= Largest) return false;
        }

        return true;
    }

    /// <summary>The least common denominator, or null above 2^60.</summary>
    public static Int128? CommonDenominator(IEnumerable<Fraction> values)
    {
        Int128 common = 1;
        foreach (var value in values)
        {
            if (value.IsInteger) continue;
            if (value.Denominator > Largest) return null;
            common *= Fraction.Of(value.Denominator, common).Numerator;
            if (common > Largest) return null;
        }

        return common;
    }

    /// <summary>The value in units of 1/<paramref name="scale"/>, which its denominator divides.</summary>
    public static long Whole(Fraction value, Int128 scale) =>
        scale == 1 ? (long)value.Numerator : (long)(value.Numerator * (scale / value.Denominator));
}
