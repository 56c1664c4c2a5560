// Whole shares by largest remainder, ties to the lower index.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Rounding;

/// <summary>
/// Each part gets the whole part of its exact quota; what is left goes one by one to the largest remainders.
/// Callers pass the parts in the order of their stable ids, so equal remainders are settled by id.
/// </summary>
public static class LargestRemainder
{
    /// <summary>Shares <paramref name="total"/> (from 0) by weights (from 0, not all 0); the parts sum to the total.</summary>
    public static long[] Apportion(long total, IReadOnlyList<long> weights)
    {
        Int128 sum = 0;
        foreach (var weight in weights) sum += weight;
        var remainders = new Int128[weights.Count];
        var parts = new long[weights.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var (quotient, remainder) = Int128.DivRem((Int128)total * weights[i], sum);
            (parts[i], remainders[i]) = ((long)quotient, remainder);
        }

        foreach (var index in ByRemainder(remainders).Take((int)(total - parts.Sum()))) parts[index]++;
        return parts;
    }

    /// <summary>
    /// Rounds exact awards to whole units: every award down, then the units that are missing from the whole part of the
    /// exact sum go to the largest remainders, never above <paramref name="ceilings"/>[award].
    /// </summary>
    public static long[] OfAwards(IReadOnlyList<Fraction> awards, IReadOnlyList<Fraction> ceilings)
    {
        var parts = awards.Select(award => (long)award.Floor()).ToArray();
        var remainders = awards.Select((award, index) => award - parts[index]).ToArray();
        var missing = (int)remainders.Aggregate(Fraction.Zero, (sum, remainder) => sum + remainder).Floor();
        var open = ByRemainder(remainders).Where(index => parts[index] + 1 <= ceilings[index]);
        foreach (var index in open.Take(missing).ToList()) parts[index]++;
        return parts;
    }

    private static IEnumerable<int> ByRemainder<T>(T[] remainders)
        where T : IComparable<T> =>
        Enumerable.Range(0, remainders.Length).OrderByDescending(index => remainders[index]);
}
