// A claim that meets no other is awarded by itself what the whole settlement awards it.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class SoleClaimTests
{
    private const int Instances = 2000;

    [Fact]
    public void Award_AnyClaim_IsThatOfItsSettlementAlone()
    {
        for (var seed = 0; seed < Instances; seed++)
        {
            var input = RandomClaims.Any(seed, ShortageRule.Report);
            foreach (var claim in input.Claims.Select(claim => claim.UpliftPot.Pot < 0 ? claim : claim with { UpliftPot = UpliftPot.Unknown }))
            {
                if (input.Measures[claim.Measure].Caps.Any(cap => cap.Scope == CapScope.Group)) continue;
                var settled = Settle.Claims(input with { Claims = [claim], Appropriations = [], UpliftPots = [] });
                Assert.Equal(settled.Awards[0], SoleClaim.Award(input.Measures[claim.Measure], claim));
            }
        }
    }

    // 900 x 3/2 = 1350, the ceiling leaves 1000 - 100 = 900; 80 % of it are granted, and 20 of the 720 come from elsewhere.
    [Fact]
    public void Award_UpliftCeilingDiscretionAndOtherPolicy_TakeTurns()
    {
        var terms = new MeasureTerms("m") { IsCeiling = true, Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])] };
        var claim = new Claim("c", 0, new ClaimKeys(0), 2026) { Gross = 900, UpliftFactor = Fraction.Of(3, 2), Caps = [new Room(1000, 100)], PayoutRatio = Fraction.Of(4, 5), OtherPolicyAward = 20 };
        Assert.Equal(new Award(700, false), SoleClaim.Award(terms, claim));
    }

    // The text leaves open whether the extra of 450 is paid: 900 is the lower bound.
    [Fact]
    public void Award_UpliftOfUnknownBudget_IsALowerBound()
    {
        var claim = new Claim("c", 0, new ClaimKeys(0), 2026) { Gross = 900, UpliftFactor = Fraction.Of(3, 2), UpliftPot = UpliftPot.Unknown };
        Assert.Equal(new Award(900, true), SoleClaim.Award(new MeasureTerms("m"), claim));
    }

    [Fact]
    public void Award_UpliftFromAPot_IsRefused() =>
        Assert.Throws<ArgumentException>(() => SoleClaim.Award(new MeasureTerms("m"), new Claim("c", 0, new ClaimKeys(0), 2026) { UpliftPot = new UpliftPot(0) }));

    [Fact]
    public void IsPositive_AnyClaim_IsTheSignOfItsWorth()
    {
        for (var seed = 0; seed < Instances; seed++)
        {
            var input = RandomClaims.Any(seed, ShortageRule.Report);
            var random = new System.Random(seed);
            foreach (var drawn in input.Claims)
            {
                var claim = drawn with
                {
                    Assessed = random.Next(3) == 0 ? random.Next(-1, 3) : null,
                    Minimum = random.Next(3) == 0 ? random.Next(-1, 3) : null,
                    PayoutRatio = random.Next(4) == 0 ? Fraction.Zero : drawn.PayoutRatio,
                    Caps = [.. drawn.Caps.Select(room => random.Next(4) == 0 ? room with { Amount = random.Next(-1, 2) } : room)],
                };
                Assert.Equal(Worth.Alone(input.Measures[claim.Measure], claim).Sign > 0, Worth.IsPositive(input.Measures[claim.Measure], claim));
            }
        }
    }
}
