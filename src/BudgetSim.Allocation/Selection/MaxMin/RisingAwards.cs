// Lets the awards of items rise together, yuan by yuan, until a limit or an item's own amount stops them.
using System.Collections.Immutable;

namespace BudgetSim.Allocation.Selection.MaxMin;

/// <summary>
/// Progressive filling in whole yuan (Bertsekas and Gallager, Data Networks, 6.5.2), one priority after the other. Where a limit has fewer
/// yuan left than items that still rise, the earliest items get one each. Work follows the limits times the stops.
/// </summary>
internal sealed class RisingAwards
{
    private readonly AllocationProblem _problem;
    private readonly List<int>[] _limitsOf;
    private readonly long[] _left;
    private readonly int[] _rising;
    private readonly bool[] _rises;
    private readonly long[] _awards;
    private readonly int[] _stoppedBy;

    public RisingAwards(AllocationProblem problem)
    {
        _problem = problem;
        _limitsOf = [.. problem.Items.Select(_ => new List<int>())];
        for (var limit = 0; limit < problem.Limits.Length; limit++)
            foreach (var item in problem.Limits[limit].Items) _limitsOf[item].Add(limit);
        _left = [.. problem.Limits.Select(limit => (long)Int128.Min(limit.Amount.Floor(), long.MaxValue))];
        _rising = new int[problem.Limits.Length];
        _rises = new bool[problem.Items.Length];
        _awards = new long[problem.Items.Length];
        _stoppedBy = [.. Enumerable.Repeat(-1, problem.Items.Length)];
    }

    /// <summary>Whole yuan, [item].</summary>
    public ImmutableArray<long> Awards => [.. _awards];

    /// <summary>The full limit that stopped an item below its amount, [item]; -1 where its own amount did.</summary>
    public IReadOnlyList<int> StoppedBy => _stoppedBy;

    /// <summary>Raises the items of one priority with what the priorities before it left.</summary>
    public void Raise(int priority)
    {
        int[] byAmount = [.. Enumerable.Range(0, _rises.Length).Where(item => _problem.Items[item].Priority == priority)
            .OrderBy(item => _problem.Items[item].Amount)];
        foreach (var item in byAmount) Start(item);
        var (level, next) = (0L, 0);
        while (true)
        {
            for (; next < byAmount.Length && (!_rises[byAmount[next]] || _problem.Items[byAmount[next]].Amount == level); next++)
                if (_rises[byAmount[next]]) Stop(byAmount[next], level, limit: -1);
            if (next == byAmount.Length) return;
            var step = Math.Min(_problem.Items[byAmount[next]].Amount - level, Step());
            if (step == 0) GiveTheLastYuan(level);
            for (var limit = 0; limit < _left.Length; limit++) _left[limit] -= step * _rising[limit];
            level += Math.Max(step, 1);
        }
    }

    // How many yuan every rising item can be given at once.
    private long Step()
    {
        var step = long.MaxValue;
        for (var limit = 0; limit < _left.Length; limit++)
            if (_rising[limit] > 0) step = Math.Min(step, _left[limit] / _rising[limit]);
        return step;
    }

    // One yuan more: a limit with too few of them gives them to its earliest items, the others stop; everybody else has room.
    private void GiveTheLastYuan(long level)
    {
        var isTight = _left.Select((left, limit) => left < _rising[limit]).ToArray();
        int[] contested = [.. Enumerable.Range(0, isTight.Length).Where(limit => isTight[limit])
            .SelectMany(limit => _problem.Limits[limit].Items)
            .Where(item => _rises[item])
            .Distinct()
            .Order()];
        foreach (var item in contested)
            foreach (var limit in _limitsOf[item]) _rising[limit]--;
        for (var limit = 0; limit < _left.Length; limit++) _left[limit] -= _rising[limit];
        foreach (var item in contested)
        {
            var full = _limitsOf[item].FindIndex(limit => _left[limit] == 0);
            foreach (var limit in _limitsOf[item])
            {
                _rising[limit]++;
                if (full < 0) _left[limit]--;
            }

            if (full >= 0) Stop(item, level, _limitsOf[item][full]);
        }
    }

    private void Start(int item)
    {
        _rises[item] = true;
        foreach (var limit in _limitsOf[item]) _rising[limit]++;
    }

    private void Stop(int item, long level, int limit)
    {
        (_rises[item], _awards[item], _stoppedBy[item]) = (false, level, limit);
        foreach (var own in _limitsOf[item]) _rising[own]--;
    }
}
