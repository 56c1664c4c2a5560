// The division rules give the published tables.
using BudgetSim.Allocation.Division;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Division;

public sealed class EstateDivisionTests
{
    private static readonly Place Here = Place.Of("divide");

    /// <summary>Claims 100, 200, 300: Mishna Ketubot 10:4; Aumann and Maschler 1985.</summary>
    [Theory]
    [InlineData(100, "proportional", "50/3 100/3 50")]
    [InlineData(200, "proportional", "100/3 200/3 100")]
    [InlineData(300, "proportional", "50 100 150")]
    [InlineData(100, "cea", "100/3 100/3 100/3")]
    [InlineData(200, "cea", "200/3 200/3 200/3")]
    [InlineData(300, "cea", "100 100 100")]
    [InlineData(100, "cel", "0 0 100")]
    [InlineData(200, "cel", "0 50 150")]
    [InlineData(300, "cel", "0 100 200")]
    [InlineData(100, "talmud", "100/3 100/3 100/3")]
    [InlineData(200, "talmud", "50 75 75")]
    [InlineData(300, "talmud", "50 100 150")]
    public void Divide_KetubotClaims_GivesThePublishedTable(long estate, string rule, string expected) => Check(estate, rule, expected);

    /// <summary>
    /// The same claims by hand. Random arrival, estate 200, orders 123 132 213 231 312 321: the first gets 100 100 0 0 0 0, the
    /// second 100 0 200 200 0 0, the third 0 100 0 0 200 200; divided by 6. Estate 300: 100 100 100 0 0 0; 200 0 200 200 0 0;
    /// 0 200 0 100 300 300. Adjusted proportional, 200: no minimal rights, claims cut to 100 200 200, times 200/500; 400: rights
    /// 0 0 100, then 300/500 of 100 200 200. Minimal overlap, 200 and 300: nested, 100/3, then +100/2, then the rest; 400: t = 100
    /// because 500 - 2t = 400 - t, so 100/3 each and 0, 100, 200 without overlap. Pinles, 200: equal awards on 50 100 150;
    /// 400: these halves and 100/3 more each. Talmud, 400: 50 100 150 and 100 more by equal losses on 50 100 150 (loss 200/3 each,
    /// the first only 50: 150 is lost by the others, 75 each), so 50, 125, 225. CEL, 400: loss 200/3 each.
    /// </summary>
    [Theory]
    [InlineData(200, "random-arrival", "100/3 250/3 250/3")]
    [InlineData(300, "random-arrival", "50 100 150")]
    [InlineData(200, "adjusted-proportional", "40 80 80")]
    [InlineData(400, "adjusted-proportional", "60 120 220")]
    [InlineData(200, "minimal-overlap", "100/3 250/3 250/3")]
    [InlineData(300, "minimal-overlap", "100/3 250/3 550/3")]
    [InlineData(400, "minimal-overlap", "100/3 400/3 700/3")]
    [InlineData(200, "pinles", "50 75 75")]
    [InlineData(400, "pinles", "250/3 400/3 550/3")]
    [InlineData(400, "talmud", "50 125 225")]
    [InlineData(400, "cel", "100/3 400/3 700/3")]
    [InlineData(0, "minimal-overlap", "0 0 0")]
    [InlineData(900, "talmud", "100 200 300")]
    public void Divide_KetubotClaims_GivesTheTableWorkedByHand(long estate, string rule, string expected) => Check(estate, rule, expected);

    [Theory]
    [InlineData("concede-and-divide")]
    [InlineData("talmud")]
    [InlineData("random-arrival")]
    public void Divide_ContestedGarment_ConcedesAHalf(string rule)
    {
        var loaded = EstateDivision.Divide(rule, 1, [1, Fraction.Of(1, 2)], Here);
        Assert.Equal("3/4 1/4", Text(loaded.Value!.Awards));
    }

    [Fact]
    public void Divide_TwoHundredInThirds_RoundsToTheSameSum() =>
        Assert.Equal([67L, 67, 66], EstateDivision.Divide("cea", 200, [100, 200, 300], Here).Value!.Rounded);

    [Fact]
    public void Divide_ManyClaimants_IsExact() =>
        Assert.Equal(
            Fraction.Of(1, 3), EstateDivision.Divide("talmud", 1000, Enumerable.Repeat((Fraction)1, 3000).ToList(), Here).Value!.Awards[7]);

    [Theory]
    [InlineData("talmudd", 1, 2, "divide: error BS420: unknown division rule 'talmudd'; did you mean 'talmud'?")]
    [InlineData(
        "random-arrival", 1, 11,
        "divide: error BS421: random-arrival divides among 1 to 10 claimants, found 11; choose another rule, such as talmud or proportional")]
    [InlineData(
        "concede-and-divide", 1, 3,
        "divide: error BS421: concede-and-divide divides among exactly 2 claimants, found 3; choose another rule, such as talmud or proportional")]
    [InlineData(
        "cea", 1, 0,
        "divide: error BS421: cea divides among 1 to 1000000 claimants, found 0; choose another rule, such as talmud or proportional")]
    [InlineData("cea", -1, 1, "divide: error BS422: the estate must not be negative, found -1; write an amount from 0")]
    [InlineData(
        "cea", long.MaxValue, 1,
        "divide: error BS424: estate and claims in units of their common denominator exceed 2^60; write amounts with fewer decimals, or in a larger unit")]
    public void Divide_BadArguments_SaysHowToMendThem(string rule, long estate, int claimants, string message) =>
        Assert.Equal(
            [message],
            EstateDivision.Divide(rule, estate, Enumerable.Repeat((Fraction)5, claimants).ToList(), Here).Diagnostics
                .Select(fault => fault.ToString()));

    [Fact]
    public void Divide_NegativeClaim_NamesItsNumber() =>
        Assert.Equal("BS423", Assert.Single(EstateDivision.Divide("cea", 1, [1, -1], Here).Diagnostics).Code);

    private static void Check(long estate, string rule, string expected) =>
        Assert.Equal(expected, Text(EstateDivision.Divide(rule, estate, [100, 200, 300], Here).Value!.Awards));

    private static string Text(IEnumerable<Fraction> awards) => string.Join(' ', awards);
}
