// Answers at once where large limits share out all items between them and each of them can be used up to the last yuan.
using System.Runtime.InteropServices;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>
/// If every item is under exactly one of the large limits, no answer pays more than the sum of their amounts: that is weak duality
/// with the worth of a yuan as the price of each. Awards in the order of the items that use up all of them are then proved best.
/// Anything else is left to the search. Only limits too large for ties to be settled count as large, so no canonical answer is lost.
/// </summary>
internal sealed class FullLimits
{
    private readonly AllocationItem[] _items;
    private readonly AllocationLimit[] _limits;
    private readonly int[][] _conflicts;
    private readonly long[] _bound;
    private readonly long[] _room;
    private readonly long[] _wanted;
    private readonly bool[] _isLarge;
    private readonly int[] _largeOf;
    private readonly int[] _firstOf;
    private readonly int[] _limitOf;

    private FullLimits(AllocationProblem problem, long[] amounts)
    {
        _items = ImmutableCollectionsMarshal.AsArray(problem.Items)!;
        _limits = ImmutableCollectionsMarshal.AsArray(problem.Limits)!;
        _conflicts = [.. problem.Conflicts.Select(conflict => ImmutableCollectionsMarshal.AsArray(conflict)!)];
        (_bound, _wanted, _isLarge) = (new long[_limits.Length], new long[_limits.Length], new bool[_limits.Length]);
        for (var limit = 0; limit < _limits.Length; limit++) _bound[limit] = (long)_limits[limit].Amount.Floor();
        _room = (long[])_bound.Clone();
        _largeOf = new int[_items.Length];
        Array.Fill(_largeOf, -1);
        (_firstOf, _limitOf) = LimitsByItem(amounts);
    }

    /// <summary>The proved answer, or null: the problem has another form, or some large limit was not used up.</summary>
    public static AllocationAnswer? Answer(AllocationProblem problem)
    {
        if (problem.Items.Length <= StageSearch.MostItemsForTies || AmountsIfAlike(problem) is not { } amounts) return null;
        var full = new FullLimits(problem, amounts);
        if (!full.AllAreUnderOneLarge()) return null;
        var (awards, selected) = (new long[amounts.Length], new bool[amounts.Length]);
        full.Pay(amounts, awards, selected);
        return full.AreUsedUp() && AwardFaults.Of(problem, awards, selected).Count == 0 ? full.Proved(awards, selected) : null;
    }

    // [item] the amount; null unless money is counted, all items are divisible and alike, and nothing counts choices.
    private static long[]? AmountsIfAlike(AllocationProblem problem)
    {
        var first = problem.Items[0];
        if (problem.Objective != AllocationObjective.Total || problem.Choose.Length > 0) return null;
        if (first.Weight.Sign <= 0 || !first.Weight.IsInteger) return null;
        foreach (var limit in problem.Limits)
            if (limit.Use is not null) return null;
        var amounts = new long[problem.Items.Length];
        for (var i = 0; i < amounts.Length; i++)
        {
            var item = problem.Items[i];
            if (!item.Divisible || item.Priority != first.Priority || item.Weight != first.Weight) return null;
            amounts[i] = item.Amount;
        }

        return amounts;
    }

    // The limits of item i that its amounts can reach: [first[i]..first[i + 1]).
    private (int[] First, int[] Limit) LimitsByItem(long[] amounts)
    {
        var reached = new int[_limits.Length];
        var count = 0;
        var first = new int[amounts.Length + 1];
        for (var limit = 0; limit < _limits.Length; limit++)
        {
            var (items, sum) = (ImmutableCollectionsMarshal.AsArray(_limits[limit].Items)!, 0L);
            foreach (var item in items) sum += amounts[item];
            if (sum <= _bound[limit]) continue;
            foreach (var item in items) first[item + 1]++;
            _isLarge[limit] = items.Length > StageSearch.MostItemsForTies;
            reached[count++] = limit;
        }

        for (var i = 0; i < amounts.Length; i++) first[i + 1] += first[i];
        var (next, limits) = (first[..^1], new int[first[^1]]);
        foreach (var limit in reached.AsSpan(0, count))
            foreach (var item in ImmutableCollectionsMarshal.AsArray(_limits[limit].Items)!) limits[next[item]++] = limit;
        return (first, limits);
    }

