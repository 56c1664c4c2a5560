// Choices proved by what they lose against prices: against trying everything, and against tables over every budget.
using System.Collections.Immutable;
using BudgetSim.Allocation.Selection;
using BudgetSim.Allocation.Selection.Solving;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Selection;

public sealed class LossSearchTests
{
    /// <summary>Fourteen items, all or nothing, under three limits that overlap: 16,384 choices, each of them added up.</summary>
    [Fact]
    public void SolveAllocation_OverlappingLimits_EqualsTheBestOfAllChoices()
    {
        for (var number = 0; number < 150; number++)
        {
            var random = new System.Random(number);
            var amounts = Draw(random, 14, 50, 100);
            var limits = Enumerable.Range(0, 3).Select(_ => Some(random, 14)).ToArray();
            long[] bounds = [.. limits.Select(items => items.Sum(item => amounts[item]) / 2)];
            long[] values = [.. amounts.Select(amount => amount * random.Next(90, 111))];
            var answer = AllocationSolver.SolveAllocation(Problem(amounts, values, limits, bounds));
            Assert.Equal(
                (number, AllocationStatus.ProvedOptimal, (Fraction)BestOfAll(amounts, values, limits, bounds)),
                (number, answer.Status, answer.Objective));
        }
    }

    /// <summary>
    /// A thousand items with values near their amounts under one budget: the classical table over all sums of amounts (Bellman 1957) gives
    /// the best value.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void SolveAllocation_ThousandItemsNearTheirAmounts_EqualsTheTable(int seed)
    {
        var random = new System.Random(seed);
        var amounts = Draw(random, 1000, 10, 400);
        long[] values = [.. amounts.Select(amount => amount * random.Next(90, 111))];
        var bound = amounts.Sum() / 2;
        var answer = AllocationSolver.SolveAllocation(Problem(amounts, values, [[.. Enumerable.Range(0, 1000)]], [bound]));
        Assert.Equal((AllocationStatus.ProvedOptimal, (Fraction)BestByTable(amounts, values, bound)), (answer.Status, answer.Objective));
    }

    /// <summary>
    /// Enterprises that choose one of two claims under clause caps, and share a cap over two clauses: every choice is paid by hand as the
    /// smallest cut of its network, over all sets of clauses.
    /// </summary>
    [Fact]
    public void SolveAllocation_ClauseCapsOverConflictsAndEnterpriseCaps_EqualsTheBestOfAllChoices()
    {
        for (var number = 0; number < 150; number++)
        {
            var crowd = new Crowd(new System.Random(number));
            var answer = AllocationSolver.SolveAllocation(
                crowd.Problem(), null, BudgetSim.Allocation.Optimization.SolverLimits.Default, new(4, 10), default);
            Assert.Equal((number, AllocationStatus.ProvedOptimal, (Fraction)crowd.Best()), (number, answer.Status, answer.Objective));
        }
    }

    private static long[] Draw(System.Random random, int count, int least, int most) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextInt64(least, most))];

    private static int[] Some(System.Random random, int count) => [.. Enumerable.Range(0, count).Where(_ => random.Next(3) > 0)];

    private static AllocationProblem Problem(long[] amounts, long[] values, int[][] limits, long[] bounds) => new(
        AllocationObjective.Value,
        [.. amounts.Select((amount, i) => new AllocationItem("i" + i, amount, values[i], 1, false, 1))],
        [.. limits.Select((items, l) => new AllocationLimit("l" + l, bounds[l], [.. items], null))],
        [],
        []);

    private static long BestOfAll(long[] amounts, long[] values, int[][] limits, long[] bounds)
    {
        var best = 0L;
        for (var choice = 0; choice < 1 << amounts.Length; choice++)
        {
            if (limits.Where((items, l) => items.Sum(item => (choice >> item & 1) * amounts[item]) > bounds[l]).Any()) continue;
            best = Math.Max(best, values.Select((value, item) => (choice >> item & 1) * value).Sum());
        }

        return best;
    }

    private static long BestByTable(long[] amounts, long[] values, long bound)
    {
        var best = new long[bound + 1];
        for (var item = 0; item < amounts.Length; item++)
            for (var sum = bound; sum >= amounts[item]; sum--) best[sum] = Math.Max(best[sum], best[sum - amounts[item]] + values[item]);
        return best[bound];
    }

    // Ten enterprises with four claims each: the first two exclude each other, all four share a cap; claim k is under clause k % 4, the
    // last clause has no cap.
    private sealed class Crowd
    {
        private const int Enterprises = 10;
        private readonly long[] _amounts;
        private readonly int[] _clause;
        private readonly long[] _caps;
        private readonly long[] _clauseCaps;

        public Crowd(System.Random random)
        {
            _amounts = Draw(random, Enterprises * 4, 20, 100);
            _clause = [.. _amounts.Select(_ => random.Next(4))];
            _caps = [.. Enumerable.Range(0, Enterprises).Select(e => _amounts[(4 * e)..((4 * e) + 4)].Sum() * random.Next(4, 9) / 10)];
            _clauseCaps = [.. Enumerable.Range(0, 3).Select(c => _amounts.Where((_, i) => _clause[i] == c).Sum() * random.Next(4, 8) / 10)];
        }

        public AllocationProblem Problem() => new(
            AllocationObjective.Total,
            [.. _amounts.Select((amount, i) => new AllocationItem("i" + i, amount, 1, 1, true, 1))],
            [
                .. _caps.Select((cap, e) => new AllocationLimit("e" + e, cap, [.. Enumerable.Range(4 * e, 4)], null)),
                .. _clauseCaps.Select((cap, c) => new AllocationLimit(
                    "c" + c, cap, [.. Enumerable.Range(0, _amounts.Length).Where(i => _clause[i] == c)], null)),
            ],
            [.. Enumerable.Range(0, Enterprises).Select(e => ImmutableArray.Create(4 * e, (4 * e) + 1))],
            []);

        public long Best() => Enumerable.Range(0, 1 << Enterprises).Max(Paid);

        // The largest flow is the smallest cut: capped clauses in the set pay their cap, what else an enterprise asks for at most its own.
        private long Paid(int choice) => Enumerable.Range(0, 8).Min(set =>
            _clauseCaps.Where((_, c) => (set >> c & 1) != 0).Sum() + _caps.Select((cap, e) => Math.Min(cap, Asked(e, choice, set))).Sum());

        private long Asked(int enterprise, int choice, int set) =>
            Enumerable.Range(0, 4).Where(k => k > 1 || k == (choice >> enterprise & 1)).Select(k => (4 * enterprise) + k)
                .Where(i => _clause[i] == 3 || (set >> _clause[i] & 1) == 0).Sum(i => _amounts[i]);
    }
}
