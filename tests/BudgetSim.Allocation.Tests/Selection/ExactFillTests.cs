// One limit over all-or-nothing items: filled by hand, by trying everything, sixty of them and a thousand.
using BudgetSim.Allocation.Selection;
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Payments;
using BudgetSim.Allocation.Selection.Exact.Programs;
using BudgetSim.Allocation.Selection.Solving;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Selection;

public sealed class ExactFillTests
{
    /// <summary>Fund 9 over 6, 5 and 4: the 6 comes first and leaves 3, into which nothing fits; 5 + 4 fill the fund.</summary>
    [Fact]
    public void Improve_FirstItemBlocksTheRest_TakesThePairThatFills()
    {
        var space = SpaceOf(9, [6, 5, 4]);
        Assert.Equal([1UL, 0, 0], ExactFill.InOrder(space)!);
        Assert.Equal([0UL, 1, 1], ExactFill.Improve(space, [1, 0, 0], half: 2)!);
    }

    /// <summary>
    /// Fund 13 over 8, 7, 6 and 4: 8 and 4 make 12, 7 and 6 make 13. With one of each kind decided anew only 4 for 6 can be asked, which is
    /// too much.
    /// </summary>
    [Fact]
    public void Improve_FewItemsDecidedAnew_MayLeaveARoomThatMoreWouldFill()
    {
        var space = SpaceOf(13, [8, 7, 6, 4]);
        Assert.Equal([1UL, 0, 0, 1], ExactFill.InOrder(space)!);
        Assert.Null(ExactFill.Improve(space, [1, 0, 0, 1], half: 1));
        Assert.Equal([0UL, 1, 1, 0], ExactFill.Improve(space, [1, 0, 0, 1], half: 2)!);
    }

    [Fact]
    public void Improve_FullFund_FindsNothingBetter() => Assert.Null(ExactFill.Improve(SpaceOf(10, [6, 5, 4]), [1, 0, 1], half: 3));

    /// <summary>Three to eight items, all of them decided: the best of all subsets, whatever the choice it starts from.</summary>
    [Fact]
    public void Improve_EveryItemDecided_EqualsTheBestSubset()
    {
        for (var number = 0; number < 500; number++)
        {
            var random = new System.Random(number);
            var amounts = Enumerable.Range(0, random.Next(3, 9)).Select(_ => (long)random.Next(1, 24)).ToArray();
            var fund = random.NextInt64(amounts.Max(), amounts.Sum());
            var space = SpaceOf(fund, amounts);
            var first = ExactFill.InOrder(space)!;
            var found = ExactFill.Improve(space, first, half: 8) ?? first;
            Assert.Equal(BestSubset(fund, amounts), found.Select((mask, place) => mask != 0 ? amounts[place] : 0).Sum());
        }
    }

    /// <summary>The form is one fund over single items paid whole or not at all; anything else is left to the other methods.</summary>
    [Fact]
    public void Fits_AnotherForm_IsRefused()
    {
        var whole = Problem(9, [6, 5, 4]);
        var (dividable, paired) =
            (whole with { Items = [.. whole.Items.Select(item => item with { Divisible = true })] }, whole with { Conflicts = [[0, 1]] });
        var counted = whole with { Choose = [new ChooseRule("two", [0, 1, 2], 0, 2)] };
        Assert.True(ExactFill.Fits(Component(whole, mostItems: 1)));
        Assert.False(ExactFill.Fits(Component(dividable, mostItems: 1)));
        Assert.False(ExactFill.Fits(Component(paired, mostItems: 2)));
        Assert.False(ExactFill.Fits(Component(counted, mostItems: 1)));
    }

    /// <summary>
    /// A thousand items. No choice is worth more than taking one after the other and cutting one item in two; the engine reaches that
    /// although it may cut none.
    /// </summary>
    [Fact]
    public void SolveAllocation_ThousandItems_ReachesTheBoundOfCuttingOne()
    {
        var amounts = Amounts(1000);
        var fund = amounts.Sum() / 2;
        var answer = AllocationSolver.SolveAllocation(Problem(fund, amounts));
        Assert.Equal(AllocationStatus.ProvedOptimal, answer.Status);
        Assert.Equal((Fraction)fund, answer.Objective);
    }

    /// <summary>Which of the many best answers it is may stay open, but the answer comes with its proof, and is the same twice.</summary>
    [Fact]
    public void SolveAllocation_MoreTiesThanTheEffortSettles_ComesWithItsProof()
    {
        var amounts = Amounts(60);
        var problem = Problem(amounts.Sum() / 3, amounts);
        var (answer, again) = (AllocationSolver.SolveAllocation(problem), AllocationSolver.SolveAllocation(problem));
        Assert.Equal((AllocationStatus.ProvedOptimal, (Fraction)(amounts.Sum() / 3)), (answer.Status, answer.Objective));
        Assert.Equal(answer.Awards, again.Awards);
    }

    private static SearchSpace SpaceOf(long fund, long[] amounts)
    {
        var space = Component(Problem(fund, amounts), mostItems: 1);
        Assert.True(ExactFill.Fits(space));
        Assert.Equal(amounts, space.Members.Select(block => space.Upper[space.Blocks.ItemsOf(block)[0]]));
        return space;
    }

    private static SearchSpace Component(AllocationProblem problem, int mostItems) =>
        SearchSpace.Components(BlockSplit.Of(ProgramFromProblem.Build(problem, 1, [])!, new BlockLimits(mostItems, 10))!).First();

    private static long BestSubset(long fund, long[] amounts) =>
        Enumerable.Range(0, 1 << amounts.Length).Select(subset => amounts.Where((_, i) => (subset >> i & 1) != 0).Sum())
            .Where(sum => sum <= fund)
            .Max();

    // Drawn apart from each other: amounts in regular steps have few different sums, and then nothing fills the fund.
    private static long[] Amounts(int count)
    {
        var random = new System.Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextInt64(10_000, 1_000_000))];
    }

    private static AllocationProblem Problem(long fund, long[] amounts) => new(
        AllocationObjective.Total,
        [.. amounts.Select((amount, i) => new AllocationItem("i" + i, amount, 1, 1, false, 1))],
        [new AllocationLimit("fund", fund, [.. Enumerable.Range(0, amounts.Length)], null)],
        [],
        []);
}
