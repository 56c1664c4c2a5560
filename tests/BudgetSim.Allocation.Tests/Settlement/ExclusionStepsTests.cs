// Once rules and exclusions on numbers that can be checked by hand.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class ExclusionStepsTests : SmallSettlements
{
    [Fact]
    public void OnceRule_SecondClaimOfTheSameKey_PaysNothing()
    {
        var once = new MeasureTerms("once") { OnceKeys = [OnceKey.Item] };
        var result = Settled(
            [once],
            Claim(0, 500, new ClaimKeys(0, Item: 1)),
            Claim(0, 700, new ClaimKeys(0, Item: 1)),
            Claim(0, 900, new ClaimKeys(0, Item: 2)));
        Assert.Equal([500, 0, 900], Yuan(result));
        Assert.Equal(new Deduction(1, DeductionStage.OnceRule, 700, 0), Assert.Single(result.Deductions));
    }

    [Fact]
    public void OnceRule_FirstClaimWorthNothing_LeavesTheSecond()
    {
        var once = new MeasureTerms("once") { OnceKeys = [OnceKey.Enterprise] };
        Assert.Equal([0, 700], Yuan(Settled([once], Claim(0, 0), Claim(0, 700))));
    }

    [Fact]
    public void OnceRule_ClaimWithoutTheObject_HasAKeyOfItsOwn()
    {
        var once = new MeasureTerms("once") { OnceKeys = [OnceKey.Event] };
        Assert.Equal([500, 700], Yuan(Settled([once], Claim(0, 500), Claim(0, 700))));
    }

    [Fact]
    public void Exclusion_EnterpriseYearHighest_KeepsTheHigherAndTheEarlierOfEquals()
    {
        var measures = Rivals(ExclusionKey.EnterpriseYear);
        Assert.Equal([0, 600], Yuan(Settled(measures, Claim(0, 500), Claim(1, 600))));
        Assert.Equal([500, 0], Yuan(Settled(measures, Claim(0, 500), Claim(1, 500))));
    }

    [Fact]
    public void Exclusion_UnknownWorth_IsTheLowest()
    {
        var result = Settled(
            Rivals(ExclusionKey.EnterpriseYear),
            new Claim("a", 0, new ClaimKeys(0), Year) { State = ClaimState.Undetermined },
            Claim(1, 1));
        Assert.Equal(new Award(0, false), result.Awards[0]);
        Assert.Equal(1, result.Awards[1].Yuan);
    }

    [Fact]
    public void Exclusion_KeepOther_YieldsHoweverLargeItIs()
    {
        MeasureTerms[] measures =
        [
            new("yields") { Exclusions = [new ExclusionTerms([1], ExclusionKey.ProjectYear, Keep.Other)] }, new("stays"),
        ];
        Assert.Equal(
            [0, 5], Yuan(Settled(measures, Claim(0, 900, new ClaimKeys(0, Project: 1)), Claim(1, 5, new ClaimKeys(0, Project: 1)))));
        Assert.Equal(
            [900, 5], Yuan(Settled(measures, Claim(0, 900, new ClaimKeys(0, Project: 1)), Claim(1, 5, new ClaimKeys(0, Project: 2)))));
    }

    [Fact]
    public void Exclusion_EquipmentWithAnItemOnOneSideOnly_ComparesTheProject()
    {
        var measures = Rivals(ExclusionKey.Equipment);
        Assert.Equal(
            [0, 600],
            Yuan(Settled(measures, Claim(0, 500, new ClaimKeys(0, Project: 1, Item: 7)), Claim(1, 600, new ClaimKeys(0, Project: 1)))));
        Assert.Equal(
            [500, 600],
            Yuan(Settled(
                measures, Claim(0, 500, new ClaimKeys(0, Project: 1, Item: 7)), Claim(1, 600, new ClaimKeys(0, Project: 1, Item: 8)))));
    }
}
