// Awards that exclude each other do so although only one of the two measures says so, whichever of them is claimed first.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class OneSidedExclusionTests
{
    // Worth 50 and 60: the higher stays. Under "other" the measure that says so yields, under "this" the one it names.
    [Theory]
    [InlineData(ExclusionKey.Project, Keep.Highest, 50, 60, 0, 60)]
    [InlineData(ExclusionKey.Project, Keep.Highest, 60, 50, 60, 0)]
    [InlineData(ExclusionKey.Project, Keep.Other, 60, 50, 0, 50)]
    [InlineData(ExclusionKey.Project, Keep.This, 50, 60, 50, 0)]
    [InlineData(ExclusionKey.Loan, Keep.Highest, 50, 60, 0, 60)]
    [InlineData(ExclusionKey.Loan, Keep.Other, 60, 50, 0, 50)]
    [InlineData(ExclusionKey.Loan, Keep.This, 50, 60, 50, 0)]
    [InlineData(ExclusionKey.ProjectYear, Keep.Highest, 50, 60, 0, 60)]
    [InlineData(ExclusionKey.EnterpriseYear, Keep.Highest, 50, 60, 0, 60)]
    [InlineData(ExclusionKey.Equipment, Keep.Highest, 50, 60, 0, 60)]
    [InlineData(ExclusionKey.Standard, Keep.Highest, 50, 60, 0, 60)]
    public void Exclusion_SaidByOneMeasureOnly_HoldsForBoth(
        ExclusionKey key, Keep keep, long speaker, long other, long speakerPaid, long otherPaid)
    {
        MeasureTerms[] measures = [new("speaker") { Exclusions = [new ExclusionTerms([1], key, keep)] }, new("other")];
        var (first, second) = (Claim(0, speaker, 1), Claim(1, other, 1));
        Assert.Equal([speakerPaid, otherPaid], Yuan(measures, first, second));
        Assert.Equal([otherPaid, speakerPaid], Yuan(measures, second, first));
    }

    [Theory]
    [InlineData(ExclusionKey.Project)]
    [InlineData(ExclusionKey.Loan)]
    [InlineData(ExclusionKey.Standard)]
    public void Exclusion_OfAnotherObject_DoesNotHold(ExclusionKey key)
    {
        MeasureTerms[] measures = [new("speaker") { Exclusions = [new ExclusionTerms([1], key, Keep.Highest)] }, new("other")];
        Assert.Equal([50L, 60], Yuan(measures, Claim(0, 50, 1), Claim(1, 60, 2)));
    }

    private static Claim Claim(int measure, long gross, int thing) =>
        new("c", measure, new ClaimKeys(0, Project: thing, Loan: thing, Item: thing), 2026) { Gross = gross };

    private static IEnumerable<long> Yuan(MeasureTerms[] measures, params Claim[] claims) =>
        Settle.Claims(new SettlementInput(measures, claims)).Awards.Select(award => award.Yuan);
}
