// Ceilings that cut in proportion: hand-worked sums of one enterprise, one programme, and both.
using BudgetSim.Allocation.Settlement;
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
        var result = Settle.Claims(new SettlementInput([Measure("a", Firm), Measure("b", Firm)], [Claim(0, 1, first, 100), Claim(1, 1, second, 100)]));
        Assert.Equal([keptFirst, keptSecond], result.Awards.Select(award => award.Yuan));
        Assert.Equal(first + second - keptFirst - keptSecond, result.Deductions.Where(deduction => deduction.Stage == DeductionStage.SharedCap).Sum(deduction => deduction.Yuan));
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
        var result = Settle.Claims(new SettlementInput([Measure("a", Firm), Measure("b", Firm)], [Claim(0, 1, 90, 100), Claim(1, 1, 90, 100) with { Year = 2027 }]));
        Assert.Equal([90L, 90], result.Awards.Select(award => award.Yuan));
    }

    private static MeasureTerms Measure(string id, params CapTerms[] caps) => new(id) { Caps = caps };

    private static Claim Claim(int measure, int enterprise, long gross, params long[] rooms) =>
        new("c", measure, new ClaimKeys(enterprise), 2026) { Gross = Fraction.Of(gross, 1), Caps = [.. rooms.Select(room => new Room(Fraction.Of(room, 1), Fraction.Zero))] };
}
