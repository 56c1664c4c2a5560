// Whole shares follow the published examples and sum exactly.
using BudgetSim.Allocation.Rounding;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Rounding;

public sealed class RoundingMethodsTests
{
    private static readonly Place Here = Place.Of("round");

    /// <summary>
    /// Total 100, weights 5117, 4400, 162, 161, 160 (sum 10,000, so quotas 51.17, 44, 1.62, 1.61, 1.60). The first three rows are
    /// Balinski and Young 1975. The others by hand: adams with divisor 105 rounds 48.73, 41.9, 1.54, 1.53, 1.52 up to
    /// 49 + 42 + 2 + 2 + 2 = 97, with 101.9 rounds 50.2, 43.2, 1.6, 1.6, 1.6 up to 51 + 44 + 2 + 2 + 2 = 101, and 102.33 gives
    /// 50.005 and 42.998, so 51 + 43 + 2 + 2 + 2 = 100. Hill and dean round 1.5x up (above √2 and 4/3): with divisor 101.2
    /// the quotas 50.56 and 43.48 become 51 and 43.
    /// </summary>
    [Theory]
    [InlineData("largest-remainder", new long[] { 51, 44, 2, 2, 1 })]
    [InlineData("jefferson", new long[] { 52, 45, 1, 1, 1 })]
    [InlineData("webster", new long[] { 51, 43, 2, 2, 2 })]
    [InlineData("adams", new long[] { 51, 43, 2, 2, 2 })]
    [InlineData("hill", new long[] { 51, 43, 2, 2, 2 })]
    [InlineData("dean", new long[] { 51, 43, 2, 2, 2 })]
    public void Round_BalinskiYoungWeights_GivesThePublishedShares(string method, long[] expected) =>
        Assert.Equal(expected, RoundingMethods.Round(method, 100, [5117, 4400, 162, 161, 160], Here).Value!);

    /// <summary>Two units, weights 3 and 7, where the second unit tells the methods apart by w/d(1): 3/d(0) against 7/d(1).</summary>
    [Theory]
    [InlineData("jefferson", new long[] { 0, 2 })] // 3/1 < 7/2
    [InlineData("webster", new long[] { 1, 1 })] // 3/0.5 > 7/1.5
    [InlineData("adams", new long[] { 1, 1 })] // d(0) = 0: both are served first
    [InlineData("largest-remainder", new long[] { 1, 1 })] // quotas 0.6 and 1.4
    public void Round_TwoUnits_FollowsTheDivisor(string method, long[] expected) =>
        Assert.Equal(expected, RoundingMethods.Round(method, 2, [3, 7], Here).Value!);

    [Theory]
    [InlineData("largest-remainder")]
    [InlineData("webster")]
    [InlineData("adams")]
    [InlineData("jefferson")]
    [InlineData("hill")]
    [InlineData("dean")]
    public void Round_EqualWeights_GivesTheOddUnitsToTheFirst(string method) =>
        Assert.Equal([2L, 2, 1], RoundingMethods.Round(method, 5, [9, 9, 9], Here).Value!);

    [Fact]
    public void Round_UnitsFewerThanWeightsUnderAdams_ServesTheLargerWeights() =>
        Assert.Equal([0L, 1, 1], RoundingMethods.Round("adams", 2, [1, 3, 2], Here).Value!);

    [Fact]
    public void Round_BillionsOfUnits_SumsToTheTotal() =>
        Assert.Equal(3_000_000_000_001L, RoundingMethods.Round("hill", 3_000_000_000_001, [1, 2, 4_000_000_000], Here).Value!.Sum());

    [Fact]
    public void OfAwards_ThirdsOfAHundred_GivesTheOddUnitToTheFirst()
    {
        var third = Fraction.Of(100, 3);
        Assert.Equal([34L, 33, 33], LargestRemainder.OfAwards([third, third, third], [50, 50, 50]));
    }

    [Fact]
    public void OfAwards_ClaimBelowOneUnit_IsNeverRoundedAboveItself() =>
        Assert.Equal([0L, 0], LargestRemainder.OfAwards([Fraction.Of(1, 2), Fraction.Of(1, 2)], [Fraction.Of(1, 2), Fraction.Of(1, 2)]));

    [Theory]
    [InlineData("webstr", 1, new long[] { 1 }, "round: error BS430: unknown rounding method 'webstr'; did you mean 'webster'?")]
    [InlineData(
        "hill", -1, new long[] { 1 }, "round: error BS431: the total must not be negative, found -1; write a whole number of units from 0")]
    [InlineData("hill", 1, new long[] { }, "round: error BS432: no weights were given; write at least one weight")]
    [InlineData(
        "hill", 1, new long[] { 1, -2 }, "round: error BS433: weight 2 must lie between 0 and 2^62, found -2; write a whole number from 0")]
    [InlineData(
        "hill", 1, new long[] { 0, 0 },
        "round: error BS434: 1 units cannot be shared by weights that are all 0; give at least one positive weight")]
    public void Round_BadArguments_SaysHowToMendThem(string method, long total, long[] weights, string message) =>
        Assert.Equal([message], RoundingMethods.Round(method, total, weights, Here).Diagnostics.Select(fault => fault.ToString()));
}
