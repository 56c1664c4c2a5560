// The exact engine agrees with trying everything, whatever the size of its blocks.
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Selection;
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Solving;

namespace BudgetSim.Allocation.Tests.Selection;

public sealed class AllocationSolverAgreementTests
{
    private static readonly BlockLimits[] Sizes = [BlockLimits.Default, new(3, 2), new(1, 10)];

    [Theory]
    [InlineData(0, 700)]
    [InlineData(100_000, 700)]
    [InlineData(200_000, 700)]
    public void SolveAllocation_SmallProblems_EqualsTheExhaustiveAnswer(int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            var problem = RandomProblems.Draw(number);
            var best = ExhaustiveAllocation.Best(problem);
            foreach (var size in Sizes)
            {
                var answer = AllocationSolver.SolveAllocation(problem, null, SolverLimits.Default, size, default);
                Assert.True(
                    Matches(problem, answer, best),
                    $"problem {number} with blocks of {size.MostItems}: {answer}, expected {string.Join(" ", best ?? [])}");
            }
        }
    }

    [Fact]
    public void SolveAllocation_SmallProblems_AnswersAlikeForEveryBlockSize()
    {
        var bad = new List<string>();
        for (var number = 0; number < 1500; number++)
        {
            var problem = RandomProblems.Draw(number);
            var answers = Sizes.Select(size => AllocationSolver.SolveAllocation(problem, null, SolverLimits.Default, size, default))
                .Where(answer => answer.Certificate.IsCanonical).ToList();
            bad.AddRange(answers.Where(answer => !answers[0].Awards.SequenceEqual(answer.Awards))
                .Select(answer => $"problem {number}: {string.Join(" ", answers[0].Awards)} or {string.Join(" ", answer.Awards)}"));
        }

        Assert.Empty(bad);
    }

    private static bool Matches(AllocationProblem problem, AllocationAnswer answer, BudgetSim.Core.Quantities.Fraction[]? best)
    {
        if (best is null) return answer.Status == AllocationStatus.Infeasible && IsReallyInfeasible(problem, answer);
        return answer.Status == AllocationStatus.ProvedOptimal
            && answer.Priorities.Select(part => part.Objective).SequenceEqual(best)
            && answer.Bound == answer.Objective
            && AwardFaults.Of(problem, answer.Awards, answer.Selected).Count == 0;
    }

    // The set named is infeasible by itself, and without any one of its members it is not.
    private static bool IsReallyInfeasible(AllocationProblem problem, AllocationAnswer answer)
    {
        var ids = answer.Certificate.Conflict;
        return ids.Length > 0
            && answer.Certificate.ConflictIsMinimal
            && ExhaustiveAllocation.Best(Only(problem, ids)) is null
            && ids.All(id => ExhaustiveAllocation.Best(Only(problem, ids.Remove(id))) is not null);
    }

    private static AllocationProblem Only(AllocationProblem problem, IReadOnlyCollection<string> ids) => problem with
    {
        Limits = [.. problem.Limits.Where(limit => ids.Contains(limit.Id))],
        Choose = [.. problem.Choose.Where(rule => ids.Contains(rule.Id))],
        Conflicts = [.. problem.Conflicts
            .Where(conflict => ids.Contains("conflict " + string.Join(" ", conflict.Select(item => problem.Items[item].Id))))],
    };
}
