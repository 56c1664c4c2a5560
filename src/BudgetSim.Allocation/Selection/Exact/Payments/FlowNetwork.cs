// A flow network whose paths of the greatest worth are filled first.
namespace BudgetSim.Allocation.Selection.Exact.Payments;

/// <summary>
/// Arcs come in pairs, the second of a pair is its reverse. Successive shortest paths, each length by blocking flows of Dinic;
/// where all costs are alike, lengths play no part.
/// </summary>
internal sealed class FlowNetwork(int nodes, bool isUniform)
{
    private readonly List<int> _to = [];
    private readonly List<long> _room = [];
    private readonly List<long> _cost = [];
    private readonly int[] _firstOf = new int[nodes + 1];
    private readonly long[] _distance = new long[nodes];
    private readonly int[] _level = new int[nodes];
    private readonly int[] _cursor = new int[nodes];
    private int[] _arcs = [];

    /// <summary>The number of arcs, reverses included: the next arc's number.</summary>
    public int Arcs => _to.Count;

    /// <summary>What an arc can still take; of a reverse arc what was pushed.</summary>
    public long Room(int arc) => _room[arc];

    /// <summary>Sets what an arc can still take.</summary>
    public void SetRoom(int arc, long room) => _room[arc] = room;

    public int To(int arc) => _to[arc];

    public int From(int arc) => _to[arc ^ 1];

    /// <summary>The length of the shortest path found to a node, <see cref="long.MaxValue"/> if it was not reached.</summary>
    public long Distance(int node) => _distance[node];

    /// <summary>Whether an arc lies on a shortest path, leaving aside whether it has room.</summary>
    public bool IsOnShortestPath(int arc) =>
        isUniform || (_distance[From(arc)] < long.MaxValue && _distance[From(arc)] + _cost[arc] == _distance[_to[arc]]);

    /// <summary>Adds an arc and its reverse.</summary>
    public void AddArc(int from, int to, long room, long cost)
    {
        _to.Add(to);
        _to.Add(from);
        _room.Add(room);
        _room.Add(0);
        _cost.Add(cost);
        _cost.Add(-cost);
    }

    /// <summary>To be called when all arcs are in.</summary>
    public void Index()
    {
        for (var arc = 0; arc < _to.Count; arc++) _firstOf[From(arc) + 1]++;
        for (var node = 0; node < nodes; node++) _firstOf[node + 1] += _firstOf[node];
        var next = _firstOf[..^1];
        _arcs = new int[_to.Count];
        for (var arc = 0; arc < _to.Count; arc++) _arcs[next[From(arc)]++] = arc;
    }

    /// <summary>Sends an amount along one arc.</summary>
    public void Push(int arc, long amount)
    {
        _room[arc] -= amount;
        _room[arc ^ 1] += amount;
    }

    private bool IsTight(int arc) => _room[arc] > 0 && IsOnShortestPath(arc);

    /// <summary>Numbers the nodes by their steps from a node; whether the other is reached.</summary>
    public bool Levels(int from, int to)
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

    /// <summary>Fills the paths of the current levels until none is left or enough was sent; the amount sent.</summary>
    public long BlockingFlow(int from, int to, long wanted)
    {
        Array.Copy(_firstOf, _cursor, nodes);
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

    /// <summary>
    /// Shortest distances from a node (a negative one: from all), by labels that are corrected until none improves; whether
    /// <paramref name="to"/> is reached.
    /// </summary>
    public bool Distances(int from, int to)
    {
        Array.Fill(_distance, from < 0 ? 0 : long.MaxValue);
        var queue = new Queue<int>();
        var waiting = new bool[nodes];
        for (var node = 0; node < nodes; node++)
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

        return _distance[to] < long.MaxValue;
    }
}
