// Branch and bound over the lanes of many projects of one claimant.
namespace BudgetSim.Allocation.Settlement.Steps.Lanes;

/// <summary>
/// Finds the first choice of lane sets, in the order of their claims, whose total is highest: first the highest total, promising sets
/// first, then the first choice that reaches it. A count of steps limits the effort; <see cref="IsCutShort"/> says that it was reached.
/// </summary>
internal sealed class LargeLaneSearch
{
    private const long MostEffort = 4_000_000;
    private const int MostPrices = 32, StepsPerPrice = 2_000, Rounds = 3;

    private readonly LanePart _part;
    private readonly Func<int[], long> _total;
    private readonly LaneFailures _failures;
    private readonly List<LanePrices> _prices;
    private readonly List<long[]> _taken = [];
    private readonly long[][] _used;
    private readonly int[] _choice;
    private readonly int[] _next;
    private readonly int[] _best;
    private long _wanted, _effort, _lastPrice;

    /// <param name="part">The projects.</param>
    /// <param name="total">What a choice pays; asked only where the model does not tell.</param>
    public LargeLaneSearch(LanePart part, Func<int[], long> total)
    {
        (_part, _total, _failures, _prices) = (part, total, new LaneFailures(part), LanePrices.First(part));
        (_choice, _next, _best) = (new int[part.Sets.Length], new int[part.Sets.Length], new int[part.Sets.Length]);
        _used = [.. Enumerable.Range(0, part.Sets.Length + 1).Select(_ => new long[part.Lines.Length + 1])];
        for (var index = 0; index < part.Lines.Length; index++) _used[0][index] = _failures.UseOf(part.Free, part.Lines[index]);
        foreach (var _ in _prices) _taken.Add(new long[part.Sets.Length + 1]);
        for (var price = 0; price < _prices.Count; price++) _taken[price][0] = _prices[price].Fixed;
    }

    /// <summary>Whether the limit of effort was reached: the choice is then the best that was met, perhaps not the best there is.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>The set chosen for each project of the part.</summary>
    public int[] Best()
    {
        var prices = _prices.MinBy(prices => prices.Fixed + prices.Rest[0])!;
        var promising = prices.Sets.Select(sets => Enumerable.Range(0, sets.Length).OrderByDescending(set => sets[set]).ToArray())
            .ToArray();
        var highest = Improve(promising);
        _wanted = highest + 1;
        IsCutShort = !Search(promising, stopsAtFirst: false);
        _wanted--;
        _effort = _lastPrice = 0;
        _failures.Clear();
        IsCutShort |= !Search(null, stopsAtFirst: true);
        return _best;
    }

    // From the sets that promise most, one project after the other to the set that pays most.
    private long Improve(int[][] promising)
    {
        for (var project = 0; project < _best.Length; project++) _best[project] = promising[project][0];
        var highest = TotalOf(_best);
        var unchanged = 0;
        for (var step = 0; step < Rounds * _best.Length && unchanged < _best.Length; step++, unchanged++)
        {
            var project = step % _best.Length;
            var kept = _best[project];
            foreach (var set in promising[project])
            {
                _best[project] = set;
                if (TotalOf(_best) is var total && total <= highest) continue;
                (highest, kept, unchanged) = (total, set, 0);
            }

            _best[project] = kept;
        }

        return highest;
    }

    // False if the effort is spent.
    private bool Search(int[][]? promising, bool stopsAtFirst)
    {
        var depth = 0;
        _next[0] = 0;
        while (depth >= 0)
        {
            if (_next[depth] == _part.Sets[depth].Length)
            {
                if (_part.Model.IsExact) _failures.Add(depth, _used[depth]);
                depth--;
                continue;
            }

            _choice[depth] = promising is null ? _next[depth] : promising[depth][_next[depth]];
            _next[depth]++;
            if (++_effort > MostEffort) return false;
            Take(depth);
            if (!MayReach(depth + 1)) continue;
            if (depth + 1 < _choice.Length) _next[++depth] = 0;
            else if (TotalOf(_choice) is var total && total >= _wanted)
            {
                Array.Copy(_choice, _best, _best.Length);
                _wanted = total + 1;
                if (stopsAtFirst) return true;
            }
        }

        return true;
    }

    private void Take(int depth)
    {
        var set = _choice[depth];
        for (var price = 0; price < _prices.Count; price++)
            _taken[price][depth + 1] = _taken[price][depth] + _prices[price].Sets[depth][set];
        if (_part.Model.IsExact) Use(_part.Sets[depth][set], _used[depth], _used[depth + 1]);
    }

    private void Use(int[] claims, long[] before, long[] after)
    {
        Array.Copy(before, after, before.Length);
        foreach (var claim in claims)
        {
            var lines = _part.Model.Lines[claim];
            after[lines.Length == 0 ? after.Length - 1 : Array.BinarySearch(_part.Lines, lines[0])] += _part.Model.Worths[claim];
        }
    }

    private bool MayReach(int depth)
    {
        var unit = _prices[0].Unit;
        for (var price = 0; price < _prices.Count; price++)
        {
            if ((_taken[price][depth] + _prices[price].Rest[depth]) / unit < _wanted) return false;
        }

        if (_part.Model.IsExact && depth < _choice.Length && _failures.Has(depth, _used[depth])) return false;
        return _effort - _lastPrice < StepsPerPrice || _part.Lines.Length == 0 || _prices.Count == MostPrices
            || MayReachUnderNewPrices(depth);
    }

    // Where the search goes on for long, prices are sought that fit the place it is stuck at.
    private bool MayReachUnderNewPrices(int depth)
    {
        _lastPrice = _effort;
        var prices = _prices[^1].Lowered(_choice, depth);
        var taken = new long[_choice.Length + 1];
        taken[0] = prices.Fixed;
        for (var project = 0; project < depth; project++) taken[project + 1] = taken[project] + prices.Sets[project][_choice[project]];
        _prices.Add(prices);
        _taken.Add(taken);
        return (taken[depth] + prices.Rest[depth]) / prices.Unit >= _wanted;
    }

    private long TotalOf(int[] choice)
    {
        if (!_part.Model.IsExact)
        {
            _effort += _part.Model.Worths.Length;
            return _total(choice);
        }

        var used = (long[])_used[0].Clone();
        for (var project = 0; project < choice.Length; project++) Use(_part.Sets[project][choice[project]], used, used);
        var sum = used[^1];
        for (var index = 0; index < _part.Lines.Length; index++) sum += Math.Min(used[index], _part.Model.Rooms[_part.Lines[index]]);
        return sum;
    }
}
