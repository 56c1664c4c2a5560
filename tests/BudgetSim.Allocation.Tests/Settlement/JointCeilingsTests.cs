// Ceilings that cut in proportion: hand-worked sums of an enterprise, a programme and a group.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class JointCeilingsTests
{
    private static readonly CapTerms Firm = new(CapScope.EnterpriseYear, RenewsYearly: false, [0, 1]) { CutsProRata = true };
    private static readonly CapTerms Programme = new(CapScope.ProgrammeYear, RenewsYearly: false, [0]) { CutsProRata = true };

    // 150 + 51 = 201 under 100: floor(150 x 100 / 201) = 74, floor(51 x 100 / 201) = 25; the order does not matter.
    [Theory]
    [InlineData(150, 51, 74, 25)]
    [InlineData(51, 150, 25, 74)]
    [InlineData(60, 40, 60, 40)]
    [InlineData(250, 0, 100, 0)]
    public void Enterprise_AboveItsCeiling_IsCutInProportion(long first, long second, long keptFirst, long keptSecond)
    {
        var result = Settle.Claims(new SettlementInput(
            [Measure("a", Firm), Measure("b", Firm)], [Claim(0, 1, first, 100), Claim(1, 1, second, 100)]));
        Assert.Equal([keptFirst, keptSecond], result.Awards.Select(award => award.Yuan));
        Assert.Equal(
            first + second - keptFirst - keptSecond,
            result.Deductions.Where(deduction => deduction.Stage == DeductionStage.SharedCap).Sum(deduction => deduction.Yuan));
    }

    // Enterprise 1 first: 150 and 51 become 74 and 25. Then the programme: 74 + 80 = 154 under 77, so 37 and 40; measure b is not in it.
    [Fact]
    public void Programme_AfterTheEnterprise_IsCutInProportion()
    {
        var claims = new[] { Claim(0, 1, 150, 100, 77), Claim(1, 1, 51, 100), Claim(0, 2, 80, 100, 77) };
        var result = Settle.Claims(new SettlementInput([Measure("a", Firm, Programme), Measure("b", Firm)], claims));
        Assert.Equal([37L, 25, 40], result.Awards.Select(award => award.Yuan));
    }

    [Fact]
    public void Enterprise_OfAnotherYear_HasACeilingOfItsOwn()
    {
        var result = Settle.Claims(new SettlementInput(
            [Measure("a", Firm), Measure("b", Firm)], [Claim(0, 1, 90, 100), Claim(1, 1, 90, 100) with { Year = 2027 }]));
        Assert.Equal([90L, 90], result.Awards.Select(award => award.Yuan));
    }

    // Two measures, one ceiling of 100 for the group: 150 + 50 = 200, so half of each.
    [Fact]
    public void Group_CeilingSharedByTwoMeasures_CutsBothTogether()
    {
        var group = new CapTerms(CapScope.Group, RenewsYearly: false, [0, 1]);
        var result = Settle.Claims(new SettlementInput(
            [Measure("a", group), Measure("b", group)], [InGroup(0, 1, 150, 100), InGroup(1, 2, 50, 100)]));
        Assert.Equal([75L, 25], result.Awards.Select(award => award.Yuan));
        Assert.All(result.Deductions, taken => Assert.Equal(DeductionStage.GroupCap, taken.Stage));
    }

    // 90 and 90 of two years under 100: 50 and 50 if the ceiling is for good, 90 and 90 if it renews.
    [Theory]
    [InlineData(false, 50, 50)]
    [InlineData(true, 90, 90)]
    public void Group_ClaimsOfTwoYears_ShareTheCeilingUnlessItRenews(bool renews, long first, long second)
    {
        var input = new SettlementInput(
            [Measure("a", new CapTerms(CapScope.Group, renews, [0]))],
            [InGroup(0, 1, 90, 100), InGroup(0, 2, 90, 100) with { Year = 2027 }]);
        Assert.Equal([first, second], Settle.Claims(input).Awards.Select(award => award.Yuan));
    }

    // One member says that 40 of the ceiling were used before: 60 are left for both, whoever is listed first.
    [Theory]
    [InlineData(40, 0)]
    [InlineData(0, 40)]
    public void Group_MembersThatNameDifferentRooms_AreHeldByTheLeast(long usedByFirst, long usedBySecond)
    {
        var claims = new[] { InGroup(0, 1, 100, 100), InGroup(0, 2, 50, 100) }
            .Zip([usedByFirst, usedBySecond], (claim, used) => claim with { Caps = [new Room(100, used)] })
            .ToList();
        Assert.Equal(
            [40L, 20],
            Settle.Claims(new SettlementInput([Measure("a", new CapTerms(CapScope.Group, false, [0]))], claims)).Awards
                .Select(award => award.Yuan));
    }

    // 150 + 50 under 100 and under 60 of the same enterprise: the lower one holds, 150 x 60 / 200 = 45 and 15.
    [Fact]
    public void Enterprise_TwoCeilingsOfOneKind_IsHeldByTheLower()
    {
        var one = new CapTerms(CapScope.EnterpriseYear, true, [0]) { CutsProRata = true };
        var result = Settle.Claims(new SettlementInput([Measure("a", one, one)], [Claim(0, 1, 150, 100, 60), Claim(0, 1, 50, 100, 60)]));
        Assert.Equal([45L, 15], result.Awards.Select(award => award.Yuan));
    }

    private static MeasureTerms Measure(string id, params CapTerms[] caps) => new(id) { Caps = caps };

    private static Claim Claim(int measure, int enterprise, long gross, params long[] rooms) =>
        new("c", measure, new ClaimKeys(enterprise), Year: 2026)
        {
            Gross = Fraction.Of(gross, 1),
            Caps = [.. rooms.Select(room => new Room(Fraction.Of(room, 1), Fraction.Zero))],
        };

    private static Claim InGroup(int measure, int enterprise, long gross, long room) =>
        Claim(measure, enterprise, gross, room) with { Keys = new ClaimKeys(enterprise, Group: 7) };
}
