// Makes the smallest award as large as possible, then the next, for items that are already selected.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>
/// Lexicographic max-min by progressive filling: all awards rise together until a limit is full, its items stop, the others rise
/// on (Bertsekas and Gallager, Data Networks, 6.5.2). All-or-nothing items are paid first.
/// </summary>
public static class MaxMinAwards
{
    /// <summary>
    /// [item] exact awards of the <paramref name="selected"/> items, 0 for the others; null when the all-or-nothing items alone break
    /// a limit. Limits with coefficients are left to whoever selected.
    /// </summary>
    public static IReadOnlyList<Fraction>? Exact(AllocationProblem problem, IReadOnlyList<bool> selected)
    {
        var awards = new Fraction[problem.Items.Length];
        for (var i = 0; i < awards.Length; i++)
            if (selected[i] && !problem.Items[i].Divisible) awards[i] = problem.Items[i].Amount;
        var limits = problem.Limits.Where(limit => limit.Use is null).ToList();
        if (limits.Exists(limit => Paid(limit, awards) > limit.Amount)) return null;
        var rising = Enumerable.Range(0, awards.Length).Where(i => selected[i] && problem.Items[i].Divisible).ToHashSet();
        while (rising.Count > 0) Raise(problem, limits, awards, rising);
        return awards;
    }

    /// <summary>
    /// [item] whole yuan: the exact awards rounded down, then a yuan more for the earliest items that have room. Within a yuan of
    /// <see cref="Exact"/>.
    /// </summary>
    public static IReadOnlyList<long>? Whole(AllocationProblem problem, IReadOnlyList<bool> selected)
    {
        if (Exact(problem, selected) is not { } exact) return null;
        var awards = exact.Select(award => (long)award.Floor()).ToArray();
        var limits = problem.Limits.Where(limit => limit.Use is null).ToList();
        for (var i = 0; i < awards.Length; i++)
        {
            if (exact[i].IsInteger) continue;
            awards[i]++;
            if (limits.Exists(limit => limit.Items.Contains(i) && limit.Items.Sum(item => awards[item]) > limit.Amount.Floor())) awards[i]--;
        }

        return awards;
    }

    private static void Raise(AllocationProblem problem, List<AllocationLimit> limits, Fraction[] awards, HashSet<int> rising)
    {
        var level = rising.Min(i => (Fraction)problem.Items[i].Amount);
        foreach (var limit in limits)
            if (LevelOf(limit, awards, rising) is { } stop) level = Fraction.Min(level, stop);
        foreach (var i in rising) awards[i] = level;
        var full = limits.Where(limit => Paid(limit, awards) == limit.Amount).SelectMany(limit => limit.Items);
        rising.ExceptWith([.. full, .. rising.Where(i => awards[i] == problem.Items[i].Amount)]);
    }

    // The common award of its rising items at which a limit is full.
    private static Fraction? LevelOf(AllocationLimit limit, Fraction[] awards, HashSet<int> rising)
    {
        var count = limit.Items.Count(rising.Contains);
        if (count == 0) return null;
        var settled = limit.Items.Where(item => !rising.Contains(item)).Aggregate(Fraction.Zero, (sum, item) => sum + awards[item]);
        return (limit.Amount - settled) / count;
    }

    private static Fraction Paid(AllocationLimit limit, Fraction[] awards) =>
        limit.Items.Aggregate(Fraction.Zero, (sum, item) => sum + awards[item]);
}
