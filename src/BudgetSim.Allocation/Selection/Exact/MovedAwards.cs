// How much the awards of a block can move under each row at what cost, whichever choice is made.
namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>Gathers the pieces of every choice of a block; at any cost the block can move as much as its most movable choice.</summary>
internal sealed class MovedAwards
{
    private readonly Dictionary<(int Row, bool IsMore), List<List<(long Rate, long Volume)>>> _choices = [];

    /// <summary>Adds the pieces of one choice.</summary>
    public void Add(List<(int Row, bool IsMore, long Rate, long Volume)> pieces)
    {
        foreach (var group in pieces.GroupBy(piece => (piece.Row, piece.IsMore)))
        {
            if (!_choices.TryGetValue(group.Key, out var choices)) _choices[group.Key] = choices = [];
            choices.Add([.. group.Select(piece => (piece.Rate, piece.Volume)).OrderBy(piece => piece.Rate)]);
        }
    }

    /// <summary>Hands over the pieces of all choices together and begins anew.</summary>
    public void Flush(List<(long Rate, long Volume)>[] back, List<(long Rate, long Volume)>[] more)
    {
        foreach (var (key, choices) in _choices) (key.IsMore ? more : back)[key.Row].AddRange(choices.Count == 1 ? choices[0] : Envelope(choices));
        _choices.Clear();
    }

    private static List<(long Rate, long Volume)> Envelope(List<List<(long Rate, long Volume)>> choices)
    {
        var (pieces, end) = (new List<(long, long)>(), 0L);
        foreach (var rate in choices.SelectMany(choice => choice.Select(piece => piece.Rate)).Distinct().Order())
        {
            var most = choices.Max(choice => choice.TakeWhile(piece => piece.Rate <= rate).Sum(piece => piece.Volume));
            if (most <= end) continue;
            pieces.Add((rate, most - end));
            end = most;
        }

        return pieces;
    }
}