    // Of limits inside one another only the largest is large; limits that cross are left to the search.
    private bool AllAreUnderOneLarge()
    {
        var covered = 0;
        foreach (var limit in Enumerable.Range(0, _limits.Length).Where(limit => _isLarge[limit])
            .OrderByDescending(limit => _limits[limit].Items.Length))
        {
            var inside = 0;
            foreach (var item in _limits[limit].Items)
                if (_largeOf[item] >= 0) inside++;
            _isLarge[limit] = inside == 0;
            if (inside > 0) continue;
            foreach (var item in _limits[limit].Items) _largeOf[item] = limit;
            covered += _limits[limit].Items.Length;
        }

        return covered == _items.Length;
    }

    // Each item in turn takes what its limits leave, unless an item that is paid bars it.
    private void Pay(long[] amounts, long[] awards, bool[] selected)
    {
        var (firstSet, setOf) = ConflictsByItem();
        var isTaken = new bool[_conflicts.Length];
        for (var i = 0; i < amounts.Length; i++)
        {
            var (most, award) = (amounts[i], amounts[i]);
            var limits = _limitOf.AsSpan(_firstOf[i].._firstOf[i + 1]);
            foreach (var limit in limits) (most, award) = (Math.Min(most, _bound[limit]), Math.Min(award, _room[limit]));
            _wanted[_largeOf[i]] += most;
            var sets = setOf.AsSpan(firstSet[i]..firstSet[i + 1]);
            foreach (var set in sets)
                if (isTaken[set]) award = 0;
            if (award == 0) continue;
            foreach (var limit in limits) _room[limit] -= award;
            foreach (var set in sets) isTaken[set] = true;
            (awards[i], selected[i]) = (award, true);
        }
    }

    private (int[] First, int[] Set) ConflictsByItem()
    {
        var first = new int[_items.Length + 1];
        foreach (var set in _conflicts)
            foreach (var item in set) first[item + 1]++;
        for (var i = 0; i < _items.Length; i++) first[i + 1] += first[i];
        var (next, sets) = (first[..^1], new int[first[^1]]);
        for (var set = 0; set < _conflicts.Length; set++)
            foreach (var item in _conflicts[set]) sets[next[item]++] = set;
        return (first, sets);
    }

    // A limit that all its items fit under is no limit to the search, which may then settle ties: left to it.
    private bool AreUsedUp()
    {
        for (var limit = 0; limit < _limits.Length; limit++)
            if (_isLarge[limit] && (_room[limit] != 0 || _wanted[limit] <= _bound[limit])) return false;
        return true;
    }

    private AllocationAnswer Proved(long[] awards, bool[] selected)
    {
        var (worth, bound, paid) = (_items[0].Weight, 0L, 0L);
        for (var limit = 0; limit < _limits.Length; limit++)
            if (_isLarge[limit]) bound += _bound[limit];
        foreach (var award in awards) paid += award;
        if (paid != bound) throw new InvalidOperationException($"used-up limits of {bound} pay {paid}");
        var best = worth * (Fraction)bound;
        var certificate = new AllocationCertificate("prices")
        {
            Prices = [.. _limits.Where((_, limit) => _isLarge[limit]).Select(limit => new LimitPrice(limit.Id, worth))],
            PriceBound = best,
        };
        return new AllocationAnswer(AllocationStatus.ProvedOptimal, best, best, certificate)
        {
            Awards = ImmutableCollectionsMarshal.AsImmutableArray(awards),
            Selected = ImmutableCollectionsMarshal.AsImmutableArray(selected),
            Priorities = [new PriorityResult(_items[0].Priority, best, best)],
        };
    }
}
