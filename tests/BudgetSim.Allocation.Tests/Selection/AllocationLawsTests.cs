// Laws of every answer to an allocation problem, on drawn problems with all kinds of rules.
using System.Collections.Immutable;
using BudgetSim.Allocation.Selection;
using BudgetSim.Allocation.Selection.Solving;
using BudgetSim.Core.Quantities;
using BudgetSim.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace BudgetSim.Allocation.Tests.Selection;

public sealed class AllocationLawsTests
{
    private static Gen<AllocationProblem> Problems =>
        Gen.Choose(0, 1_000_000).Select(number => RandomProblems.Draw(number, mostItems: 8, mostAmount: 30));

    [Fact]
    public void Awards_AnyProblem_AreNotNegativeNotAboveTheAmountAndWholeWhereTheyMustBe() =>
        Hold((problem, answer) => problem.Items.Index().All(item =>
            answer.Awards[item.Index] >= 0 && answer.Awards[item.Index] <= item.Item.Amount
            && (answer.Selected[item.Index] || answer.Awards[item.Index] == 0)
            && (item.Item.Divisible || answer.Awards[item.Index] == (answer.Selected[item.Index] ? item.Item.Amount : 0))));

    [Fact]
    public void Limits_AnyProblem_AreNeverExceeded() => Hold((problem, answer) => problem.Limits.All(limit =>
        limit.Items.Select((item, place) => limit.Use is { } use ? (answer.Selected[item] ? use[place] : 0) : answer.Awards[item])
            .Aggregate(Fraction.Zero, (sum, used) => sum + used) <= limit.Amount));

    [Fact]
    public void Choices_AnyProblem_KeepConflictsAndQuotas() => Hold((problem, answer) =>
        problem.Conflicts.All(conflict => conflict.Count(item => answer.Selected[item]) <= 1)
        && problem.Choose.All(rule => rule.Items.Count(item => answer.Selected[item]) is var count && count >= rule.AtLeast
            && count <= rule.AtMost));

    [Fact]
    public void Fund_WithNothing_PaysNoneOfItsItems() => Hold((problem, answer) =>
        problem.Limits.Where(limit => limit.Use is null && limit.Amount < 1)
            .All(limit => limit.Items.All(item => answer.Awards[item] == 0)));

    [Fact]
    public void NoRules_TotalObjective_PaysEverythingThatCounts() => Laws.Hold(Problems, drawn =>
    {
        var answer = AllocationSolver.SolveAllocation(drawn with
        {
            Objective = AllocationObjective.Total,
            Limits = [],
            Conflicts = [],
            Choose = [],
        });
        return drawn.Items.Index().All(item => item.Item.Weight == 0 || answer.Awards[item.Index] == item.Item.Amount);
    });

    [Fact]
    public void Fund_WithMoreMoney_GivesTheFirstPriorityNoLess() => Laws.Hold(Problems, problem =>
    {
        var (before, after) =
            (Solve(problem),
             Solve(problem with { Limits = [.. problem.Limits.Select(limit => limit with { Amount = limit.Amount + 3 })] }));
        return before.Status != AllocationStatus.ProvedOptimal
            || (after.Status == AllocationStatus.ProvedOptimal && after.Priorities[0].Objective >= before.Priorities[0].Objective);
    });

    [Fact]
    public void Items_InTheOtherOrder_ReachTheSameObjectives() => Laws.Hold(Problems, problem =>
        Solve(problem).Priorities.Select(part => part.Objective)
            .SequenceEqual(Solve(Reversed(problem)).Priorities.Select(part => part.Objective)));

    [Fact]
    public void WeightsAndValues_TimesSeven_MultiplyTheObjectiveAndNothingElse() => Laws.Hold(Problems, problem =>
    {
        var times = Solve(problem with
        {
            Items = [.. problem.Items.Select(item => item with { Weight = item.Weight * 7, Value = item.Value * 7 })],
        });
        return Solve(problem) is var answer && answer.Status == times.Status && answer.Objective * 7 == times.Objective
            && answer.Awards.SequenceEqual(times.Awards);
    });

    [Fact]
    public void SameProblem_Twice_GetsTheSameAnswer() => Laws.Hold(Problems, problem =>
        (Solve(problem), Solve(problem)) is var (first, second) && first.Status == second.Status
            && first.Awards.SequenceEqual(second.Awards) && first.Selected.SequenceEqual(second.Selected));

    // Of problems without an answer nothing is said here.
    private static void Hold(Func<AllocationProblem, AllocationAnswer, bool> law) => Laws.Hold(Problems, problem =>
        Solve(problem) is var answer
            && (answer.Status == AllocationStatus.Infeasible || (answer.Status == AllocationStatus.ProvedOptimal && law(problem, answer))));

    private static AllocationAnswer Solve(AllocationProblem problem) => AllocationSolver.SolveAllocation(problem);

    private static AllocationProblem Reversed(AllocationProblem problem)
    {
        var last = problem.Items.Length - 1;
        return problem with
        {
            Items = [.. problem.Items.Reverse()],
            Limits = [.. problem.Limits.Select(limit => limit with
            {
                Items = [.. limit.Items.Select(item => last - item).Reverse()],
                Use = limit.Use is { } use ? [.. use.Reverse()] : null,
            })],
            Conflicts = [.. problem.Conflicts.Select(conflict => conflict.Select(item => last - item).Order().ToArray())
                .Select(conflict => ImmutableArray.Create(conflict))],
            Choose = [.. problem.Choose.Select(rule => rule with { Items = [.. rule.Items.Select(item => last - item).Reverse()] })],
        };
    }
}
