// Whole shares by a divisor method, with exact comparisons and ties to the lower index.
using System.Numerics;

namespace BudgetSim.Allocation.Rounding;

/// <summary>
/// The divisor methods: the next unit goes to the largest weight / d(a), where a is what a part already holds
/// (Balinski and Young, Fair Representation, 1982). Where d(0) = 0 every positive weight is served before anyone
/// gets a second unit, the larger weight first.
/// </summary>
public static class DivisorMethod
{
    /// <summary>Shares <paramref name="total"/> (from 0) by weights (from 0, not all 0); the parts sum to the total.</summary>
    public static long[] Apportion(RoundingMethod method, long total, IReadOnlyList<long> weights)
    {
        var parts = SafeStart(total, weights);
        var queue = new PriorityQueue<int, Turn>();
        for (var i = 0; i < parts.Length; i++)
            if (weights[i] > 0) queue.Enqueue(i, Turn.Of(method, weights[i], parts[i], i));
        for (var left = total - parts.Sum(); left > 0; left--)
        {
            var next = queue.Dequeue();
            parts[next]++;
            queue.Enqueue(next, Turn.Of(method, weights[next], parts[next], next));
        }

        return parts;
    }

    /// <summary>
    /// Units that every divisor method gives in any case, so that a large total costs no more turns than twice the parts:
    /// with the divisor W / (total - n) nobody can get more than its rounded-up quota, which sums to at most the total.
    /// </summary>
    private static long[] SafeStart(long total, IReadOnlyList<long> weights)
    {
        var sure = Math.Max(0, total - weights.Count);
        Int128 sum = 0;
        foreach (var weight in weights) sum += weight;
        return weights.Select(weight => (long)((Int128)sure * weight / sum)).ToArray();
    }

    /// <summary>The claim to the next unit: √(Above / Below), largest first; Below = 0 comes before everything.</summary>
    private readonly record struct Turn(BigInteger Above, BigInteger Below, int Index) : IComparable<Turn>
    {
        public static Turn Of(RoundingMethod method, long weight, long held, int index)
        {
            BigInteger w = weight, a = held;
            return method switch
            {
                RoundingMethod.Webster => new(w * 2, (2 * a) + 1, index),
                RoundingMethod.Adams => new(w, a, index),
                RoundingMethod.Jefferson => new(w, a + 1, index),
                RoundingMethod.Hill => new(w * w, a * (a + 1), index),
                RoundingMethod.Dean => new(w * ((2 * a) + 1), 2 * a * (a + 1), index),
                _ => throw new ArgumentOutOfRangeException(nameof(method)),
            };
        }

        public int CompareTo(Turn other)
        {
            var byShare = Below.IsZero || other.Below.IsZero
                ? CompareUnserved(other)
                : (other.Above * Below).CompareTo(Above * other.Below);
            return byShare != 0 ? byShare : Index.CompareTo(other.Index);
        }

        private int CompareUnserved(Turn other) =>
            Below.IsZero == other.Below.IsZero ? other.Above.CompareTo(Above) : Below.IsZero ? -1 : 1;
    }
}
