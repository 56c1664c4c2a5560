// One limit over all-or-nothing items: sixty of them and a thousand.
using BudgetSim.Allocation.Selection;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Selection;

public sealed class ExactFillTests
{
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
