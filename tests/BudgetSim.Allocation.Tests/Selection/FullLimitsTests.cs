// Large limits that can all be used up are answered at once; everything else is left to the search.
using System.Collections.Immutable;
using BudgetSim.Allocation.Selection;
using BudgetSim.Allocation.Selection.Exact;

namespace BudgetSim.Allocation.Tests.Selection;

public sealed class FullLimitsTests
{
    /// <summary>Two funds of 3,000 items of 10 with 9,000 and 7,001: 16,001 is all there is, and of every pair only one is paid.</summary>
    [Fact]
    public void Answer_TwoShortFunds_UsesUpBothAndPricesThem()
    {
        var problem = TwoFunds(9_000, 7_001);
        var answer = FullLimits.Answer(problem)!;
        Assert.Equal(16_001, answer.Objective);
        Assert.Equal(16_001, answer.Awards.Sum());
        Assert.Equal([new LimitPrice("f0", 1), new LimitPrice("f1", 1)], answer.Certificate.Prices);
        Assert.Empty(AwardFaults.Of(problem, answer.Awards, answer.Selected));
        Assert.DoesNotContain(problem.Conflicts, pair => answer.Selected[pair[0]] && answer.Selected[pair[1]]);
    }

    /// <summary>
    /// Of 1,500 pairs of 10 in each fund, 15,000 can be paid: a fund of 15,001 is never used up, one of 30,000 is no limit.
    /// </summary>
    [Theory]
    [InlineData(15_001)]
    [InlineData(30_000)]
    public void Answer_FundThatCannotBeUsedUp_LeavesItToTheSearch(long second) => Assert.Null(FullLimits.Answer(TwoFunds(9_000, second)));

    [Fact]
    public void Answer_UnequalWeights_LeavesItToTheSearch()
    {
        var problem = TwoFunds(9_000, 7_001);
        Assert.Null(FullLimits.Answer(problem with { Items = problem.Items.SetItem(5_999, problem.Items[5_999] with { Weight = 2 }) }));
    }

    // Items 2k and 2k + 1 conflict; the first 3,000 items are under f0, the others under f1.
    private static AllocationProblem TwoFunds(long first, long second) => new(
        AllocationObjective.Total,
        [.. Enumerable.Range(0, 6_000).Select(i => new AllocationItem("i" + i, 10, 1, 1, true, 1))],
        [
            new AllocationLimit("f0", first, [.. Enumerable.Range(0, 3_000)], null),
            new AllocationLimit("f1", second, [.. Enumerable.Range(3_000, 3_000)], null),
        ],
        [.. Enumerable.Range(0, 3_000).Select(k => ImmutableArray.Create(2 * k, (2 * k) + 1))],
        []);
}
