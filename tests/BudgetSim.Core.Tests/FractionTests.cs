// Exact fractions: products, order and lowest terms.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Core.Tests;

public sealed class FractionTests
{
    private static readonly long[] Numbers =
    [
        0, 1, -1, 2, 3, -6, 10, 100, 10_000, 999_983, -720_720, int.MaxValue, 4_000_000_007, -9_000_000_000_000_000_000, long.MaxValue,
        long.MinValue,
    ];

    [Fact]
    public void Product_AnyTwo_IsTheProductsAboveAndBelowInLowestTerms() => ForAllPairs((a, b, c, d) =>
        Assert.Equal(Fraction.Of((Int128)a * c, (Int128)b * d), Fraction.Of(a, b) * Fraction.Of(c, d)));

    // a/b < c/d where ad < cb, both denominators being positive.
    [Fact]
    public void Order_AnyTwo_IsThatOfTheCrossProducts() => ForAllPairs((a, b, c, d) =>
        Assert.Equal(((Int128)a * d).CompareTo((Int128)c * b), Fraction.Of(a, b).CompareTo(Fraction.Of(c, d))));

    [Fact]
    public void Product_OfThirdAndThreeHundredths_HasNoCommonFactor()
    {
        var product = Fraction.Of(1, 3) * Fraction.Of(3, 100);
        Assert.Equal((1, 100), (product.Numerator, product.Denominator));
    }

    private static void ForAllPairs(Action<long, long, long, long> law)
    {
        foreach (var a in Numbers)
        {
            foreach (var b in Numbers.Where(number => number > 0))
            {
                foreach (var c in Numbers)
                {
                    foreach (var d in Numbers.Where(number => number > 0)) law(a, b, c, d);
                }
            }
        }
    }
}
