// Cuts claims in proportion so that the parts sum to the money exactly.
using System.Runtime.CompilerServices;

namespace BudgetSim.Simulation.Vector;

/// <summary>Proportional division in whole fen by largest remainder, ties to the lower index; the rule of Money.SplitBy without its allocations.</summary>
public static class ProRata
{
    /// <summary>
    /// Gives each claim its share of <paramref name="available"/> if the claims exceed it, else the claim itself. No part exceeds its claim.
    /// </summary>
    /// <param name="claims">Fen, each at least 0; their sum below 2^63.</param>
    /// <param name="available">Fen, at least 0.</param>
    /// <param name="parts">Receives the parts, same length as the claims.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Cut(ReadOnlySpan<long> claims, long available, Span<long> parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(available);
        var total = 0L;
        foreach (var claim in claims) total += claim;
        if (total <= available)
        {
            claims.CopyTo(parts);
            return;
        }

        Span<ulong> remainders = claims.Length <= 64 ? stackalloc ulong[claims.Length] : new ulong[claims.Length];
        var left = available;
        for (var i = 0; i < claims.Length; i++)
        {
            (parts[i], remainders[i]) = Share(claims[i], available, total);
            left -= parts[i];
        }

        if (claims.Length <= 64) GiveToLargest(remainders, parts, left);
        else GiveToLargestSorted(remainders, parts, left);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (long Part, ulong Remainder) Share(long claim, long available, long total)
    {
        var high = Math.BigMul((ulong)claim, (ulong)available, out var low);
        if (high == 0) return ((long)(low / (ulong)total), low % (ulong)total);
        var (part, remainder) = UInt128.DivRem(new UInt128(high, low), (ulong)total);
        return ((long)part, (ulong)remainder);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GiveToLargest(Span<ulong> remainders, Span<long> parts, long left)
    {
        for (; left > 0; left--)
        {
            var best = 0;
            for (var i = 1; i < remainders.Length; i++)
                if (remainders[i] > remainders[best]) best = i;
            parts[best]++;
            remainders[best] = 0;
        }
    }

    private static void GiveToLargestSorted(Span<ulong> remainders, Span<long> parts, long left)
    {
        var keys = remainders.ToArray();
        var order = Enumerable.Range(0, keys.Length).OrderByDescending(i => keys[i]).ThenBy(i => i);
        foreach (var i in order.Take((int)left)) parts[i]++;
    }
}
