// A claimant with more claims than a machine word has bits is settled like any other.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class ManyClaimsTests
{
    private const int Projects = 50;

    /// <summary>
    /// Fifty projects, each claimed in two lanes for 10 and for 21: one lane a project, the dearer one, so 50 × 21 = 1050, and under a
    /// ceiling of the enterprise-year whatever the ceiling is.
    /// </summary>
    [Theory]
    [InlineData(5000, 1050)]
    [InlineData(1050, 1050)]
    [InlineData(777, 777)]
    [InlineData(0, 0)]
    public void Settle_HundredClaimsOfOneEnterprise_PaysTheDearerLaneOfEveryProject(long ceiling, long total)
    {
        var measures = new[] { 0, 1 }.Select(measure => new MeasureTerms($"m{measure}")
        {
            Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0, 1])],
            Exclusions = [new ExclusionTerms([1 - measure], ExclusionKey.Project, Keep.Highest)],
        }).ToList();
        var claims = Enumerable.Range(0, 2 * Projects)
            .Select(index => new Claim($"c{index}", index % 2, new ClaimKeys(0, Project: index / 2), SettlementCases.Year)
            {
                Gross = index % 2 == 0 ? 10 : 21,
                Caps = [new Room(ceiling, 0)],
            }).ToList();
        var result = Settle.Claims(new SettlementInput(measures, claims));
        Assert.Equal(total, result.Total);
        for (var project = 0; project < Projects; project++)
            Assert.False(
                result.Awards[2 * project].Yuan > 0 && result.Awards[(2 * project) + 1].Yuan > 0,
                $"project {project} is paid in both lanes");
    }
}
