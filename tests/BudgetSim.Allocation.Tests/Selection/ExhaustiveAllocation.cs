// Solves tiny allocation problems by trying every award of every item.
using BudgetSim.Allocation.Selection;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Selection;

/// <summary>The definition of the problem, written down once more and as plainly as possible.</summary>
internal static class ExhaustiveAllocation
{
    /// <summary>The best objective of every priority, in order; null when nothing is feasible.</summary>
    public static Fraction[]? Best(AllocationProblem problem)
    {
        Fraction[]? best = null;
        Visit(problem, new long[problem.Items.Length], new bool[problem.Items.Length], 0, ref best);
        return best;
    }

    private static void Visit(AllocationProblem problem, long[] awards, bool[] selected, int place, ref Fraction[]? best)
    {
        if (place == awards.Length)
        {
            if (!IsFeasible(problem, awards, selected)) return;
            var found = Objectives(problem, awards, selected);
            if (best is null || IsBetter(found, best)) best = found;
            return;
        }

        foreach (var (award, isSelected) in Options(problem.Items[place]))
        {
            (awards[place], selected[place]) = (award, isSelected);
            Visit(problem, awards, selected, place + 1, ref best);
        }
    }

    private static IEnumerable<(long Award, bool IsSelected)> Options(AllocationItem item)
    {
        yield return (0, false);
        for (var award = item.Divisible ? Math.Min(1, item.Amount) : item.Amount; award <= item.Amount; award++) yield return (award, true);
    }

    private static bool IsFeasible(AllocationProblem problem, long[] awards, bool[] selected) =>
        problem.Limits.All(limit => Used(limit, awards, selected) <= limit.Amount)
        && problem.Conflicts.All(conflict => conflict.Count(item => selected[item]) <= 1)
        && problem.Choose.All(rule => rule.Items.Count(item => selected[item]) is var count && count >= rule.AtLeast
            && count <= rule.AtMost);

    private static Fraction Used(AllocationLimit limit, long[] awards, bool[] selected) =>
        Sum(limit.Items.Select((item, place) => limit.Use is { } use ? (selected[item] ? use[place] : 0) : awards[item]));

    private static Fraction[] Objectives(AllocationProblem problem, long[] awards, bool[] selected) =>
        [.. from item in problem.Items.Index()
            group problem.Objective == AllocationObjective.Total ? item.Item.Weight * awards[item.Index]
                : selected[item.Index] ? item.Item.Value
                : 0
            by item.Item.Priority into tier
            orderby tier.Key
            select Sum(tier)];

    private static bool IsBetter(Fraction[] a, Fraction[] b)
    {
        for (var tier = 0; tier < a.Length; tier++)
            if (a[tier] != b[tier]) return a[tier] > b[tier];
        return false;
    }

    private static Fraction Sum(IEnumerable<Fraction> values) => values.Aggregate(Fraction.Zero, (sum, value) => sum + value);
}
