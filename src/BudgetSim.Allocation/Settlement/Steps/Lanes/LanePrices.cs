// An upper bound on what a choice of lanes pays: a price on each shared ceiling makes the projects independent.
namespace BudgetSim.Allocation.Settlement.Steps.Lanes;

/// <summary>
/// Under prices from 0 to <see cref="Unit"/> a claim counts with what is left of its worth after the prices of its lines, and
/// each line adds its price times its room; for all prices the sum is at least what is paid (Lagrange). One yuan is Unit parts.
/// </summary>
internal sealed class LanePrices
{
    private const int MostBits = 20, SafeBits = 60, Passes = 3;

    private readonly LanePart _part;
    private readonly long[] _prices;

    private LanePrices(LanePart part, long[] prices, long unit)
    {
        (_part, _prices, Unit) = (part, prices, unit);
        Fixed = Sum(part.Free);
        foreach (var line in part.Lines) Fixed += part.Model.Rooms[line] * prices[line];
        Sets = [.. part.Sets.Select(sets => sets.Select(Sum).ToArray())];
        Rest = new long[Sets.Length + 1];
        for (var project = Sets.Length - 1; project >= 0; project--) Rest[project] = Rest[project + 1] + Sets[project].Max();
    }

    /// <summary>Parts of one yuan.</summary>
    public long Unit { get; }

    /// <summary>Parts that stand before any lane is chosen.</summary>
    public long Fixed { get; }

    /// <summary>Parts of each set, <c>[project][set]</c>.</summary>
    public long[][] Sets { get; }

    /// <summary>The most that the projects from one on can add, <c>[project]</c>.</summary>
    public long[] Rest { get; }

    /// <summary>No prices, whole prices on each of a few ceilings, and the lowest bounds found from both ends.</summary>
    public static List<LanePrices> First(LanePart part)
    {
        const int few = 3;
        var model = part.Model;
        var largest = (Int128)model.Rooms.Sum(room => (decimal)room) + (Int128)model.Worths.Sum(worth => (decimal)worth) + 1;
        var unit = 1L << (int)Math.Clamp(SafeBits - (long)Int128.Log2(largest), 0, MostBits);
        LanePrices At(Func<int, bool> isPriced)
        {
            var prices = new long[model.Rooms.Length];
            for (var index = 0; index < part.Lines.Length; index++) prices[part.Lines[index]] = isPriced(index) ? unit : 0;
            return new LanePrices(part, prices, unit);
        }

        List<LanePrices> all = part.Lines.Length <= few
            ? [.. Enumerable.Range(0, 1 << part.Lines.Length).Select(bits => At(index => (bits >> index & 1) == 1))]
            : [At(_ => false), At(_ => true)];
        if (part.Lines.Length > 0) all.AddRange([all[0].Lowered([], 0), all[^1].Lowered([], 0)]);
        return all;
    }

    /// <summary>Other prices, line by line those under which the bound is lowest once the first projects have their lanes.</summary>
    public LanePrices Lowered(int[] choice, int chosen)
    {
        var prices = (long[])_prices.Clone();
        for (var step = 0; step < Passes * _part.Lines.Length; step++)
        {
            var line = _part.Lines[step % _part.Lines.Length];
            var (low, high) = (0L, Unit);
            while (low < high)
            {
                var middle = (low + high) / 2;
                prices[line] = middle;
                var here = Height(prices, choice, chosen);
                prices[line] = middle + 1;
                if (Height(prices, choice, chosen) < here) low = middle + 1;
                else high = middle;
            }

            prices[line] = low;
        }

        return new LanePrices(_part, prices, Unit);
    }

    private long Height(long[] prices, int[] choice, int chosen)
    {
        var sum = SumAt(_part.Free, prices);
        foreach (var line in _part.Lines) sum += _part.Model.Rooms[line] * prices[line];
        for (var project = 0; project < _part.Sets.Length; project++)
        {
            var sets = _part.Sets[project];
            var most = long.MinValue;
            if (project < chosen) most = SumAt(sets[choice[project]], prices);
            else foreach (var set in sets) most = Math.Max(most, SumAt(set, prices));
            sum += most;
        }

        return sum;
    }

    private long Sum(int[] claims) => SumAt(claims, _prices);

    private long SumAt(int[] claims, long[] prices)
    {
        var sum = 0L;
        foreach (var claim in claims)
        {
            var left = Unit;
            foreach (var line in _part.Model.Lines[claim]) left -= prices[line];
            if (left > 0) sum += _part.Model.Worths[claim] * left;
        }

        return sum;
    }
}
