// The best whole-yuan awards for a fixed choice, as a flow of the greatest worth.
namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>
/// A network from a source through the limits of one family, the items, and the limits of the other family to a sink. Paths
/// of the greatest worth per yuan are filled first (successive shortest paths, each length by blocking flows of Dinic).
/// </summary>
internal sealed class AwardFlow
{
    private const int Source = 0;
    private const int Sink = 1;

    private readonly List<int> _to = [];
    private readonly List<long> _room = [];
    private readonly List<long> _cost = [];
    private readonly int[] _firstOf;
    private int[] _arcs = [];
    private readonly long[] _distance;
    private readonly int[] _level;
    private readonly int[] _cursor;
    private readonly int _nodes;
    private readonly bool _isUniform;
    private readonly int[] _arcOf;

    private AwardFlow(AwardFamilies families, int[] items, long[] room, long[] lowerUsed, ReadOnlySpan<long> extra, long[] worth)
    {
        _nodes = families.Rows.Length + 2;
        (_firstOf, _distance) = (new int[_nodes + 1], new long[_nodes]);
        (_level, _cursor) = (new int[_nodes], new int[_nodes]);
        _arcOf = new int[items.Length];
        _isUniform = AreEqual(items, extra, worth);
        for (var row = 0; row < families.Rows.Length; row++) AddRow(families, row, room[row] - lowerUsed[row]);
        for (var k = 0; k < items.Length; k++)
        {
            _arcOf[k] = _to.Count;
            AddArc(Node(families.Innermost[1][items[k]], Source), Node(families.Innermost[0][items[k]], Sink), extra[k], -worth[items[k]]);
        }

        Index();
    }

    /// <summary>
    /// The awards [place in items] between lower and upper [item] that make Σ worth·award largest, or null when the lower
    /// ones alone break a limit. <paramref name="favourFirst"/>: among the best awards those that favour the earliest items.
    /// </summary>
    public static long[]? Solve(AwardFamilies families, int[] items, long[] lower, long[] upper, long[] worth, bool favourFirst)
    {
        var room = new long[families.Rows.Length];
        var used = new long[families.Rows.Length];
        for (var row = 0; row < room.Length; row++) room[row] = families.Rows[row].Bound;
        foreach (var item in items) Use(families, used, item, lower[item]);
        for (var row = 0; row < room.Length; row++)
            if (used[row] > room[row]) return null;
        var extra = new long[items.Length];
        for (var k = 0; k < items.Length; k++) extra[k] = worth[items[k]] > 0 || favourFirst ? upper[items[k]] - lower[items[k]] : 0;
        var flow = new AwardFlow(families, items, room, used, extra, worth);
        flow.Fill(families, items, favourFirst);
        var awards = new long[items.Length];
        for (var k = 0; k < items.Length; k++) awards[k] = lower[items[k]] + flow._room[flow._arcOf[k] + 1];
        return awards;
    }

    private static void Use(AwardFamilies families, long[] used, int item, long amount)
    {
        if (amount == 0) return;
        foreach (var innermost in families.Innermost)
            for (var row = innermost[item]; row >= 0; row = families.Parent[row]) used[row] += amount;
    }

    private static bool AreEqual(int[] items, ReadOnlySpan<long> extra, long[] worth)
    {
        var seen = -1L;
        for (var k = 0; k < items.Length; k++)
        {
            if (extra[k] == 0) continue;
            if (seen >= 0 && worth[items[k]] != seen) return false;
            seen = worth[items[k]];
        }

        return seen != 0;
    }

    private static int Node(int row, int outside) => row < 0 ? outside : row + 2;

    private void AddRow(AwardFamilies families, int row, long room)
    {
        if (families.Family[row] == 0) AddArc(Node(row, 0), Node(families.Parent[row], Sink), room, 0);
        else AddArc(Node(families.Parent[row], Source), Node(row, 0), room, 0);
    }

    private void AddArc(int from, int to, long room, long cost)
    {
        _to.Add(to);
        _to.Add(from);
        _room.Add(room);
        _room.Add(0);
        _cost.Add(cost);
        _cost.Add(-cost);
    }

    private int From(int arc) => _to[arc ^ 1];

    private void Index()
    {
        for (var arc = 0; arc < _to.Count; arc++) _firstOf[From(arc) + 1]++;
        for (var node = 0; node < _nodes; node++) _firstOf[node + 1] += _firstOf[node];
        var next = _firstOf[..^1];
        _arcs = new int[_to.Count];
        for (var arc = 0; arc < _to.Count; arc++) _arcs[next[From(arc)]++] = arc;
    }

    private void Fill(AwardFamilies families, int[] items, bool favourFirst)
    {
        if (_isUniform)
        {
            FillInOrder(families, items);
            while (Levels(Source, Sink)) BlockingFlow(Source, Sink, long.MaxValue);
        }
        else
        {
            while (Distances(Source) && _distance[Sink] < 0)
                while (Levels(Source, Sink)) BlockingFlow(Source, Sink, long.MaxValue);
        }

        if (favourFirst) FavourFirst(items);
    }

