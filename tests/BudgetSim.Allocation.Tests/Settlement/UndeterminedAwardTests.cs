// What an award that is not determined leaves for others: it counts with what is certain of it, and takes no part in funds, payers and
// totals.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class UndeterminedAwardTests
{
    private const int Year = 2026;

    // 80 for certain and 40 more if the budget of the uplift has them; of the ceiling of 150 that leaves 70 of the other claim's 100.
    [Fact]
    public void SharedCeiling_AfterAnUpliftOfUnknownBudget_LeavesWhatTheCertainPartDoesNotUse()
    {
        var measure = new MeasureTerms("a") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])] };
        var result = Settled(measure, Uplifted(80, 150), Plain(100, 150));
        Assert.Equal([new Award(80, true), new Award(70, false)], result.Awards);
        Assert.Equal((70L, true), (result.Total, result.IsLowerBound));
    }

    // The later claim's own extra does not matter where the room ends below its base: 200 less 150 is 50 of 60.
    [Fact]
    public void SharedCeiling_ExtraWithoutRoom_IsDetermined()
    {
        var measure = new MeasureTerms("a") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])] };
        Assert.Equal([new Award(150, true), new Award(50, false)], Settled(measure, Uplifted(150, 200), Uplifted(60, 200)).Awards);
    }

    [Fact]
    public void SharedCeiling_AfterAClaimOfWhichNothingIsCertain_IsWhole()
    {
        var measure = new MeasureTerms("a") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])] };
        Assert.Equal([new Award(0, true), new Award(100, false)], Settled(measure, Unknown(), Plain(100, 150)).Awards);
    }

    // 80 for certain and 120 under a ceiling of 100 for the group: 40 and 60.
    [Fact]
    public void GroupCeiling_WithAnUpliftOfUnknownBudget_CutsTheCertainParts()
    {
        var measure = new MeasureTerms("a") { Caps = [new CapTerms(CapScope.Group, false, [0])] };
        var claims = new[] { Uplifted(80, 100), Plain(120, 100) }.Select(claim => claim with { Keys = new ClaimKeys(0, Group: 1) });
        Assert.Equal([new Award(40, true), new Award(60, false)], Settled(measure, [.. claims]).Awards);
    }

    [Theory]
    [InlineData(ShortageRule.ProRata)]
    [InlineData(ShortageRule.ProRataCeilings)]
    [InlineData(ShortageRule.Selection)]
    public void Fund_WithAnUndeterminedAward_PaysTheOthersAlone(ShortageRule rule)
    {
        var input = new SettlementInput([new MeasureTerms("a") { Fund = 0 }], [Uplifted(80), Unknown(), Plain(100)])
        { Funds = [new FundTerms("f", rule)], Appropriations = [new Appropriation(0, Year, 100)], Payers = ["city"] };
        var result = Settle.Claims(input);
        Assert.Equal([new Award(80, true), new Award(0, true), new Award(100, false)], result.Awards);
        Assert.Equal((100L, 100L), (result.Funds[0].Paid, result.Total));
        Assert.Equal([(Fraction)100], result.Payers);
    }

    private static SettlementResult Settled(MeasureTerms measure, params Claim[] claims) =>
        Settle.Claims(new SettlementInput([measure], claims) { Payers = ["city"] });

    private static Claim Plain(long gross, params long[] rooms) =>
        new("c", 0, new ClaimKeys(0), Year)
        {
            Gross = gross,
            Caps = [.. rooms.Select(room => new Room(room, 0))],
            Payers = [new ClaimPayer(0, null)],
        };

    private static Claim Uplifted(long gross, params long[] rooms) =>
        Plain(gross, rooms) with { UpliftFactor = Fraction.Of(3, 2), UpliftPot = UpliftPot.Unknown };

    private static Claim Unknown() => new("u", 0, new ClaimKeys(0), Year) { State = ClaimState.Undetermined };
}
