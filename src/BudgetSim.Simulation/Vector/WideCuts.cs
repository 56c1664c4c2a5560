// Cuts the awards of a measure in proportion, many at a time, each rounded down to the yuan exactly.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BudgetSim.Simulation.Vector;

/// <summary>
/// floor(award x available / claimed) in doubles: the rounded product award x (available / claimed) is off by less than available 2^-51;
/// where a whole number lies that near, which is about never, the eight awards are divided in whole numbers.
/// </summary>
internal static class WideCuts
{
    private const double Doubt = 1.0 / (1L << 51);

    /// <summary>Cuts in place; returns what is left and how many awards are above 0.</summary>
    /// <param name="awards">Whole yuan; their sum is at most <paramref name="claimed"/>.</param>
    /// <param name="available">Whole yuan below 2^50, less than <paramref name="claimed"/>.</param>
    /// <param name="claimed">Whole yuan below 2^53.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (double Sum, int Above) Cut(Span<double> awards, double available, double claimed)
    {
        ref var start = ref MemoryMarshal.GetReference(awards);
        var (ratio, doubt) = (Vector512.Create(available / claimed), Vector512.Create(available * Doubt));
        var (sum, above) = (Vector512<double>.Zero, Vector512<double>.Zero);
        var at = 0;
        for (; at <= awards.Length - Vector512<double>.Count; at += Vector512<double>.Count)
        {
            var cut = Vector512.LoadUnsafe(ref start, (nuint)at) * ratio;
            var kept = Vector512.Floor(cut + doubt);
            if (Vector512.LessThanAny(Vector512.MaxNative(cut - doubt, Vector512<double>.Zero), kept))
                kept = Exact(ref start, at, available, claimed);
            kept.StoreUnsafe(ref start, (nuint)at);
            sum += kept;
            above += Vector512.MinNative(kept, Vector512<double>.One);
        }

        var (total, count) = (Vector512.Sum(sum), (int)Vector512.Sum(above));
        for (; at < awards.Length; at++)
        {
            total += awards[at] = Exact(awards[at], available, claimed);
            if (awards[at] > 0) count++;
        }

        return (total, count);
    }

    /// <summary>How many awards are above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int CountAbove(ReadOnlySpan<double> awards)
    {
        ref var start = ref MemoryMarshal.GetReference(awards);
        var above = Vector512<double>.Zero;
        var at = 0;
        for (; at <= awards.Length - Vector512<double>.Count; at += Vector512<double>.Count)
            above += Vector512.MinNative(Vector512.LoadUnsafe(ref start, (nuint)at), Vector512<double>.One);
        var count = (int)Vector512.Sum(above);
        for (; at < awards.Length; at++)
            if (awards[at] > 0) count++;
        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> Exact(ref double start, int at, double available, double claimed)
    {
        Span<double> kept = stackalloc double[Vector512<double>.Count];
        for (var lane = 0; lane < kept.Length; lane++) kept[lane] = Exact(Unsafe.Add(ref start, at + lane), available, claimed);
        return Vector512.Create<double>(kept);
    }

    private static double Exact(double award, double available, double claimed) =>
        (double)(long)((UInt128)(ulong)award * (ulong)available / (ulong)claimed);
}
