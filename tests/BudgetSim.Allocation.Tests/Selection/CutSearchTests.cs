// Clause caps that bind where enterprises may choose another claim: proved by cuts on the choices alone.
using System.Collections.Immutable;
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Selection;
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Cuts;
using BudgetSim.Allocation.Selection.Exact.Prices;
using BudgetSim.Allocation.Selection.Exact.Programs;
using BudgetSim.Allocation.Selection.Solving;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Selection;

public sealed class CutSearchTests
{
    /// <summary>
    /// Nine clause caps at 70 %, six of them over a claim that bars another without a cap, every second enterprise held to 60 %. HiGHS,
    /// given the awards and one binary choice per enterprise, proves the same totals.
    /// </summary>
    [Theory]
    [InlineData(100, 18_680_583)]
    [InlineData(200, 37_461_402)]
    public void SolveAllocation_BindingClauseCaps_IsProvedWithLittleWork(int enterprises, long best)
    {
        var problem = Clauses(enterprises);
        var answer = AllocationSolver.SolveAllocation(problem, null, new SolverLimits(2));
        Assert.Equal((AllocationStatus.ProvedOptimal, (Fraction)best, (Fraction)best), (answer.Status, answer.Objective, answer.Bound));
        Assert.Empty(AwardFaults.Of(problem, answer.Awards, answer.Selected));
        Assert.Equal(best, answer.Awards.Sum());
    }

    /// <summary>
    /// (7/4, 0, 1/4) = 1/4 · (1, 0, 0) + 2/4 · (2, 0, 0) + 1/4 · (2, 0, 1).
    /// </summary>
    [Fact]
    public void PriceChain_PricesBetweenWholeOnes_GivesTheirNeighbours()
    {
        var chain = PriceChain.Of(new PriceBound(4, [7, 0, 1], 0)).ToList();
        Assert.Equal([[1, 0, 0], [2, 0, 0], [2, 0, 1]], chain.Select(prices => prices.Select(price => (int)price).ToArray()));
    }

    /// <summary>
    /// Two blocks of two options, one row: 3 − 5 of the first option's change, 2 of the second's. Most that is left: 3 + 0 + 2 = 5; with
    /// the first change 3 − 5 + 2 = 0, without the second 3.
    /// </summary>
    [Fact]
    public void OptionBound_OneRow_SaysWhatEveryOptionLeaves()
    {
        var rows = new List<OptionRow> { new(3, [0, -5, 0, 2], IsCut: true) };
        var bound = new OptionBound(OptionTable.Of(Pairs())!, rows);
        var most = bound.Rate([1], [true, true, true, true], asked: 0)!.Value;
        var unit = bound.CutWeight;
        Assert.Equal(5 * unit, most);
        Assert.Equal([5 * unit, 0, 3 * unit, 5 * unit], bound.Left.ToArray());
        Assert.True(bound.Rate([1], [true, true, true, true], asked: 6) < 0);
    }

    // Two enterprises that choose one of two claims each, under one cap over all.
    private static SearchSpace Pairs()
    {
        var problem = new AllocationProblem(
            AllocationObjective.Total,
            [.. Enumerable.Range(0, 4).Select(i => new AllocationItem("i" + i, 10 + i, 1, 1, true, 1))],
            [new AllocationLimit("all", 15, [0, 1, 2, 3], null)],
            [[0, 1], [2, 3]],
            []);
        var blocks = BlockSplit.Of(ProgramFromProblem.Build(problem, 1, [])!, new BlockLimits(2, 10))!;
        return SearchSpace.Components(blocks).Single(space => space.Links.Length == 1);
    }

    // Claim 4e is under clause e % 6 and bars claim 4e + 1; claim 4e + 2 is under clause (5e + 3) % 9.
    private static AllocationProblem Clauses(int enterprises)
    {
        long[] amounts = [.. Enumerable.Range(0, 4 * enterprises).Select(i => 1000 + (i * 7919L % 9973 * 13))];
        var clauses = Enumerable.Range(0, amounts.Length)
            .ToLookup(i => (i % 4) switch { 0 => i / 4 % 6, 2 => ((5 * (i / 4)) + 3) % 9, _ => 9 });
        return new AllocationProblem(
            AllocationObjective.Total,
            [.. amounts.Select((amount, i) => new AllocationItem("i" + i, amount, 1, 1, true, 1))],
            [
                .. Enumerable.Range(0, enterprises / 2).Select(k => Limit("e" + k, [.. Enumerable.Range((8 * k) + 4, 4)], 60)),
                .. Enumerable.Range(0, 9).Select(clause => Limit("c" + clause, [.. clauses[clause]], 70)),
            ],
            [.. Enumerable.Range(0, enterprises).Select(e => ImmutableArray.Create(4 * e, (4 * e) + 1))],
            []);

        AllocationLimit Limit(string id, ImmutableArray<int> items, int percent) =>
            new(id, items.Sum(i => amounts[i]) * percent / 100, items, null);
    }
}
