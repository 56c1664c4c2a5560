// Budget lines, funds, totals and payers on numbers that can be checked by hand.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class FundStepsTests : SmallSettlements
{
    [Fact]
    public void BudgetLine_ThoseWhoGoFirst_AreServedFirst()
    {
        Claim Of(long gross, bool first) => Claim(0, gross) with { BudgetLine = 0, GoesFirst = first };
        Assert.Equal([20, 80], Yuan(Settle.Claims(new SettlementInput([Plain], [Of(90, false), Of(80, true)]) { BudgetLines = [100] })));
    }

    // 1,001 and 2,000 on a fund of 1,000: floor(1001 x 1000 / 3001) = 333, floor(2000 x 1000 / 3001) = 666.
    [Theory]
    [InlineData(ShortageRule.Report, 1001, 2000)]
    [InlineData(ShortageRule.ProRata, 333, 666)]
    [InlineData(ShortageRule.ProRataCeilings, 1000, 0)]
    [InlineData(ShortageRule.Selection, 1000, 0)]
    public void Fund_Short_FollowsItsRule(ShortageRule rule, long first, long second)
    {
        MeasureTerms[] measures = [Plain, new("ceiling") { IsCeiling = true, Fund = 0 }];
        var input = new SettlementInput(measures, [Claim(0, 1001), Claim(1, 2000)])
        {
            Funds = [new FundTerms("f", rule)],
            Appropriations = [new Appropriation(0, Year, 1000)],
        };
        var result = Settle.Claims(input);
        Assert.Equal([first, second], Yuan(result));
        Assert.Equal(rule == ShortageRule.Report ? 2001 : 0, result.Funds[0].Shortfall);
    }

    // Exact 400, 300 and 500, a ceiling of 900. Of 1,000 the first two take 700, the third the last 300; of 1,500 the ceiling gets 300; of
    // 0 nobody gets anything.
    [Theory]
    [InlineData(1000, 400, 300, 300, 0)]
    [InlineData(1500, 400, 300, 500, 300)]
    [InlineData(1200, 400, 300, 500, 0)]
    [InlineData(650, 400, 250, 0, 0)]
    [InlineData(0, 0, 0, 0, 0)]
    public void Fund_ProRataCeilings_PaysExactAmountsUncutWhileTheMoneyLasts(long fund, long first, long second, long third, long ceiling)
    {
        MeasureTerms[] measures = [Plain, new("ceiling") { IsCeiling = true, Fund = 0 }];
        foreach (var carryOver in new[] { null, new CarryOver(LeftOverClaims.Lapse, KeepsMoney: false) })
        {
            var input = new SettlementInput(measures, [Claim(0, 400), Claim(1, 900), Claim(0, 300), Claim(0, 500)])
            {
                Funds = [new FundTerms("f", ShortageRule.ProRataCeilings) { CarryOver = carryOver }],
                Appropriations = [new Appropriation(0, Year, fund)],
            };
            Assert.Equal([first, ceiling, second, third], Yuan(Settle.Claims(input)));
        }
    }

    // Ceilings of 1, 1 and 1 share 2 yuan: the remainders are equal, so the earlier two get them.
    [Fact]
    public void Fund_ProRataCeilings_GivesLeftOverYuanToTheEarlier()
    {
        var input = new SettlementInput(
            [new MeasureTerms("ceiling") { IsCeiling = true, Fund = 0 }], [Claim(0, 1), Claim(0, 1), Claim(0, 1)])
        { Funds = [new FundTerms("f", ShortageRule.ProRataCeilings)], Appropriations = [new Appropriation(0, null, 2)] };
        Assert.Equal([1, 1, 0], Yuan(Settle.Claims(input)));
    }

    [Fact]
    public void Total_WithAnUndeterminedOutlay_IsALowerBound()
    {
        var result = Settled(
            [Plain, new MeasureTerms("pool") { IsOutlay = false }],
            Claim(0, 10),
            Claim(1, 99),
            new Claim("u", 0, new ClaimKeys(1), Year) { State = ClaimState.Undetermined });
        Assert.Equal(10, result.Total);
        Assert.True(result.IsLowerBound);
    }

    [Fact]
    public void Payers_SingleWithoutShareTakesAll_OthersWithoutShareAreLeftOut()
    {
        var single = Claim(0, 100) with { Payers = [new ClaimPayer(0, null)] };
        var half = Claim(0, 100) with { Payers = [new ClaimPayer(0, null), new ClaimPayer(1, Fraction.Of(1, 2))] };
        var result = Settle.Claims(new SettlementInput([Plain], [single, half]) { Payers = ["city", "county"] });
        Assert.Equal([(Fraction)100, (Fraction)50], result.Payers);
    }

    // Two claims of 2^40 on a fund of 2^24: 2^40 x 2^24 / 2^41 = 2^23 each, although the product, 2^64, is beyond 64 bits and its lower
    // half is 0.
    [Fact]
    public void Fund_WhoseProductLeavesALong_IsSharedExactly()
    {
        var result = Settle.Claims(new SettlementInput([Plain], [Claim(0, 1L << 40), Claim(0, 1L << 40)])
        {
            Funds = [new FundTerms("fund", ShortageRule.ProRata)],
            Appropriations = [new Appropriation(0, null, 1 << 24)],
        });
        Assert.Equal([8_388_608, 8_388_608], Yuan(result));
    }

    // Two claims of 2^39 on a fund of 2^24: the product, 2^63, fills the sign bit of a long; each gets 2^63 / 2^40 = 2^23.
    [Fact]
    public void Fund_WhoseProductFillsTheSignBit_IsSharedExactly()
    {
        var result = Settle.Claims(new SettlementInput([Plain], [Claim(0, 1L << 39), Claim(0, 1L << 39)])
        {
            Funds = [new FundTerms("fund", ShortageRule.ProRata)],
            Appropriations = [new Appropriation(0, null, 1 << 24)],
        });
        Assert.Equal([8_388_608, 8_388_608], Yuan(result));
    }
}
