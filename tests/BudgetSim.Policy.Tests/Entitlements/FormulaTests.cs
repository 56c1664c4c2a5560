// Each shape of formula on numbers worked by hand.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Policy.Tests.Entitlements;

public sealed class FormulaTests
{
    private static Fraction Gross(Formula formula, long money = 0, long count = 0) =>
        Rules.Entitle(Rules.Grant with { Formula = formula }, ("money", Rules.Number(money)), ("count", Rules.Number(count))).Gross;

    private static Formula.Brackets Brackets(bool isMarginal) => new(
        Rules.Parse("count"),
        isMarginal ? null : Rules.Parse("money"),
        [Row("1", "10", "1 / 5"), Row("11", null, "3 / 20")],
        isMarginal);

    private static Bracket Row(string from, string? to, string rate) =>
        new(Rules.Parse(from), to is null ? null : Rules.Parse(to), Rules.Parse(rate));

    [Fact]
    public void Stated_Amount_IsTheAmount() => Assert.Equal(100, Gross(new Formula.Stated(Rules.Parse("100"))));

    // 3 % of 1000 plus 1 % of 200 is 32.
    [Fact]
    public void Shares_TwoParts_AreSummed() =>
        Assert.Equal(
            32,
            Gross(
                new Formula.Shares([
                    new Share(Rules.Parse("3 / 100"), Rules.Parse("money")), new Share(Rules.Parse("1 / 100"), Rules.Parse("200")),
                ]),
                money: 1000));

    // 50 % of 1000 is 500, 30 % of 1200 is 360.
    [Fact]
    public void LeastShare_TwoParts_IsTheSmaller() =>
        Assert.Equal(
            360,
            Gross(
                new Formula.LeastShare([
                    new Share(Rules.Parse("1 / 2"), Rules.Parse("money")), new Share(Rules.Parse("3 / 10"), Rules.Parse("1200")),
                ]),
                money: 1000));

    [Theory]
    [InlineData(20, 2)]
    [InlineData(10, 2)]
    [InlineData(9, 1)]
    [InlineData(0, 0)]
    public void Tiered_FirstTierThatHolds_Decides(long count, long yuan) => Assert.Equal(yuan, Gross(
        new Formula.Tiered(
            [new Tier(Rules.Parse("count >= 10"), Rules.Parse("2")), new Tier(Rules.Parse("count >= 5"), Rules.Parse("1"))],
            Rules.Parse("0")),
        count: count));

    // A cliff: 10 sets give 20 % of the whole, 11 sets 15 % of the whole, so one more set can pay less.
    [Theory]
    [InlineData(10, 200)]
    [InlineData(11, 150)]
    [InlineData(0, 0)]
    public void Brackets_Cliff_RateOfTheRowAppliesToTheWholeBase(long count, long yuan) =>
        Assert.Equal(yuan, Gross(Brackets(isMarginal: false), money: 1000, count: count));

    // Marginal rows over 0 to 100 at 10 % and from 100 at 20 %: 150 gives 10 + 10 = 20.
    [Fact]
    public void Brackets_Marginal_EachRateAppliesToItsPart() =>
        Assert.Equal(
            20,
            Gross(
                new Formula.Brackets(Rules.Parse("count"), null, [Row("0", "100", "1 / 10"), Row("100", null, "1 / 5")], IsMarginal: true),
                count: 150));

    // 1,000,000 at 1 % a year for 6 months is 5,000.
    [Fact]
    public void Interest_HalfAYear_IsHalfTheYearlyInterest() =>
        Assert.Equal(5000, Gross(new Formula.Interest(Rules.Parse("money"), Rules.Parse("1 / 100"), Rules.Parse("6")), money: 1_000_000));

    [Fact]
    public void PerUnit_TwoKinds_AreSummed() =>
        Assert.Equal(
            23,
            Gross(
                new Formula.PerUnit([
                    new UnitAmount(Rules.Parse("5"), Rules.Parse("count")), new UnitAmount(Rules.Parse("4"), Rules.Parse("2")),
                ]),
                count: 3));

    [Fact]
    public void Nothing_Always_IsZero() => Assert.Equal(0, Gross(new Formula.Nothing(Rules.Here)));

    [Fact]
    public void Gross_BelowZero_CountsAsZero() => Assert.Equal(0, Gross(new Formula.Stated(Rules.Parse("money - 5"))));
}
