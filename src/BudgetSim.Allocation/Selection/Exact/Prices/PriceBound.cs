// An exact upper bound from prices of the linking rows, by weak duality in whole numbers.
using System.Numerics;
using BudgetSim.Allocation.Selection.Exact.Blocks;

namespace BudgetSim.Allocation.Selection.Exact.Prices;

/// <summary>
/// Prices in units of 1/<see cref="Scale"/> (all from 0, [link]) and the bound they prove:
/// Σ price × bound of the link + Σ best of every block at objective minus prices, in the same units.
/// Any prices are valid, so nothing that found them has to be trusted.
/// </summary>
internal sealed record PriceBound(Int128 Scale, Int128[] Prices, Int128 Total)
{
    /// <summary>The largest whole objective that the prices leave possible.</summary>
    public Int128 Floor => Total >= 0 ? Total / Scale : -((-Total + Scale - 1) / Scale);

    /// <summary>Binary places kept of a price that was searched for in doubles.</summary>
    public const int Places = 36;

    /// <summary>The bound over the blocks of <paramref name="space"/>; null when a block has no choice left.</summary>
    public static PriceBound? Of(SearchSpace space, ReadOnlySpan<double> prices)
    {
        var scale = Int128.One << Places;
        var whole = new Int128[prices.Length];
        for (var link = 0; link < whole.Length; link++)
            whole[link] = Int128.Max(0, (Int128)Math.Round(Snap(prices[link]) * Math.Pow(2, Places)));
        return Of(space, scale, whole);
    }

    /// <summary>The same for prices that are whole to begin with.</summary>
    /// <remarks><paramref name="masks"/> [place in members], if given, receives the choices that are best at these prices.</remarks>
    public static PriceBound? Of(SearchSpace space, Int128 scale, Int128[] prices, ulong[]? masks = null)
    {
        Int128 total = 0;
        foreach (var link in space.Links) total += prices[link] * space.Blocks.Links[link].Bound;
        var blocks = FitsLong(space, scale, prices)
            ? Sum<long>(space, (long)scale, Array.ConvertAll(prices, price => (long)price), masks)
            : Sum(space, scale, prices, masks);
        return blocks is { } best ? new PriceBound(scale, prices, total + best) : null;
    }

    /// <summary>Choices that cannot be part of an answer of at least <paramref name="target"/> are out for good.</summary>
    public void RuleOut(SearchSpace space, Int128 target)
    {
        var blocks = space.Blocks;
        var oracle = new BlockOracle<Int128>(blocks, space.Lower, space.Upper);
        foreach (var block in space.Members)
        {
            if (!blocks.HasChoice(block)) continue;
            oracle.Price(block, Scale, Prices);
            if (!oracle.Best(block, space.Filter, out var best, out _)) continue;
            for (var k = blocks.MaskStart[block]; k < blocks.MaskStart[block + 1]; k++)
                if (Total - (best - oracle.ValueOf(block, blocks.Masks[k], default)) < target * Scale) space.Filter.RuledOut[k] = true;
        }
    }

    private static Int128? Sum<T>(SearchSpace space, T scale, T[] prices, ulong[]? masks)
        where T : struct, INumber<T>
    {
        var oracle = new BlockOracle<T>(space.Blocks, space.Lower, space.Upper);
        Int128 total = 0;
        for (var k = 0; k < space.Members.Length; k++)
        {
            oracle.Price(space.Members[k], scale, prices);
            if (!oracle.Best(space.Members[k], space.Filter, out var value, out var mask)) return null;
            if (masks is not null) masks[k] = mask;
            total += Int128.CreateTruncating(value);
        }

        return total;
    }

    // Prices near a whole number are that number: the certificate is then short and survives any rounding.
    private static double Snap(double price) => Math.Abs(price - Math.Round(price)) < 1e-9 ? Math.Round(price) : price;

    /// <summary>Whether one block at whole prices (at most 64 items times a worth times an amount) stays within 64 bits.</summary>
    public static bool FitsLong(SearchSpace space, Int128 scale, Int128[] prices)
    {
        if (scale > 1024) return false;
        Int128 largest = 0;
        foreach (var price in prices) largest = Int128.Max(largest, price);
        return (scale + (largest * 16)) * space.LargestTerm < long.MaxValue / 128;
    }
}
