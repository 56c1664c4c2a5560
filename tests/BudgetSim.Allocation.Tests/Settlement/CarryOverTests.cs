// What passes between years, against sums done by hand.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class CarryOverTests
{
    private static readonly MeasureTerms[] Measures = [new("m") { Fund = 0 }];

    // 2016: 60 and 60 on 100, so 50 and 50 are paid and 10 and 10 are left over. 2017: 70 and 40 on 100. 2018: 30 on 100.
    private static readonly (int Year, long Yuan)[] Filed = [(2016, 60), (2016, 60), (2017, 70), (2017, 40), (2018, 30)];

    [Fact]
    public void Nothing_CarriedOver_CutsEachYearByItself()
    {
        var result = Settled(null);
        // 2017: 70 x 100/110 = 63.6, 40 x 100/110 = 36.4, rounded down.
        Assert.Equal([50, 50, 63, 36, 30], Yuan(result));
        Assert.Empty(result.LatePayments);
    }

    [Fact]
    public void PaidFirst_LeftOverClaims_ArePaidBeforeTheNextYears()
    {
        var result = Settled(new CarryOver(LeftOverClaims.PaidFirst, KeepsMoney: false));
        // 2017: 20 first, 80 left for 110: 70 x 80/110 = 50.9 -> 50, 40 x 80/110 = 29.09 -> 29, so 20 and 11 wait and 1 is not spent. 2018:
        // 31 + 30 of 100.
        Assert.Equal([60, 60, 70, 40, 30], Yuan(result));
        Assert.Equal([new(0, 2017, 10), new(1, 2017, 10), new(2, 2018, 20), new(3, 2018, 11)], result.LatePayments);
        Assert.Equal(
            [(0, 120, 100, 20), (20, 110, 99, 31), (31, 30, 61, 0)],
            result.Funds.Select(fund => (fund.CarriedIn, fund.Claimed, fund.Paid, fund.CarriedOut)));
        Assert.Empty(result.Deductions);
        Assert.Equal(260, result.Total);
    }

    [Fact]
    public void WithNextYear_LeftOverClaims_ShareItsMoney()
    {
        var result = Settled(new CarryOver(LeftOverClaims.WithNextYear, KeepsMoney: false), third: 20);
        // 2017: 10, 10, 70, 40 (130) on 100: 7, 7, 53, 30. Left: 3, 3, 17, 10. 2018: with 30 that is 63 on 20: 0, 0, 5, 3, 9; the rest
        // waits beyond the run.
        Assert.Equal([57, 57, 58, 33, 9], Yuan(result));
        Assert.Equal([3, 3, 12, 7, 21], result.Deductions.OrderBy(deduction => deduction.Claim).Select(deduction => deduction.Yuan));
        Assert.All(result.Deductions, deduction => Assert.Equal(DeductionStage.Carried, deduction.Stage));
        Assert.Equal(46, result.Funds[2].CarriedOut);
    }

    [Fact]
    public void ToppedUp_ShortYears_ArePaidInFullAndTheGapIsTold()
    {
        var result = Settled(new CarryOver(LeftOverClaims.ToppedUp, KeepsMoney: false));
        Assert.Equal([60, 60, 70, 40, 30], Yuan(result));
        Assert.Equal([20, 10, 0], result.Funds.Select(fund => fund.ToppedUp));
        Assert.All(result.Funds, fund => Assert.Equal((fund.Claimed, 0, 0), (fund.Paid, fund.CarriedOut, fund.Shortfall)));
    }

    [Fact]
    public void MoneyCarried_UnspentYear_HelpsTheNext()
    {
        var result = Settled(new CarryOver(LeftOverClaims.Lapse, KeepsMoney: true), first: 125, second: 100);
        // 2016 spends 120 of 125; 2017 has 105 for 110: 70 x 105/110 = 66.8 -> 66, 40 x 105/110 = 38.2 -> 38, and 1 is left for 2018.
        Assert.Equal([60, 60, 66, 38, 30], Yuan(result));
        Assert.Equal([(0, 5), (5, 1), (1, 71)], result.Funds.Select(fund => (fund.MoneyIn, fund.MoneyOut)));
        Assert.Equal([0, 6, 0], result.Funds.Select(fund => fund.Claimed - fund.Paid));
        Assert.All(result.Deductions, deduction => Assert.Equal(DeductionStage.Fund, deduction.Stage));
    }

    [Theory]
    [InlineData(LeftOverClaims.Lapse, false)]
    [InlineData(LeftOverClaims.Lapse, true)]
    [InlineData(LeftOverClaims.PaidFirst, false)]
    [InlineData(LeftOverClaims.PaidFirst, true)]
    [InlineData(LeftOverClaims.WithNextYear, true)]
    [InlineData(LeftOverClaims.ToppedUp, false)]
    public void EveryYear_UnderAnyRule_NoMoreIsPaidAndCarriedOutThanWasClaimedAndCarriedIn(LeftOverClaims claims, bool keepsMoney)
    {
        foreach (var rule in Enum.GetValues<ShortageRule>())
        {
            var result = Settled(new CarryOver(claims, keepsMoney), first: 90, second: 80, third: 70, rule: rule);
            Assert.All(result.Funds, fund => Assert.True(fund.Paid + fund.CarriedOut <= fund.CarriedIn + fund.Claimed));
            Assert.Equal(Filed.Sum(filed => filed.Yuan), result.Funds.Sum(fund => fund.Claimed));
            Assert.Equal(result.Total, result.Funds.Sum(fund => fund.Paid));
            Assert.Equal(
                Filed.Select(filed => filed.Yuan),
                result.Awards.Select((award, claim) => award.Yuan + result.Deductions.Where(deduction => deduction.Claim == claim)
                    .Sum(deduction => deduction.Yuan)));
            if (rule != ShortageRule.Report && claims != LeftOverClaims.ToppedUp)
                Assert.All(result.Funds, fund => Assert.True(fund.Paid <= fund.Appropriation + fund.MoneyIn));
        }
    }

    [Fact]
    public void Payers_OfLatePayments_PayInTheLaterYear()
    {
        var result = Settled(new CarryOver(LeftOverClaims.PaidFirst, KeepsMoney: false));
        Assert.Equal([100, 99, 61], result.PayersByYear.OrderBy(year => year.Key).Select(year => (long)year.Value[0].Floor()));
        Assert.Equal(260, (long)result.Payers[0].Floor());
    }

    private static IEnumerable<long> Yuan(SettlementResult result) => result.Awards.Select(award => award.Yuan);

    private static SettlementResult Settled(
        CarryOver? carryOver, long first = 100, long second = 100, long third = 100, ShortageRule rule = ShortageRule.ProRata) =>
        Settle.Claims(new SettlementInput(
            Measures,
            [.. Filed.Select((filed, index) => new Claim($"c{index}", 0, new ClaimKeys(index), filed.Year)
            {
                Gross = filed.Yuan,
                Payers = [new ClaimPayer(0, null)],
            })])
        {
            Funds = [new FundTerms("f", rule) { CarryOver = carryOver }],
            Payers = ["city"],
            Appropriations = [new(0, 2016, first), new(0, 2017, second), new(0, 2018, third)],
        });
}
