// The exact engine of allocation and OR-Tools find the same optima.
using BudgetSim.Allocation.FundSplit;
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Selection;
using BudgetSim.Allocation.Selection.Exact.Programs;
using BudgetSim.Allocation.Selection.Solving;
using BudgetSim.Allocation.Tests.Selection;
using BudgetSim.Core.Quantities;

namespace BudgetSim.OrTools.Tests.Allocation;

[Collection(nameof(SharedEngine))]
public sealed class AllocationAgreementTests(SharedEngine shared)
{
    [Theory]
    [InlineData(0, 60, 5, 4)]
    [InlineData(500_000, 60, 9, 40)]
    public void SolveAllocation_RandomProblems_EqualsTheSolver(int first, int count, int mostItems, int mostAmount)
    {
        for (var number = first; number < first + count; number++)
        {
            var problem = RandomProblems.Draw(number, mostItems, mostAmount);
            problem = problem with { Items = [.. problem.Items.Select(item => item with { Priority = 1 })] };
            var mine = AllocationSolver.SolveAllocation(problem);
            Assert.Equal(BySolver(problem), mine.Status == AllocationStatus.ProvedOptimal ? mine.Objective : null);
        }
    }

    [Fact]
    public void FundSplit_WithoutTransfers_CostsTheSameBySortingAndBySolver()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var problem = Split(seed, samples: 40, clauses: 5);
            var sorted = FundSplitter.Solve(problem, null);
            var solved = FundSplitter.BySolver(problem, shared.Solver, SolverLimits.Default);
            Assert.Equal(SolverStatus.Optimal, solved.Status);
            Assert.Equal(problem.Fund, solved.Amounts.Sum() + solved.Unallocated);
            Assert.InRange(solved.Objective - sorted.Objective, -1e-6, problem.Clauses.Length);
            Assert.InRange(solved.Bound, sorted.Objective - 1, sorted.Objective + 1);
        }
    }

    /// <summary>
    /// Two clauses, two samples (10, 0) and (0, 10), fund 10. Without transfers any split falls short by 10 in sum, so the mean is 5
    /// and the worst half is least, 5, at 5 and 5. If all may be handed over nothing is ever short.
    /// </summary>
    [Theory]
    [InlineData(0.0, 5.0)]
    [InlineData(1.0, 0.0)]
    public void FundSplit_WorstHalf_IsLeastWhereBothSidesAreEqual(double transfers, double expected)
    {
        var problem = new FundSplitProblem(10, [new("a", 0, 10), new("b", 0, 10)], new long[,] { { 10, 0 }, { 0, 10 } })
        {
            Aim = SplitAim.ConditionalValueAtRisk,
            Level = 0.5,
            TransferShare = transfers,
        };
        var answer = FundSplitter.Solve(problem, shared.Solver);
        Assert.Equal(SolverStatus.Optimal, answer.Status);
        Assert.Equal(10, answer.Amounts.Sum());
        Assert.Equal(expected, answer.Objective, 6);
    }

    private Fraction? BySolver(AllocationProblem problem)
    {
        if (ProgramFromProblem.Build(problem, 1, []) is not { } program) return null;
        var built = ModelFromProgram.Build(program);
        var answer = shared.Solver.Solve(built.Model, new SolverLimits(Method: SolverMethod.BranchAndCut));
        if (answer.Status == SolverStatus.Infeasible) return null;
        Assert.Equal(SolverStatus.Optimal, answer.Status);
        return Fraction.Of(AnswerCheck.Verify(built.Model, answer.Values.AsSpan()).ExactObjective, ProgramFromProblem.Scale(problem));
    }

    private static FundSplitProblem Split(int seed, int samples, int clauses)
    {
        var demand = new long[samples, clauses];
        var state = (ulong)seed;
        for (var s = 0; s < samples; s++)
        {
            for (var c = 0; c < clauses; c++)
            {
                state = unchecked((state * 6364136223846793005) + 1442695040888963407);
                demand[s, c] = (long)(state >> 33) % (100_000 * (c + 1));
            }
        }

        return new FundSplitProblem(
            500_000, [.. Enumerable.Range(0, clauses).Select(c => new SplitClause("c" + c, 10_000, 200_000))], demand);
    }
}
