// An allocation problem written straight down as a linear model, sharing nothing with the product's own translation.
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Selection;
using BudgetSim.Core.Quantities;

namespace BudgetSim.OrTools.Tests.Allocation;

/// <summary>Two variables an item: the award, and whether it is chosen. Fractions are multiplied by <see cref="Scale"/>.</summary>
internal static class PlainModel
{
    /// <summary>Every fraction of the drawn problems is a multiple of a sixth.</summary>
    private const int Scale = 6;

    /// <summary>The best objective of each priority in order, each found with those before held; null when nothing is feasible.</summary>
    public static Fraction[]? Best(AllocationProblem problem, Func<LinearModel, SolverAnswer> solve)
    {
        var reached = new List<(int Priority, double Objective)>();
        foreach (var priority in problem.Items.Select(item => item.Priority).Distinct().Order())
        {
            var answer = solve(Build(problem, priority, reached));
            if (answer.Status == SolverStatus.Infeasible && reached.Count == 0) return null;
            Assert.Equal(SolverStatus.Optimal, answer.Status);
            reached.Add((priority, answer.Objective));
        }

        return [.. reached.Select(part => Fraction.Of((long)part.Objective, Scale))];
    }

    private static LinearModel Build(AllocationProblem problem, int priority, List<(int Priority, double Objective)> held)
    {
        var builder = new LinearModelBuilder();
        var count = problem.Items.Length;
        var counted = Terms(problem, priority).ToDictionary(term => term.Column, term => term.Factor);
        for (var column = 0; column < 2 * count; column++)
            builder.AddInteger(0, column < count ? problem.Items[column].Amount : 1, counted.GetValueOrDefault(column));
        for (var i = 0; i < count; i++)
        {
            double amount = problem.Items[i].Amount;
            builder.AddRow(double.NegativeInfinity, 0, [i, count + i], [1, -amount]);
            builder.AddRow(0, double.PositiveInfinity, [i, count + i], [1, problem.Items[i].Divisible ? -Math.Min(1, amount) : -amount]);
        }

        foreach (var limit in problem.Limits) AddLimit(builder, limit, count);
        foreach (var conflict in problem.Conflicts) builder.AddSum(double.NegativeInfinity, 1, [.. conflict.Select(item => count + item)]);
        foreach (var rule in problem.Choose) builder.AddSum(rule.AtLeast, rule.AtMost, [.. rule.Items.Select(item => count + item)]);
        foreach (var (before, objective) in held)
            builder.AddRow(
                objective,
                double.PositiveInfinity,
                [.. Terms(problem, before).Select(term => term.Column)],
                [.. Terms(problem, before).Select(term => term.Factor)]);
        return builder.Build(maximise: true);
    }

    // What a priority counts: awards by weight, or values of what is chosen.
    private static IEnumerable<(int Column, double Factor)> Terms(AllocationProblem problem, int priority) =>
        problem.Items.Index().Where(item => item.Item.Priority == priority).Select(item => problem.Objective == AllocationObjective.Total
            ? (item.Index, Scaled(item.Item.Weight))
            : (problem.Items.Length + item.Index, Scaled(item.Item.Value)));

    private static void AddLimit(LinearModelBuilder builder, AllocationLimit limit, int count)
    {
        int[] columns = [.. limit.Items.Select(item => limit.Use is null ? item : count + item)];
        builder.AddRow(
            double.NegativeInfinity,
            Scaled(limit.Amount),
            columns,
            [.. columns.Select((_, place) => limit.Use is { } use ? Scaled(use[place]) : Scale)]);
    }

    private static double Scaled(Fraction number)
    {
        var scaled = number * Scale;
        Assert.True(scaled.IsInteger);
        return (double)scaled.Numerator;
    }
}
