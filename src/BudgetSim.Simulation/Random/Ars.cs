// A counter-based generator for long rows of numbers: ARS with 5 rounds of AES (Salmon, Moraes, Dror, Shaw, SC 2011).
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BudgetSim.Simulation.Random;

/// <summary>
/// A keyed bijection of 128-bit counters like <see cref="Philox"/>, several times as fast where the processor knows AES; five rounds pass
/// every test of BigCrush. Not for secrets.
/// </summary>
internal static class Ars
{
    internal const int Rounds = 5;

    private static Vector128<ulong> Weyl => Vector128.Create(0x9E3779B97F4A7C15, 0xBB67AE8584CAA73B);

    /// <summary>Key of round <paramref name="round"/>, 0 (before the first) to <see cref="Rounds"/>.</summary>
    internal static Vector128<byte> Key(ulong key, int round)
    {
        var keys = Vector128.Create(key, 0);
        for (var k = 0; k < round; k++) keys += Weyl;
        return keys.AsByte();
    }

    /// <summary>The two halves of the block of a counter.</summary>
    internal static Vector128<ulong> Block(ulong key, Vector128<ulong> counter)
    {
        var state = counter.AsByte() ^ Key(key, 0);
        for (var round = 1; round < Rounds; round++) state = AesRound.Round(state, Key(key, round));
        return AesRound.Last(state, Key(key, Rounds)).AsUInt64();
    }

    /// <summary>Blocks <paramref name="counter"/>, counter + 1, ... one after the other; eight at a time keep the processor busy.</summary>
    /// <param name="key">The stream's key.</param>
    /// <param name="counter">The first counter; its lower half does not overflow.</param>
    /// <param name="target">Receives two numbers per block; a multiple of 16 long.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Fill(ulong key, Vector128<ulong> counter, Span<ulong> target)
    {
        var (k0, k1, k2, k3) = (Key(key, 0), Key(key, 1), Key(key, 2), Key(key, 3));
        var (k4, k5) = (Key(key, 4), Key(key, 5));
        var one = Vector128.Create(1UL, 0);
        ref var start = ref MemoryMarshal.GetReference(target);
        for (var at = 0; at < target.Length; at += 16)
        {
            var a = counter; var b = a + one; var c = b + one; var d = c + one;
            var e = d + one; var f = e + one; var g = f + one; var h = g + one;
            counter = h + one;
            var (s, t, u, v) = Four(a, b, c, d, k0, k1, k2, k3, k4, k5);
            var (w, x, y, z) = Four(e, f, g, h, k0, k1, k2, k3, k4, k5);
            s.StoreUnsafe(ref start, (nuint)at); t.StoreUnsafe(ref start, (nuint)at + 2);
            u.StoreUnsafe(ref start, (nuint)at + 4); v.StoreUnsafe(ref start, (nuint)at + 6);
            w.StoreUnsafe(ref start, (nuint)at + 8); x.StoreUnsafe(ref start, (nuint)at + 10);
            y.StoreUnsafe(ref start, (nuint)at + 12); z.StoreUnsafe(ref start, (nuint)at + 14);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<ulong>, Vector128<ulong>, Vector128<ulong>, Vector128<ulong>) Four(
        Vector128<ulong> a, Vector128<ulong> b, Vector128<ulong> c, Vector128<ulong> d,
        Vector128<byte> k0, Vector128<byte> k1, Vector128<byte> k2, Vector128<byte> k3, Vector128<byte> k4, Vector128<byte> k5)
    {
        var (s, t, u, v) = (a.AsByte() ^ k0, b.AsByte() ^ k0, c.AsByte() ^ k0, d.AsByte() ^ k0);
        (s, t, u, v) = (AesRound.Round(s, k1), AesRound.Round(t, k1), AesRound.Round(u, k1), AesRound.Round(v, k1));
        (s, t, u, v) = (AesRound.Round(s, k2), AesRound.Round(t, k2), AesRound.Round(u, k2), AesRound.Round(v, k2));
        (s, t, u, v) = (AesRound.Round(s, k3), AesRound.Round(t, k3), AesRound.Round(u, k3), AesRound.Round(v, k3));
        (s, t, u, v) = (AesRound.Round(s, k4), AesRound.Round(t, k4), AesRound.Round(u, k4), AesRound.Round(v, k4));
        return (AesRound.Last(s, k5).AsUInt64(),
            AesRound.Last(t, k5).AsUInt64(),
            AesRound.Last(u, k5).AsUInt64(),
            AesRound.Last(v, k5).AsUInt64());
    }
}
