// A claim that meets no other is awarded by itself what the whole settlement awards it.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Allocation.Settlement.Steps.Ceilings;
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;
using BudgetSim.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class SoleClaimTests
{
    // Each drawn claim as it is, and with the rarer facts of a claim, which may be 0 or below.
    private static readonly Gen<Claim[]> Cases =
        from input in SettlementCases.Every
        from odd in Gen.ArrayOf(Gen.Choose(-1, 40), 4)
        select input.Claims
            .SelectMany(claim => new[] { claim, claim with
            {
                Assessed = odd[0],
                Minimum = odd[1] > 20 ? odd[1] : null,
                PayoutRatio = Fraction.Of(Math.Max(0, odd[2]), 40),
                Caps = [.. claim.Caps.Select(room => room with { Amount = odd[3] })],
            } })
            .Select(claim => claim.UpliftPot.Pot < 0 ? claim : claim with { UpliftPot = UpliftPot.Unknown }).ToArray();

    [Fact]
    public void Award_AnyClaim_IsThatOfItsSettlementAlone() => Laws.Hold(Cases, claims => claims.Where(IsNotCutTogether).All(claim =>
        SoleClaim.Award(TermsOf(claim), claim) == Settle.Claims(new SettlementInput(
            SettlementCases.Measures, [claim with { BudgetLine = -1 }])
        {
            Payers = ["city", "county"],
        }).Awards[0]));

    [Fact]
    public void IsPositive_AnyClaim_IsTheSignOfItsWorth() => Laws.Hold(Cases, claims => claims.All(claim =>
        Worth.IsPositive(TermsOf(claim), claim) == (Worth.Alone(TermsOf(claim), claim).Sign > 0)));

    // 900 x 3/2 = 1350, the ceiling leaves 1000 - 100 = 900; 80 % of it are granted, and 20 of the 720 come from elsewhere.
    [Fact]
    public void Award_UpliftCeilingDiscretionAndOtherPolicy_TakeTurns()
    {
        var terms = new MeasureTerms("m") { IsCeiling = true, Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0])] };
        var claim = new Claim("c", 0, new ClaimKeys(0), 2026)
        {
            Gross = 900,
            UpliftFactor = Fraction.Of(3, 2),
            Caps = [new Room(1000, 100)],
            PayoutRatio = Fraction.Of(4, 5),
            OtherPolicyAward = 20,
        };
        Assert.Equal(new Award(700, false), SoleClaim.Award(terms, claim));
    }

    // The text leaves open whether the extra of 450 is paid: 900 is the lower bound.
    [Fact]
    public void Award_UpliftOfUnknownBudget_IsALowerBound()
    {
        var claim = new Claim("c", 0, new ClaimKeys(0), 2026)
        {
            Gross = 900,
            UpliftFactor = Fraction.Of(3, 2),
            UpliftPot = UpliftPot.Unknown,
        };
        Assert.Equal(new Award(900, true), SoleClaim.Award(new MeasureTerms("m"), claim));
    }

    [Fact]
    public void Award_UpliftFromAPot_IsRefused() =>
        Assert.Throws<ArgumentException>(() => SoleClaim.Award(
            new MeasureTerms("m"), new Claim("c", 0, new ClaimKeys(0), 2026) { UpliftPot = new UpliftPot(0) }));

    private static MeasureTerms TermsOf(Claim claim) => SettlementCases.Measures[claim.Measure];

    private static bool IsNotCutTogether(Claim claim) => TermsOf(claim).Caps.All(cap => !cap.CutsProRata && cap.Scope != CapScope.Group);
}
