// Lanes, loans and principal on numbers that can be checked by hand.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class LaneStepsTests : SmallSettlements
{
    // Two projects, one ceiling of 100 on measure 0: project by project takes 0 twice (90 + 10), jointly 90 + 80.
    [Fact]
    public void LaneChoice_ProjectsTiedByACeiling_AreChosenTogether()
    {
        MeasureTerms[] measures =
        [
            new("a")
            {
                Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])],
                Exclusions = [new ExclusionTerms([1], ExclusionKey.Project, Keep.Highest)],
            },
            new("b") { Exclusions = [new ExclusionTerms([0], ExclusionKey.Project, Keep.Highest)] },
        ];
        Claim[] claims =
        [
            Claim(0, 90, new ClaimKeys(0, Project: 1), 100),
            Claim(1, 80, new ClaimKeys(0, Project: 1)),
            Claim(0, 90, new ClaimKeys(0, Project: 2), 100),
            Claim(1, 80, new ClaimKeys(0, Project: 2)),
        ];
        var joint = Settled(measures, claims);
        Assert.Equal([90, 0, 0, 80], Yuan(joint));
        Assert.Equal(
            [90, 0, 10, 0], Yuan(Settle.Claims(new SettlementInput(measures, claims) { LaneChoice = LaneChoiceRule.ProjectByProject })));
    }

    [Fact]
    public void LaneChoice_Tie_TakesTheEarlierClaim() =>
        Assert.Equal(
            [80, 0],
            Yuan(Settled(
                Rivals(ExclusionKey.Project), Claim(0, 80, new ClaimKeys(0, Project: 1)), Claim(1, 80, new ClaimKeys(0, Project: 1)))));

    [Fact]
    public void Loan_TwoSubsidies_PaysTheHigherOncePerLoan() =>
        Assert.Equal(
            [0, 60, 50],
            Yuan(Settled(
                Rivals(ExclusionKey.Loan),
                Claim(0, 50, new ClaimKeys(0, Loan: 1)),
                Claim(1, 60, new ClaimKeys(0, Loan: 1)),
                Claim(0, 50, new ClaimKeys(0, Loan: 2)))));

    // 10 million may be subsidised at 1%: 6 million uses 6, the next 8 million finds 4 left.
    [Fact]
    public void Principal_EarlierClaims_UseItUp()
    {
        var loan = new MeasureTerms("loan") { PrincipalCaps = [new CapTerms(CapScope.EnterpriseYear, true, [0])] };
        Claim Of(long principal) =>
            Claim(0, 0) with { Principal = new PrincipalClaim(principal, Fraction.Of(1, 100), [new Room(10_000_000, 0)]) };
        var result = Settled([loan], Of(6_000_000), Of(8_000_000));
        Assert.Equal([60_000, 40_000], Yuan(result));
        Assert.Equal(new Deduction(1, DeductionStage.PrincipalCap, 40_000, -1), Assert.Single(result.Deductions));
    }
}
