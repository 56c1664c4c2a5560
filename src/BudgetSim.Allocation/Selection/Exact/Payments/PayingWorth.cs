// What a yuan for each item is worth when a fixed choice is paid.
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact.Payments;

/// <summary>Worths that make earlier priorities come first without any trade-off.</summary>
internal static class PayingWorth
{
    /// <summary>
    /// [item] the worth per yuan: an exchange of awards passes every limit once, so it moves at most (limits + 1) items, and one
    /// unit of an earlier priority must outweigh that many of a later one. Null when these numbers grow too large.
    /// </summary>
    public static long[]? Of(AllocationProblem problem, int priority, ChoiceProgram program, Int128 scale)
    {
        if (problem.Objective == AllocationObjective.Value) return program.PerYuan;
        int[] served = [.. problem.Items.Select(item => item.Priority).Distinct().Where(other => other <= priority).OrderDescending()];
        if (served.Length == 1) return program.PerYuan;
        var weights = problem.Items.Select(item => Sizes.Whole(item.Weight, scale)).ToArray();
        if (Steps(served, weights.Max(), program.Rows.Count) is not { } step) return null;
        return [.. problem.Items.Select((item, i) => step.TryGetValue(item.Priority, out var times) ? weights[i] * times : 0)];
    }

    private static Dictionary<int, long>? Steps(int[] served, long largest, int limits)
    {
        var steps = new Dictionary<int, long>();
        Int128 step = 1;
        foreach (var priority in served)
        {
            if (step * largest * (limits + 3) >= long.MaxValue / 4) return null;
            steps[priority] = (long)step;
            step *= ((Int128)largest * (limits + 3)) + 1;
        }

        return steps;
    }
}
