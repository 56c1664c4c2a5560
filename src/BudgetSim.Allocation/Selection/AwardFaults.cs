// Checks awards against the problem they answer, in whole numbers, without anything the solver computed.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>The last gate before an answer is shown.</summary>
public static class AwardFaults
{
    /// <summary>
    /// The ids of every item, limit, conflict or choice that awards [item] and selection [item] break; empty when they are good.
    /// </summary>
    public static IReadOnlyList<string> Of(AllocationProblem problem, IReadOnlyList<long> awards, IReadOnlyList<bool> selected)
    {
        var faults = new List<string>();
        for (var i = 0; i < problem.Items.Length; i++)
            if (!IsGood(problem.Items[i], awards[i], selected[i])) faults.Add(problem.Items[i].Id);
        foreach (var limit in problem.Limits)
            if (Used(limit, awards, selected) > limit.Amount) faults.Add(limit.Id);
        foreach (var conflict in problem.Conflicts)
            if (conflict.Count(item => selected[item]) > 1)
                faults.Add("conflict " + string.Join(" ", conflict.Select(item => problem.Items[item].Id)));
        foreach (var rule in problem.Choose)
            if (rule.Items.Count(item => selected[item]) is var count && (count < rule.AtLeast || count > rule.AtMost)) faults.Add(rule.Id);
        return faults;
    }

    /// <summary>The objective of awards and selection, of one priority or of all.</summary>
    public static Fraction Objective(
        AllocationProblem problem, IReadOnlyList<long> awards, IReadOnlyList<bool> selected, int? priority = null)
    {
        var scale = Sizes.CommonDenominator(problem.Items.Select(item => Factor(problem, item)))!.Value;
        Int128 sum = 0;
        for (var i = 0; i < problem.Items.Length; i++)
        {
            if (priority is { } only && problem.Items[i].Priority != only) continue;
            var units = problem.Objective == AllocationObjective.Total ? awards[i] : selected[i] ? 1 : 0;
            sum += (Int128)Sizes.Whole(Factor(problem, problem.Items[i]), scale) * units;
        }

        return Fraction.Of(sum, scale);
    }

    private static Fraction Factor(AllocationProblem problem, AllocationItem item) =>
        problem.Objective == AllocationObjective.Total ? item.Weight : item.Value;

    private static bool IsGood(AllocationItem item, long award, bool selected)
    {
        if (!selected) return award == 0;
        return item.Divisible ? award <= item.Amount && award >= Math.Min(1, item.Amount) : award == item.Amount;
    }

    private static Fraction Used(AllocationLimit limit, IReadOnlyList<long> awards, IReadOnlyList<bool> selected)
    {
        if (limit.Use is not { } use)
        {
            Int128 paid = 0;
            foreach (var item in limit.Items) paid += awards[item];
            return Fraction.Of(paid, 1);
        }

        var used = Fraction.Zero;
        for (var i = 0; i < limit.Items.Length; i++)
            if (selected[limit.Items[i]]) used += use[i];
        return used;
    }
}
