// Whole prices whose mean are the best prices of the selection program.
using BudgetSim.Allocation.Selection.Exact.Prices;

namespace BudgetSim.Allocation.Selection.Exact.Cuts;

/// <summary>
/// What a choice is worth at prices is the greatest worth of a polymatroid, hence between neighbouring whole prices linear (the
/// extension of Lovász 1983; for whole worths the L♮-convexity of Murota 2003): the prices rounded up from one place on and down before it,
/// for every place, mix to the prices themselves and together prove as much. Where limits lie inside one another they may prove less, never
/// wrong.
/// </summary>
internal static class PriceChain
{
    private const double Tolerance = 1e-6;

    /// <summary>The vectors [link] of whole prices, lowest first.</summary>
    public static IEnumerable<Int128[]> Of(PriceBound bound)
    {
        double[] prices = [.. bound.Prices.Select(price => (double)price / (double)bound.Scale)];
        double[] down = [.. prices.Select(price => Math.Floor(price + Tolerance))];
        double[] parts = [.. prices.Select((price, link) => price - down[link])];
        yield return Rounded(double.PositiveInfinity);
        var last = double.PositiveInfinity;
        foreach (var part in parts.Where(part => part > Tolerance).OrderDescending())
        {
            if (last - part <= Tolerance) continue;
            last = part;
            yield return Rounded(part - Tolerance);
        }

        Int128[] Rounded(double from) => [.. down.Select((price, link) => (Int128)price + (parts[link] >= from ? 1 : 0))];
    }
}