    // A first flow without search: each item in turn takes what its limits leave.
    private void FillInOrder(AwardFamilies families, int[] items)
    {
        for (var k = 0; k < items.Length; k++)
        {
            var amount = _room[_arcOf[k]];
            foreach (var innermost in families.Innermost)
                for (var row = innermost[items[k]]; row >= 0; row = families.Parent[row]) amount = Math.Min(amount, _room[2 * row]);
            if (amount == 0) continue;
            Push(_arcOf[k], amount);
            foreach (var innermost in families.Innermost)
                for (var row = innermost[items[k]]; row >= 0; row = families.Parent[row]) Push(2 * row, amount);
        }
    }

    private void Push(int arc, long amount)
    {
        _room[arc] -= amount;
        _room[arc ^ 1] += amount;
    }

    private bool IsTight(int arc) =>
        _room[arc] > 0 && (_isUniform || (_distance[From(arc)] < long.MaxValue && _distance[From(arc)] + _cost[arc] == _distance[_to[arc]]));

    private bool Levels(int from, int to)
    {
        Array.Fill(_level, -1);
        var queue = new Queue<int>();
        _level[from] = 0;
        queue.Enqueue(from);
        while (queue.TryDequeue(out var node))
        {
            for (var k = _firstOf[node]; k < _firstOf[node + 1]; k++)
            {
                var arc = _arcs[k];
                if (_level[_to[arc]] >= 0 || !IsTight(arc)) continue;
                _level[_to[arc]] = _level[node] + 1;
                queue.Enqueue(_to[arc]);
            }
        }

        return _level[to] >= 0;
    }

    private long BlockingFlow(int from, int to, long wanted)
    {
        Array.Copy(_firstOf, _cursor, _nodes);
        var path = new Stack<int>();
        var total = 0L;
        for (var node = from; total < wanted;)
        {
            if (node == to)
            {
                total += PushAlong(path, wanted - total);
                path.Clear();
                node = from;
            }
            else if (Advance(node) is var arc && arc >= 0)
            {
                path.Push(arc);
                node = _to[arc];
            }
            else if (path.TryPop(out var last))
            {
                node = From(last);
                _cursor[node]++;
            }
            else
            {
                break;
            }
        }

        return total;
    }

    private int Advance(int node)
    {
        for (; _cursor[node] < _firstOf[node + 1]; _cursor[node]++)
        {
            var arc = _arcs[_cursor[node]];
            if (_level[_to[arc]] == _level[node] + 1 && IsTight(arc)) return arc;
        }

        return -1;
    }

    private long PushAlong(Stack<int> path, long most)
    {
        foreach (var arc in path) most = Math.Min(most, _room[arc]);
        foreach (var arc in path) Push(arc, most);
        return most;
    }

    // Shortest distances by labels that are corrected until none improves; long.MaxValue: not reached.
    private bool Distances(int from)
    {
        Array.Fill(_distance, from < 0 ? 0 : long.MaxValue);
        var queue = new Queue<int>();
        var waiting = new bool[_nodes];
        for (var node = 0; node < _nodes; node++)
        {
            if (from >= 0 && node != from) continue;
            _distance[node] = 0;
            waiting[node] = true;
            queue.Enqueue(node);
        }

        while (queue.TryDequeue(out var node))
        {
            waiting[node] = false;
            for (var k = _firstOf[node]; k < _firstOf[node + 1]; k++)
            {
                var arc = _arcs[k];
                if (_room[arc] == 0 || _distance[node] + _cost[arc] >= _distance[_to[arc]]) continue;
                _distance[_to[arc]] = _distance[node] + _cost[arc];
                if (waiting[_to[arc]]) continue;
                waiting[_to[arc]] = true;
                queue.Enqueue(_to[arc]);
            }
        }

        return _distance[Sink] < long.MaxValue;
    }

    // One item after the other is raised along exchanges that cost nothing, and then left alone.
    private void FavourFirst(int[] items)
    {
        if (!_isUniform) Distances(-1);
        for (var k = 0; k < items.Length; k++)
        {
            var arc = _arcOf[k];
            var wanted = _room[arc];
            _room[arc] = 0;
            var paid = _room[arc + 1];
            _room[arc + 1] = 0;
            while (wanted > 0 && IsFreeExchange(arc) && Levels(_to[arc], From(arc)))
            {
                var moved = BlockingFlow(_to[arc], From(arc), wanted);
                (wanted, paid) = (wanted - moved, paid + moved);
            }

            _settled.Add(paid);
        }

        for (var k = 0; k < items.Length; k++) _room[_arcOf[k] + 1] = _settled[k];
    }

    private readonly List<long> _settled = [];

    private bool IsFreeExchange(int arc) =>
        _to[arc] != From(arc) && (_isUniform || _distance[From(arc)] + _cost[arc] == _distance[_to[arc]]);
}
