// Works out what every choice of a component loses against a price bound.
using System.Numerics;
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Prices;

namespace BudgetSim.Allocation.Selection.Exact.Losses;

/// <summary>Makes a <see cref="LossModel"/> in whole numbers: prices are rounded first, and any prices are valid.</summary>
internal sealed class LossTables
{
    private const int MostPlaces = 24;
    private const int MostOptions = 60;

    private readonly SearchSpace _space;
    private readonly BlockSet _blocks;
    private readonly PriceBound _bound;
    private readonly BlockOracle<Int128> _oracle;
    private readonly int[] _rowOf;
    private readonly long[] _beyond;

    private LossTables(SearchSpace space, PriceBound bound)
    {
        (_space, _blocks, _bound, _oracle) = (space, space.Blocks, bound, new BlockOracle<Int128>(space.Blocks, space.Lower, space.Upper));
        _rowOf = new int[_blocks.Links.Length];
        for (var row = 0; row < space.Links.Length; row++) _rowOf[space.Links[row]] = row;
        _beyond = [.. space.Links.Select(link => -_blocks.Links[link].Bound)];
    }

    /// <summary>
    /// The tables at about the prices [link], of choices that may be part of an answer above <paramref name="floor"/>; null where awards
    /// count with factors, numbers are too large, or a block has too many such choices.
    /// </summary>
    public static LossModel? Of(SearchSpace space, PriceBound prices, Int128 floor)
    {
        foreach (var link in space.Links)
            if (space.Blocks.Links[link] is { OnAwards: true, Factors: not null }) return null;
        if (Places(space, prices) is not { } places) return null;
        var scale = Int128.One << places;
        return PriceBound.Of(space, scale, Rounded(prices, scale)) is { } bound ? new LossTables(space, bound).Build(floor) : null;
    }

    // Prices that differ by no more than rounding are one price.
    private static Int128[] Rounded(PriceBound prices, Int128 scale)
    {
        Int128[] rounded = [.. prices.Prices.Select(price => ((price * scale) + (prices.Scale / 2)) / prices.Scale)];
        var last = (Int128)0;
        foreach (var link in Enumerable.Range(0, rounded.Length).OrderBy(link => rounded[link]))
            last = rounded[link] = rounded[link] - last <= 1 ? last : rounded[link];
        return rounded;
    }

    // Binary places of the prices so that no sum in this search reaches 2^58.
    private static int? Places(SearchSpace space, PriceBound prices)
    {
        var (program, sum, worth) = (space.Blocks.Program, (Int128)1, 1L);
        foreach (var block in space.Members)
        {
            foreach (var item in space.Blocks.ItemsOf(block))
                (sum, worth) =
                    (sum + ((Int128)program.PerYuan[item] * program.Upper[item]) + program.PerChoice[item],
                     Math.Max(worth, program.PerYuan[item]));
        }

        foreach (var link in space.Links)
        {
            var row = space.Blocks.Links[link];
            Int128 most = Int128.Abs(row.Bound);
            for (var k = 0; k < row.Items.Length; k++) most += Int128.Abs(row.Factor(k)) * (row.OnAwards ? program.Upper[row.Items[k]] : 1);
            var price = (prices.Prices[link] / prices.Scale) + 1;
            if (price > 1L << 40 || most > 1L << 60) return null;
            sum += (price + worth) * most;
        }

        if (sum >= Int128.One << 54) return null;
        var places = 0;
        while (places < MostPlaces && sum < Int128.One << (57 - places)) places++;
        return places;
    }

    private LossModel? Build(Int128 floor)
    {
        var most = Int128.Max(0, _bound.Total - ((floor + 1) * _bound.Scale));
        var masks = new ulong[_space.Members.Length];
        var open = new List<LossBlock>();
        for (var member = 0; member < masks.Length; member++)
        {
            if (Options(member, most) is not { } options || options.Count > MostOptions) return null;
            masks[member] = options[0].Mask;
            foreach (var (row, amount) in options[0].Use) _beyond[row] += amount;
            if (options.Count > 1) open.Add(Relative(member, options));
        }

        return new LossModel(
            _bound.Total,
            (long)_bound.Scale,
            masks,
            [.. open],
            _beyond,
            [.. _space.Links.Select(link => new RoomPenalty((long)_bound.Prices[link]))]);
    }

    // The choices of a block that lose no more than is open, the best first, with what they use of the links.
    private List<(ulong Mask, long Loss, SortedDictionary<int, long> Use)>? Options(int member, Int128 most)
    {
        var block = _space.Members[member];
        _oracle.Price(block, _bound.Scale, _bound.Prices);
        var values = _space.AllowedMasks(block).Select(mask => (Mask: mask, Value: _oracle.ValueOf(block, mask, default))).ToList();
        if (values.Count == 0) return null;
        var best = values.Max(choice => choice.Value);
        var options = new List<(ulong Mask, long Loss, SortedDictionary<int, long> Use)>();
        foreach (var (mask, value) in values)
        {
            if (best - value <= most) options.Add((mask, (long)(best - value), UseOf(block, mask)));
        }

        return [.. options.OrderBy(option => option.Loss)];
    }

    private SortedDictionary<int, long> UseOf(int block, ulong mask)
    {
        var use = new SortedDictionary<int, long>();
        var items = _blocks.ItemsOf(block);
        for (var bits = mask; bits != 0; bits &= bits - 1)
        {
            var bit = BitOperations.TrailingZeroCount(bits);
            for (var k = _blocks.LinkStart[items[bit]]; k < _blocks.LinkStart[items[bit] + 1]; k++)
            {
                var (link, row) = (_blocks.LinkOf[k], _rowOf[_blocks.LinkOf[k]]);
                use[row] = use.GetValueOrDefault(row) + (_blocks.LinkOnAwards[link] ? _space.Lower[items[bit]] : _blocks.LinkFactor[k]);
            }
        }

        return use;
    }

    private LossBlock Relative(int member, List<(ulong Mask, long Loss, SortedDictionary<int, long> Use)> options)
    {
        int[] touched = [.. options.SelectMany(option => option.Use.Keys)
            .Distinct()
            .Where(row => options.Exists(option => UseAt(option.Use, row) != UseAt(options[0].Use, row)))
            .Order()];
        return new LossBlock(
            member,
            [.. options.Select(option => option.Mask)],
            [.. options.Select(option => option.Loss)],
            touched,
            [.. options.Select(option => touched.Select(row => UseAt(option.Use, row) - UseAt(options[0].Use, row)).ToArray())]);
    }

    private static long UseAt(SortedDictionary<int, long> use, int row) => use.GetValueOrDefault(row);
}
