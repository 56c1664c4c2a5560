// The best whole-yuan awards for a fixed choice, as a flow of the greatest worth.
namespace BudgetSim.Allocation.Selection.Exact.Payments;

/// <summary>
/// A network from a source through the limits of one family, the items, and the limits of the other family to a sink. Paths
/// of the greatest worth per yuan are filled first (successive shortest paths, each length by blocking flows of Dinic).
/// </summary>
internal sealed class AwardFlow
{
    private const int Source = 0;
    private const int Sink = 1;

    private readonly FlowNetwork _network;
    private readonly bool _isUniform;
    private readonly int[] _arcOf;
    private readonly int _circle;

    private AwardFlow(AwardFamilies families, int[] items, long[] room, long[] lowerUsed, ReadOnlySpan<long> extra, long[] worth)
    {
        _arcOf = new int[items.Length];
        _isUniform = AreEqual(items, extra, worth);
        _network = new FlowNetwork(families.Rows.Length + 2, _isUniform);
        for (var row = 0; row < families.Rows.Length; row++) AddRow(families, row, room[row] - lowerUsed[row]);
        for (var k = 0; k < items.Length; k++)
        {
            _arcOf[k] = _network.Arcs;
            _network.AddArc(
                Node(families.Innermost[1][items[k]], Source), Node(families.Innermost[0][items[k]], Sink), extra[k], -worth[items[k]]);
        }

        _circle = _network.Arcs;
        _network.AddArc(Sink, Source, 0, 0);
        _network.Index();
    }

    /// <summary>
    /// The awards [place in items] between lower and upper [item] that make Σ worth·award largest, or null when the lower
    /// ones alone break a limit. <paramref name="favourFirst"/>: among the best awards those that favour the earliest items.
    /// </summary>
    public static long[]? Solve(AwardFamilies families, int[] items, long[] lower, long[] upper, long[] worth, bool favourFirst) =>
        Solve(families, items, lower, upper, worth, favourFirst, null);

    /// <summary>
    /// The same, with the whole price of each limit [row of the families] in <paramref name="prices"/>: together they prove the awards
    /// best.
    /// </summary>
    public static long[]? Solve(
        AwardFamilies families, int[] items, long[] lower, long[] upper, long[] worth, bool favourFirst, long[]? prices)
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
        for (var k = 0; k < items.Length; k++) awards[k] = lower[items[k]] + flow._network.Room(flow._arcOf[k] + 1);
        if (prices is not null) flow.Price(families, prices);
        return awards;
    }

    // Lengths that no arc with room undercuts, source and sink being one node: the price of a limit is how far they part at its two ends.
    private void Price(AwardFamilies families, long[] prices)
    {
        _network.SetRoom(_circle, long.MaxValue);
        _network.SetRoom(_circle + 1, long.MaxValue);
        _network.Distances(-1, Sink);
        for (var row = 0; row < prices.Length; row++)
            prices[row] = Math.Max(0, _network.Distance(_network.To(2 * row)) - _network.Distance(_network.From(2 * row)));
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
        if (families.Family[row] == 0) _network.AddArc(Node(row, 0), Node(families.Parent[row], Sink), room, 0);
        else _network.AddArc(Node(families.Parent[row], Source), Node(row, 0), room, 0);
    }

    private void Fill(AwardFamilies families, int[] items, bool favourFirst)
    {
        if (_isUniform)
        {
            FillInOrder(families, items);
            while (_network.Levels(Source, Sink)) _network.BlockingFlow(Source, Sink, long.MaxValue);
        }
        else
        {
            while (_network.Distances(Source, Sink) && _network.Distance(Sink) < 0)
                while (_network.Levels(Source, Sink)) _network.BlockingFlow(Source, Sink, long.MaxValue);
        }

        if (favourFirst) FavourFirst(items);
    }

    // A first flow without search: each item in turn takes what its limits leave.
    private void FillInOrder(AwardFamilies families, int[] items)
    {
        for (var k = 0; k < items.Length; k++)
        {
            var amount = _network.Room(_arcOf[k]);
            foreach (var innermost in families.Innermost)
                for (var row = innermost[items[k]]; row >= 0; row = families.Parent[row]) amount = Math.Min(amount, _network.Room(2 * row));
            if (amount == 0) continue;
            _network.Push(_arcOf[k], amount);
            foreach (var innermost in families.Innermost)
                for (var row = innermost[items[k]]; row >= 0; row = families.Parent[row]) _network.Push(2 * row, amount);
        }
    }

    // One item after the other is raised along exchanges that cost nothing, and then left alone.
    private void FavourFirst(int[] items)
    {
        if (!_isUniform) _network.Distances(-1, Sink);
        var settled = new long[items.Length];
        for (var k = 0; k < items.Length; k++)
        {
            var arc = _arcOf[k];
            var (wanted, from, to) = (_network.Room(arc), _network.From(arc), _network.To(arc));
            settled[k] = _network.Room(arc + 1);
            _network.SetRoom(arc, 0);
            _network.SetRoom(arc + 1, 0);
            while (wanted > 0 && to != from && _network.IsOnShortestPath(arc) && _network.Levels(to, from))
            {
                var moved = _network.BlockingFlow(to, from, wanted);
                (wanted, settled[k]) = (wanted - moved, settled[k] + moved);
            }
        }

        for (var k = 0; k < items.Length; k++) _network.SetRoom(_arcOf[k] + 1, settled[k]);
    }
}
