// Max-min shares: by hand, and against trying every way to pay.
using BudgetSim.Allocation.Selection;
using BudgetSim.Allocation.Selection.MaxMin;
using BudgetSim.Allocation.Selection.Solving;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Selection;

public sealed class MaxMinAwardsTests
{
    private static readonly Place Here = Place.Of("problem.json");

    /// <summary>
    /// Fund 100 over 10, 60, 60, the last two under 75 together: 10 stops at its amount, the pair at 37.5, the odd yuan to the first.
    /// </summary>
    [Fact]
    public void MaxMin_TwoLimits_StopsEveryItemWhereItsOwnLimitIsFull()
    {
        var answer = Solve([Item("a", 10), Item("b", 60), Item("c", 60)], Limit("fund", 100, "a", "b", "c"), Limit("pair", 75, "b", "c"));
        Assert.Equal([10L, 38, 37], answer.Awards);
        Assert.Equal([new Bottleneck("b", "pair"), new Bottleneck("c", "pair")], answer.Certificate.Bottlenecks);
        Assert.Equal((AllocationStatus.ProvedOptimal, (Fraction)10, (Fraction)10), (answer.Status, answer.Objective, answer.Bound));
    }

    /// <summary>Fund 50: the first priority takes its 30, the two of the second share 20, and the third finds nothing left.</summary>
    [Fact]
    public void MaxMin_Priorities_ShareWhatThoseBeforeThemLeft()
    {
        var answer = Solve(
            [
                Item("late", 5) with { Priority = 3 },
                Item("a", 30) with { Priority = 2 },
                Item("first", 30),
                Item("b", 30) with { Priority = 2 },
            ],
            Limit("fund", 50, "late", "a", "first", "b"));
        Assert.Equal([0L, 10, 30, 10], answer.Awards);
        Assert.Equal([false, true, true, true], answer.Selected);
        Assert.Equal([30, 10, 0], answer.Priorities.Select(part => part.Objective));
    }

    /// <summary>With two yuan for three the earliest two have one each; half a yuan more in the limit changes nothing.</summary>
    [Theory]
    [InlineData("2")]
    [InlineData("2.5")]
    public void MaxMin_FewerYuanThanItems_GivesThemToTheEarliest(string money)
    {
        Assert.True(Fraction.TryParse(money, out var fund));
        Assert.Equal([1L, 1, 0], Solve([Item("a", 9), Item("b", 9), Item("c", 9)], Limit("fund", fund, "a", "b", "c")).Awards);
    }

    /// <summary>Item a lies under a limit of its own of 2, so the two others share 8 of the fund's 10.</summary>
    [Fact]
    public void MaxMin_ALimitThatStopsOneEarly_LeavesMoreToTheOthers() =>
        Assert.Equal(
            [2L, 4, 4], Solve([Item("a", 9), Item("b", 9), Item("c", 9)], Limit("own", 2, "a"), Limit("fund", 10, "a", "b", "c")).Awards);

    [Fact]
    public void MaxMin_WithoutLimits_PaysEverybodyInFull() =>
        Assert.Equal([9L, 0, 4], Solve([Item("a", 9), Item("b", 0), Item("c", 4)]).Awards);

    // Nested limits, so the awards in rising order are the largest of all possible ones, compared place by place.
    [Fact]
    public void MaxMin_NestedLimits_AreTheLexicographicBestOfAllWaysToPay()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var problem = Drawn(random, [[0, 1, 2, 3], [0, 1], [2, 3], [3]]);
            var best = WaysToPay(problem).Select(Rising).Max(Comparer<long[]>.Create(ByPlace));
            Assert.Equal(best, Rising([.. AllocationSolver.SolveAllocation(problem).Awards]));
        }
    }

    [Fact]
    public void MaxMin_CrossingLimits_HaveTheLargestPossibleLeastAward()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var problem = Drawn(random, [[0, 1, 2], [1, 2, 3], [0, 3]]);
            var answer = AllocationSolver.SolveAllocation(problem);
            Assert.Equal(WaysToPay(problem).Max(awards => awards.Min()), answer.Awards.Min());
            Assert.Equal((Fraction)answer.Awards.Min(), answer.Bound);
        }
    }

    // a could have 5 of the fund's 10 if b gave one up, and the limit that is named is not full.
    [Theory]
    [InlineData(new long[] { 4, 6 }, 0, "a")]
    [InlineData(new long[] { 4, 5 }, 0, "a b")]
    [InlineData(new long[] { 5, 5 }, -1, "a b")]
    [InlineData(new long[] { 5, 5 }, 0, "")]
    public void BottleneckFaults_NameTheItemsThatNothingHoldsBack(long[] awards, int limit, string expected)
    {
        var problem = ProblemFromDraft.Check(new("max_min", Here, [Item("a", 9), Item("b", 9)])
        {
            Limits = [Limit("fund", 10, "a", "b")],
        }).Value!;
        Assert.Equal(expected, string.Join(' ', BottleneckFaults.Of(problem, awards, [limit, limit])));
    }

    [Fact]
    public void Check_WhatMaxMinHasNoUseFor_IsNamedAtItsPlace()
    {
        var draft = new AllocationDraft("max_min", Here, [Item("a", 9) with { Divisible = false }, Item("b", 9)])
        {
            Limits = [new("weight", 5, Here) { Use = [new DraftNumber("a", 2, Here)] }],
            Conflicts = [new(["a", "b"], Here)],
            Choose = [new("q", ["a"], Here)],
            Weights = [new DraftNumber("a", 2, Here)],
        };
        var found = ProblemFromDraft.Check(draft).Diagnostics;
        Assert.All(found, fault => Assert.Equal("BS413", fault.Code));
        Assert.Equal(5, found.Count);
    }

    private static AllocationAnswer Solve(IReadOnlyList<DraftItem> items, params DraftLimit[] limits) =>
        AllocationSolver.SolveAllocation(ProblemFromDraft.Check(new("max_min", Here, items) { Limits = limits }).Value!);

    private static DraftItem Item(string id, long amount) => new(id, amount, Here);

    private static DraftLimit Limit(string id, Fraction amount, params string[] items) => new(id, amount, Here) { Items = items };

    // Amounts from 0 to 4, limits from 0 to 7.
    private static AllocationProblem Drawn(Random random, int[][] limits) =>
        ProblemFromDraft.Check(new("max_min", Here, [.. Enumerable.Range(0, 4).Select(item => Item("i" + item, random.Next(5)))])
        {
            Limits = [.. limits.Select((items, limit) => Limit("l" + limit, random.Next(8), [.. items.Select(item => "i" + item)]))],
        }).Value!;

    private static IEnumerable<long[]> WaysToPay(AllocationProblem problem)
    {
        IEnumerable<long[]> ways = [[]];
        foreach (var item in problem.Items)
            ways = ways.SelectMany(way => Enumerable.Range(0, (int)item.Amount + 1).Select(award => (long[])[.. way, award]));
        return ways.Where(way => problem.Limits.All(limit => limit.Items.Sum(item => way[item]) <= limit.Amount));
    }

    private static long[] Rising(long[] awards) => [.. awards.Order()];

    private static int ByPlace(long[]? a, long[]? b) =>
        a!.Zip(b!).Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(order => order != 0);
}
