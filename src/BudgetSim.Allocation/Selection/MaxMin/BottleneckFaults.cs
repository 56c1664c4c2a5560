// Checks that max-min shares are what they claim, from the problem and the awards alone.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection.MaxMin;

/// <summary>
/// The proof of max-min shares: an item below its amount lies under a limit without a yuan left, in which no item of its own priority has
/// more than one yuan more than it and none of a later priority has anything.
/// </summary>
public static class BottleneckFaults
{
    /// <summary>
    /// The ids of the items whose limit [item] (-1: the item's own amount) does not hold them back; empty when the shares are proved.
    /// </summary>
    public static IReadOnlyList<string> Of(AllocationProblem problem, IReadOnlyList<long> awards, IReadOnlyList<int> stoppedBy)
    {
        var limits = problem.Limits.Select(limit => Look(problem, limit, awards)).ToArray();
        return [.. problem.Items.Where((item, index) => !IsHeld(item, awards[index], stoppedBy[index], index)).Select(item => item.Id)];

        bool IsHeld(AllocationItem item, long award, int limit, int index)
        {
            if (award == item.Amount) return true;
            if (limit < 0 || problem.Limits[limit].Items.AsSpan().BinarySearch(index) < 0) return false;
            var (isFull, most) = limits[limit];
            return isFull && most.All(pair => pair.Key < item.Priority || pair.Value <= (pair.Key == item.Priority ? award + 1 : 0));
        }
    }

    // Whether less than a yuan is left, and the largest award of every priority.
    private static (bool IsFull, Dictionary<int, long> Most) Look(
        AllocationProblem problem, AllocationLimit limit, IReadOnlyList<long> awards)
    {
        Int128 paid = 0;
        var most = new Dictionary<int, long>();
        foreach (var item in limit.Items)
        {
            paid += awards[item];
            var priority = problem.Items[item].Priority;
            most[priority] = Math.Max(most.GetValueOrDefault(priority), awards[item]);
        }

        return (limit.Amount - Fraction.Of(paid, 1) < 1, most);
    }
}
