// The exact engine, OR-Tools and trying everything find the same optimum, priority by priority, on thousands of small problems.
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Selection;
using BudgetSim.Allocation.Selection.Solving;
using BudgetSim.Allocation.Tests.Selection;
using BudgetSim.Core.Quantities;

namespace BudgetSim.OrTools.Tests.Allocation;

[Collection(nameof(SharedEngine))]
public sealed class ThreeWayAgreementTests(SharedEngine shared)
{
    private const int Instances = 3000, Larger = 300;

    private static readonly SolverLimits BySelection = new(Method: SolverMethod.Selection);

    /// <summary>Each instance has a number of its own, so a failure names the one that repeats it.</summary>
    [Fact]
    public void SolveAllocation_ThousandsOfSmallProblems_EqualsOrToolsAndTryingEverything()
    {
        var differing = new List<string>();
        for (var number = 0; number < Instances; number++)
        {
            var problem = RandomProblems.Draw(number);
            var (mine, tried, solved) = (Mine(problem), ExhaustiveAllocation.Best(problem), PlainModel.Best(problem, Solve));
            if (!Same(mine, tried) || !Same(mine, solved))
                differing.Add($"problem {number}: {Text(mine)}, by trying everything {Text(tried)}, by OR-Tools {Text(solved)}");
        }

        Assert.Empty(differing);
    }

    /// <summary>Up to nine items of up to forty yuan: too many awards to try.</summary>
    [Fact]
    public void SolveAllocation_HundredsOfLargerProblems_EqualsOrTools()
    {
        var differing = Enumerable.Range(1_000_000, Larger)
            .Where(number => RandomProblems.Draw(number, mostItems: 9, mostAmount: 40) is var problem
                && !Same(Mine(problem), PlainModel.Best(problem, Solve)));
        Assert.Empty(differing);
    }

    /// <summary>No kind of rule is left out: each is in more than a hundred of the instances.</summary>
    [Fact]
    public void Instances_OfTheAgreement_HaveEveryKindOfRule()
    {
        var problems = Enumerable.Range(0, Instances).Select(number => RandomProblems.Draw(number)).ToList();
        foreach (var (kind, has) in Kinds) Assert.True(problems.Count(has) > 100, $"{kind}: {problems.Count(has)}");
    }

    private static IEnumerable<(string Kind, Func<AllocationProblem, bool> Has)> Kinds =>
    [
        ("priorities", problem => problem.Items.Select(item => item.Priority).Distinct().Count() > 1),
        ("weights", problem => problem.Objective == AllocationObjective.Total && problem.Items.Any(item => item.Weight != 1)),
        ("value objective", problem => problem.Objective == AllocationObjective.Value),
        ("fractions", problem => problem.Items.Any(item => !item.Weight.IsInteger || !item.Value.IsInteger)),
        ("all or nothing", problem => problem.Items.Any(item => !item.Divisible)),
        ("at_least", problem => problem.Choose.Any(rule => rule.AtLeast > 0)),
        ("quota", problem => problem.Choose.Any(rule => rule.AtMost < rule.Items.Length)),
        ("use", problem => problem.Limits.Any(limit => limit.Use is not null)),
        ("several funds", problem => problem.Limits.Count(limit => limit.Use is null) > 1),
        ("conflicts", problem => problem.Conflicts.Any(conflict => conflict.Length > 1)),
        ("ties",
         problem => problem.Items.GroupBy(item => (item.Amount, item.Weight, item.Value, item.Priority)).Any(same => same.Count() > 1)),
        ("an empty fund", problem => problem.Limits.Any(limit => limit.Amount == 0 && limit.Items.Length > 0)),
        ("no answer", problem => ExhaustiveAllocation.Best(problem) is null),
    ];

    private static Fraction[]? Mine(AllocationProblem problem)
    {
        var answer = AllocationSolver.SolveAllocation(problem);
        Assert.True(answer.Status is AllocationStatus.ProvedOptimal or AllocationStatus.Infeasible);
        return answer.Status == AllocationStatus.Infeasible ? null : [.. answer.Priorities.Select(part => part.Objective)];
    }

    private static bool Same(Fraction[]? a, Fraction[]? b) => a is null || b is null ? a is null && b is null : a.SequenceEqual(b);

    private static string Text(Fraction[]? objectives) => objectives is null ? "infeasible" : string.Join(' ', objectives);

    private SolverAnswer Solve(LinearModel model) => shared.Solver.Solve(model, BySelection);
}
