// Makes the smallest award as large as possible, then the next, priority after priority.
using System.Collections.Immutable;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection.MaxMin;

/// <summary>
/// Max-min shares of items that are paid in part. In the answer nobody can be given a yuan more unless a limit is broken or it is taken
/// from an item of the same or an earlier priority that has at most one yuan more; the odd yuan go to the earliest items.
/// </summary>
internal static class MaxMinAwards
{
    /// <summary>
    /// The answer with the limit that stops every item, checked apart from the way it was found. The objective is the least award.
    /// </summary>
    public static AllocationAnswer Of(AllocationProblem problem)
    {
        int[] priorities = [.. problem.Items.Select(item => item.Priority).Distinct().Order()];
        var rising = new RisingAwards(problem);
        foreach (var priority in priorities) rising.Raise(priority);
        var awards = rising.Awards;
        ImmutableArray<bool> selected = [.. awards.Select((award, item) => award > 0 || problem.Items[item].Amount == 0)];
        IReadOnlyList<string> faults =
        [
            .. AwardFaults.Of(problem, awards, selected), .. BottleneckFaults.Of(problem, awards, rising.StoppedBy),
        ];
        if (faults.Count > 0) throw new InvalidOperationException("the shares break " + string.Join(", ", faults));
        ImmutableArray<PriorityResult> least = [.. priorities.Select(priority => Least(problem, awards, priority))];
        var objective = least.Aggregate(Fraction.Zero, (sum, part) => sum + part.Objective);
        return new AllocationAnswer(AllocationStatus.ProvedOptimal, objective, objective, Certificate(problem, rising.StoppedBy))
        {
            Awards = awards,
            Selected = selected,
            Priorities = least,
        };
    }

    private static PriorityResult Least(AllocationProblem problem, ImmutableArray<long> awards, int priority)
    {
        Fraction least = awards.Where((_, item) => problem.Items[item].Priority == priority).Min();
        return new PriorityResult(priority, least, least);
    }

    private static AllocationCertificate Certificate(AllocationProblem problem, IReadOnlyList<int> stoppedBy) => new("bottlenecks")
    {
        Bottlenecks = [.. stoppedBy.Select((limit, item) => (limit, item))
            .Where(pair => pair.limit >= 0)
            .Select(pair => new Bottleneck(problem.Items[pair.item].Id, problem.Limits[pair.limit].Id))],
        IsCanonical = true,
    };
}
