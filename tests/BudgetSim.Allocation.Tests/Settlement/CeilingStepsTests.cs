// Uplift, ceilings, discretion and top-up on numbers that can be checked by hand.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class CeilingStepsTests : SmallSettlements
{
    // 3.6 million x 1.5 = 5.4 million; the ceiling of 5 million stands above the uplift.
    [Fact]
    public void Uplift_BeforeTheCeiling_StopsAtTheCeiling()
    {
        var measure = new MeasureTerms("uplift") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])] };
        var result = Settled([measure], Claim(0, 3_600_000, new ClaimKeys(0), 5_000_000) with { UpliftFactor = Fraction.Of(3, 2) });
        Assert.Equal([5_000_000], Yuan(result));
        Assert.Equal(new Deduction(0, DeductionStage.OwnCap, 400_000, 0), Assert.Single(result.Deductions));
    }

    // Extras of 50 and 150 find 100 in the pot: half of each is paid.
    [Fact]
    public void UpliftPot_TooSmall_IsSharedProRata()
    {
        Claim Of(long gross) => Claim(0, gross) with { UpliftFactor = Fraction.Of(3, 2), UpliftPot = new UpliftPot(0) };
        var result = Settle.Claims(new SettlementInput([Plain], [Of(100), Of(300)]) { UpliftPots = [100] });
        Assert.Equal([125, 375], Yuan(result));
    }

    [Fact]
    public void UpliftPot_Unknown_IsUndeterminedOnlyWhereTheExtraMatters()
    {
        var capped = new MeasureTerms("capped") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])] };
        Claim Of(long gross, int enterprise) =>
            Claim(0, gross, new ClaimKeys(enterprise), 100) with { UpliftFactor = Fraction.Of(3, 2), UpliftPot = UpliftPot.Unknown };
        Assert.Equal([new Award(80, true), new Award(100, false)], Settled([capped], Of(80, 0), Of(200, 1)).Awards);
    }

    [Fact]
    public void SharedCeiling_OfTwoMeasures_LeavesTheSecondTheRest()
    {
        MeasureTerms[] measures =
        [
            new("a") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0, 1])] },
            new("b") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [1, 0])] },
        ];
        Assert.Equal(
            [70, 30, 70],
            Yuan(Settled(
                measures, Claim(0, 70, new ClaimKeys(0), 100), Claim(1, 70, new ClaimKeys(0), 100), Claim(1, 70, new ClaimKeys(1), 100))));
    }

    [Fact]
    public void Ceiling_YearlyAndLifetime_RenewOrNot()
    {
        MeasureTerms[] measures =
        [
            new("yearly") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])] },
            new("ever") { Caps = [new CapTerms(CapScope.EnterpriseLifetime, false, [1])] },
        ];
        var next = Claim(0, 80, new ClaimKeys(0), 100) with { Year = Year + 1 };
        Assert.Equal([80, 80], Yuan(Settled(measures, Claim(0, 80, new ClaimKeys(0), 100), next)));
        Assert.Equal([80, 20], Yuan(Settled(measures, Claim(1, 80, new ClaimKeys(0), 100), next with { Measure = 1 })));
    }

    [Fact]
    public void Discretion_AssessedThenRatio_IsTakenFromTheCeiling()
    {
        var ceiling = new MeasureTerms("ceiling") { IsCeiling = true };
        Assert.Equal([480], Yuan(Settled([ceiling], Claim(0, 1000) with { Assessed = 600, PayoutRatio = Fraction.Of(4, 5) })));
        Assert.Equal([1000], Yuan(Settled([Plain], Claim(0, 1000) with { Assessed = 600 })));
    }

    [Fact]
    public void TopUp_PaysTheDifferenceToWhatTheOtherLevelPaid()
    {
        MeasureTerms[] measures = [new("lower"), new("higher") { TopsUp = [0] }];
        Assert.Equal([300, 200, 0], Yuan(Settled(measures, Claim(0, 300), Claim(1, 500), Claim(1, 100))));
    }

    [Fact]
    public void OtherPolicy_OnlyTheExcess_IsPaid() =>
        Assert.Equal([150], Yuan(Settled([Plain], Claim(0, 500) with { OtherPolicyAward = 350 })));

    [Fact]
    public void Award_Fraction_IsFlooredOnce() =>
        Assert.Equal([333], Yuan(Settled([Plain], Claim(0, 0) with { Gross = Fraction.Of(1000, 3) })));

    // 300 and 700 under a group ceiling of 500: 150 and 350.
    [Fact]
    public void GroupCeiling_CutsItsMembersProRata()
    {
        var group = new MeasureTerms("group") { Caps = [new CapTerms(CapScope.Group, true, [0])] };
        Assert.Equal(
            [150, 350],
            Yuan(Settled([group], Claim(0, 300, new ClaimKeys(0, Group: 1), 500), Claim(0, 700, new ClaimKeys(1, Group: 1), 500))));
    }

    // The ceiling of 250 counts 100 of the first award, not its 150 with the uplift, so that the second finds 150.
    [Fact]
    public void Ceiling_WhereTheUpliftComesAfterIt_CountsTheAwardWithoutTheUplift()
    {
        var measure = new MeasureTerms("after") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])], UpliftsAfterCaps = true };
        Assert.Equal(
            [150, 150],
            Yuan(Settled(
                [measure],
                Claim(0, 100, new ClaimKeys(0), 250) with { UpliftFactor = Fraction.Of(3, 2) },
                Claim(0, 200, new ClaimKeys(0), 250))));
    }

    // Half of a ceiling of 100 is paid, and only that half is used up: the second finds 200 and is paid half of them.
    [Fact]
    public void Ceiling_WhereTheUpliftComesAfterIt_CountsNoMoreThanIsPaid()
    {
        var measure = new MeasureTerms("after")
        {
            Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])],
            UpliftsAfterCaps = true,
            IsCeiling = true,
        };
        Claim Of(long gross) => Claim(0, gross, new ClaimKeys(0), 250) with { PayoutRatio = Fraction.Of(1, 2) };
        Assert.Equal([50, 100], Yuan(Settled([measure], Of(100), Of(300))));
    }
}
