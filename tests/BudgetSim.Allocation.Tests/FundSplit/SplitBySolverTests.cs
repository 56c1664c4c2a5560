// What is claimed of a split when the solver itself claims less than an optimum.
using BudgetSim.Allocation.FundSplit;
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.Allocation.Tests.FundSplit;

public sealed class SplitBySolverTests
{
    private static readonly FundSplitProblem Problem = new(10, [new("a", 0, 10), new("b", 0, 10)], new long[,] { { 10, 0 } });

    /// <summary>The solver stops at 5 and 5, 5 yuan short, and knows only that nothing is below 0 (10 and 0 is not short at all).</summary>
    [Fact]
    public void BySolver_AnswerNotProved_KeepsTheSolversBoundAndHasNoPrice()
    {
        var answer = FundSplitter.BySolver(Problem, new Stopped(), SolverLimits.Default);
        Assert.Equal((SolverStatus.Feasible, 5.0, 0.0), (answer.Status, answer.Objective, answer.Bound));
        Assert.Null(answer.Price);
    }

    // Amounts 1 and 1 and a shortfall of 1, in units of 5 yuan (the fund over its clauses).
    private sealed class Stopped : ILinearSolver
    {
        public SolverAnswer Solve(LinearModel model, SolverLimits limits, CancellationToken cancellation = default) =>
            new() { Status = SolverStatus.Feasible, Values = [1, 1, 1, 0], Objective = 1, Bound = 0, RowDuals = [-1, 1, 0] };
    }
}
