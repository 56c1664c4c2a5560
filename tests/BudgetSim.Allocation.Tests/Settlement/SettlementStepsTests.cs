// Each step of a settlement on numbers that can be checked by hand.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class SettlementStepsTests
{
    private const int Year = 2026;

    private static readonly MeasureTerms Plain = new("plain") { Fund = 0 };

    [Fact]
    public void OnceRule_SecondClaimOfTheSameKey_PaysNothing()
    {
        var once = new MeasureTerms("once") { OnceKeys = [OnceKey.Item] };
        var result = Settled([once], Claim(0, 500, new ClaimKeys(0, Item: 1)), Claim(0, 700, new ClaimKeys(0, Item: 1)), Claim(0, 900, new ClaimKeys(0, Item: 2)));
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
        var result = Settled(Rivals(ExclusionKey.EnterpriseYear), new Claim("a", 0, new ClaimKeys(0), Year) { State = ClaimState.Undetermined }, Claim(1, 1));
        Assert.Equal(new Award(0, false), result.Awards[0]);
        Assert.Equal(1, result.Awards[1].Yuan);
    }

    [Fact]
    public void Exclusion_KeepOther_YieldsHoweverLargeItIs()
    {
        MeasureTerms[] measures = [new("yields") { Exclusions = [new ExclusionTerms([1], ExclusionKey.ProjectYear, Keep.Other, "")] }, new("stays")];
        Assert.Equal([0, 5], Yuan(Settled(measures, Claim(0, 900, new ClaimKeys(0, Project: 1)), Claim(1, 5, new ClaimKeys(0, Project: 1)))));
        Assert.Equal([900, 5], Yuan(Settled(measures, Claim(0, 900, new ClaimKeys(0, Project: 1)), Claim(1, 5, new ClaimKeys(0, Project: 2)))));
    }

    [Fact]
    public void Exclusion_EquipmentWithAnItemOnOneSideOnly_ComparesTheProject()
    {
        var measures = Rivals(ExclusionKey.Equipment);
        Assert.Equal([0, 600], Yuan(Settled(measures, Claim(0, 500, new ClaimKeys(0, Project: 1, Item: 7)), Claim(1, 600, new ClaimKeys(0, Project: 1)))));
        Assert.Equal([500, 600], Yuan(Settled(measures, Claim(0, 500, new ClaimKeys(0, Project: 1, Item: 7)), Claim(1, 600, new ClaimKeys(0, Project: 1, Item: 8)))));
    }

    // Two projects, one ceiling of 100 on measure 0: project by project takes 0 twice (90 + 10), jointly 90 + 80.
    [Fact]
    public void LaneChoice_ProjectsTiedByACeiling_AreChosenTogether()
    {
        MeasureTerms[] measures =
        [
            new("a") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])], Exclusions = [new ExclusionTerms([1], ExclusionKey.Project, Keep.Highest, "")] },
            new("b") { Exclusions = [new ExclusionTerms([0], ExclusionKey.Project, Keep.Highest, "")] },
        ];
        Claim[] claims = [Claim(0, 90, new ClaimKeys(0, Project: 1), 100), Claim(1, 80, new ClaimKeys(0, Project: 1)), Claim(0, 90, new ClaimKeys(0, Project: 2), 100), Claim(1, 80, new ClaimKeys(0, Project: 2))];
        var joint = Settled(measures, claims);
        Assert.Equal([90, 0, 0, 80], Yuan(joint));
        Assert.Equal([90, 0, 10, 0], Yuan(Settle.Claims(new SettlementInput(measures, claims) { LaneChoice = LaneChoiceRule.ProjectByProject })));
    }

    [Fact]
    public void LaneChoice_Tie_TakesTheEarlierClaim() =>
        Assert.Equal([80, 0], Yuan(Settled(Rivals(ExclusionKey.Project), Claim(0, 80, new ClaimKeys(0, Project: 1)), Claim(1, 80, new ClaimKeys(0, Project: 1)))));

    [Fact]
    public void Loan_TwoSubsidies_PaysTheHigherOncePerLoan() =>
        Assert.Equal([0, 60, 50], Yuan(Settled(Rivals(ExclusionKey.Loan), Claim(0, 50, new ClaimKeys(0, Loan: 1)), Claim(1, 60, new ClaimKeys(0, Loan: 1)), Claim(0, 50, new ClaimKeys(0, Loan: 2)))));

    // 10 million may be subsidised at 1%: 6 million uses 6, the next 8 million finds 4 left.
    [Fact]
    public void Principal_EarlierClaims_UseItUp()
    {
        var loan = new MeasureTerms("loan") { PrincipalCaps = [new CapTerms(CapScope.EnterpriseYear, true, [0])] };
        Claim Of(long principal) => Claim(0, 0) with { Principal = new PrincipalClaim(principal, Fraction.Of(1, 100), [new Room(10_000_000, 0)]) };
        var result = Settled([loan], Of(6_000_000), Of(8_000_000));
        Assert.Equal([60_000, 40_000], Yuan(result));
        Assert.Equal(new Deduction(1, DeductionStage.PrincipalCap, 40_000, -1), Assert.Single(result.Deductions));
    }

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
        Claim Of(long gross, int enterprise) => Claim(0, gross, new ClaimKeys(enterprise), 100) with { UpliftFactor = Fraction.Of(3, 2), UpliftPot = UpliftPot.Unknown };
        Assert.Equal([new Award(80, true), new Award(100, false)], Settled([capped], Of(80, 0), Of(200, 1)).Awards);
    }

    [Fact]
    public void SharedCeiling_OfTwoMeasures_LeavesTheSecondTheRest()
    {
        MeasureTerms[] measures = [new("a") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0, 1])] }, new("b") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [1, 0])] }];
        Assert.Equal([70, 30, 70], Yuan(Settled(measures, Claim(0, 70, new ClaimKeys(0), 100), Claim(1, 70, new ClaimKeys(0), 100), Claim(1, 70, new ClaimKeys(1), 100))));
    }

    [Fact]
    public void Ceiling_YearlyAndLifetime_RenewOrNot()
    {
        MeasureTerms[] measures = [new("yearly") { Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])] }, new("ever") { Caps = [new CapTerms(CapScope.EnterpriseLifetime, false, [1])] }];
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
    public void OtherPolicy_OnlyTheExcess_IsPaid() => Assert.Equal([150], Yuan(Settled([Plain], Claim(0, 500) with { OtherPolicyAward = 350 })));

    [Fact]
    public void Award_Fraction_IsFlooredOnce() => Assert.Equal([333], Yuan(Settled([Plain], Claim(0, 0) with { Gross = Fraction.Of(1000, 3) })));

    // 300 and 700 under a group ceiling of 500: 150 and 350.
    [Fact]
    public void GroupCeiling_CutsItsMembersProRata()
    {
        var group = new MeasureTerms("group") { Caps = [new CapTerms(CapScope.Group, true, [0])] };
        Assert.Equal([150, 350], Yuan(Settled([group], Claim(0, 300, new ClaimKeys(0, Group: 1), 500), Claim(0, 700, new ClaimKeys(1, Group: 1), 500))));
    }

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
        var input = new SettlementInput(measures, [Claim(0, 1001), Claim(1, 2000)]) { Funds = [new FundTerms("f", rule)], Appropriations = [new Appropriation(0, Year, 1000)] };
        var result = Settle.Claims(input);
        Assert.Equal([first, second], Yuan(result));
        Assert.Equal(rule == ShortageRule.Report ? 2001 : 0, result.Funds[0].Shortfall);
    }

    // Exact 400, 300 and 500, a ceiling of 900. Of 1,000 the first two take 700, the third the last 300; of 1,500 the ceiling gets 300; of 0 nobody gets anything.
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
            { Funds = [new FundTerms("f", ShortageRule.ProRataCeilings) { CarryOver = carryOver }], Appropriations = [new Appropriation(0, Year, fund)] };
            Assert.Equal([first, ceiling, second, third], Yuan(Settle.Claims(input)));
        }
    }

    // Ceilings of 1, 1 and 1 share 2 yuan: the remainders are equal, so the earlier two get them.
    [Fact]
    public void Fund_ProRataCeilings_GivesLeftOverYuanToTheEarlier()
    {
        var input = new SettlementInput([new MeasureTerms("ceiling") { IsCeiling = true, Fund = 0 }], [Claim(0, 1), Claim(0, 1), Claim(0, 1)])
        { Funds = [new FundTerms("f", ShortageRule.ProRataCeilings)], Appropriations = [new Appropriation(0, null, 2)] };
        Assert.Equal([1, 1, 0], Yuan(Settle.Claims(input)));
    }

    [Fact]
    public void Total_WithAnUndeterminedOutlay_IsALowerBound()
    {
        var result = Settled([Plain, new MeasureTerms("pool") { IsOutlay = false }], Claim(0, 10), Claim(1, 99), new Claim("u", 0, new ClaimKeys(1), Year) { State = ClaimState.Undetermined });
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

    private static MeasureTerms[] Rivals(ExclusionKey key) => [new("a") { Exclusions = [new ExclusionTerms([1], key, Keep.Highest, "")] }, new("b") { Exclusions = [new ExclusionTerms([0], key, Keep.Highest, "")] }];

    private static Claim Claim(int measure, long gross) => Claim(measure, gross, new ClaimKeys(0));

    private static Claim Claim(int measure, long gross, ClaimKeys keys, params long[] caps) =>
        new("", measure, keys, Year) { Gross = gross, Caps = [.. caps.Select(cap => new Room(cap, 0))] };

    private static SettlementResult Settled(IReadOnlyList<MeasureTerms> measures, params Claim[] claims) => Settle.Claims(new SettlementInput(measures, claims));

    private static IEnumerable<long> Yuan(SettlementResult result) => result.Awards.Select(award => award.Yuan);
}
