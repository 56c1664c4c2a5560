// What it costs at given prices that choices use more or less of a limit than there is.
namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>
/// A convex function of how much the choices want beyond the bound (below it: negative), 0 where they use it up exactly. Too much is
/// taken back from the awards that lose least by it; what is left over goes to those that gain most, the rest at the price is lost.
/// </summary>
internal sealed class RoomPenalty
{
    /// <summary>Costs from here on mean: impossible.</summary>
    public const long Never = 1L << 60;

    private readonly (long Rate, long End, long Cost)[] _back;
    private readonly (long Rate, long End, long Cost)[] _more;
    private readonly long _price;

    /// <param name="price">What a unit left over costs when nobody takes it.</param>
    /// <param name="back">Cost per unit taken back, and how many units at that cost.</param>
    /// <param name="more">Cost per unit left over that is given out after all, and how many units.</param>
    public RoomPenalty(long price, IEnumerable<(long Rate, long Volume)> back, IEnumerable<(long Rate, long Volume)> more)
    {
        _price = price;
        _back = Pieces(back);
        _more = Pieces(more.Where(piece => piece.Rate < price));
    }

    /// <summary>No unit beyond the bound costs more than this, as long as no more than <see cref="MostBack"/> are taken back.</summary>
    public long SteepestBack => _back.Length == 0 ? 0 : _back[^1].Rate;

    /// <summary>The units that can be taken back.</summary>
    public long MostBack => _back.Length == 0 ? 0 : _back[^1].End;

    /// <summary>A unit beyond the bound costs no less than this.</summary>
    public long GentlestBack => _back.Length == 0 ? Never : _back[0].Rate;

    /// <summary>A unit left over costs no less than this.</summary>
    public long GentlestMore => _more.Length == 0 ? _price : _more[0].Rate;

    /// <summary>What a unit left over costs at most.</summary>
    public long Price => _price;

    /// <summary>The cost at <paramref name="beyond"/> units more (less, if negative) than the bound, at most <see cref="Never"/>.</summary>
    public long At(long beyond)
    {
        if (beyond == 0) return 0;
        var pieces = beyond > 0 ? _back : _more;
        var (units, cost, end) = (Math.Abs(beyond), 0L, 0L);
        foreach (var piece in pieces)
        {
            if (units <= piece.End) return cost + (piece.Rate * (units - end));
            (cost, end) = (piece.Cost, piece.End);
        }

        return beyond > 0 ? Never : cost + (_price * (units - end));
    }

    // Cheapest first, pieces of one rate together.
    private static (long Rate, long End, long Cost)[] Pieces(IEnumerable<(long Rate, long Volume)> parts)
    {
        var pieces = new List<(long Rate, long End, long Cost)>();
        var (end, cost) = (0L, 0L);
        foreach (var group in parts.Where(part => part.Volume > 0).GroupBy(part => part.Rate).OrderBy(group => group.Key))
        {
            var volume = group.Sum(part => part.Volume);
            (end, cost) = (end + volume, cost + (group.Key * volume));
            pieces.Add((group.Key, end, cost));
        }

        return [.. pieces];
    }
}
