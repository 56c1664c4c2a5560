// The counter-based generator behind every draw: Philox 4x32 with 10 rounds (Salmon, Moraes, Dror, Shaw, SC 2011).
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BudgetSim.Simulation.Random;

/// <summary>A keyed bijection of 128-bit counters: a pure function with no state, one block or eight at a time with the same bits.</summary>
internal static class Philox
{
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;

    /// <summary>The block of counter (<paramref name="c0"/>, ..., <paramref name="c3"/>); each half is word 0 or 2 with word 1 or 3 above it.</summary>
    internal static (ulong Low, ulong High) Block(ulong key, uint c0, uint c1, uint c2, uint c3)
    {
        unchecked
        {
            var (k0, k1) = ((uint)key, (uint)(key >> 32));
            for (var round = 0; round < 10; round++, k0 += Weyl0, k1 += Weyl1)
            {
                var product0 = (ulong)Multiplier0 * c0;
                var product1 = (ulong)Multiplier1 * c2;
                (c0, c1, c2, c3) = ((uint)(product1 >> 32) ^ c1 ^ k0, (uint)product1, (uint)(product0 >> 32) ^ c3 ^ k1, (uint)product0);
            }

            return (c0 | ((ulong)c1 << 32), c2 | ((ulong)c3 << 32));
        }
    }

    /// <summary>The keys of the rounds of <see cref="Blocks"/>, two per round.</summary>
    internal static void Schedule(ulong key, Span<ulong> roundKeys)
    {
        for (var round = 0; round < 10; round++)
        {
            roundKeys[2 * round] = unchecked((uint)key + ((uint)round * Weyl0));
            roundKeys[(2 * round) + 1] = unchecked((uint)(key >> 32) + ((uint)round * Weyl1));
        }
    }

    /// <summary>The eight blocks whose first counter words are the lanes of <paramref name="c0"/> (below 2^32).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector512<ulong> Low, Vector512<ulong> High) Blocks(ReadOnlySpan<ulong> roundKeys, Vector512<ulong> c0, uint c1, uint c2, uint c3)
    {
        var (v1, v2, v3) = (Vector512.Create((ulong)c1), Vector512.Create((ulong)c2), Vector512.Create((ulong)c3));
        var (m0, m1) = (Vector512.Create((ulong)Multiplier0), Vector512.Create((ulong)Multiplier1));
        ref var keys = ref MemoryMarshal.GetReference(roundKeys);
        for (var round = 0; round < 20; round += 2)
        {
            var product0 = MultiplyLowHalves(m0, c0);
            var product1 = MultiplyLowHalves(m1, v2);
            c0 = (product1 >>> 32) ^ v1 ^ Vector512.Create(Unsafe.Add(ref keys, round));
            v1 = product1;
            v2 = (product0 >>> 32) ^ v3 ^ Vector512.Create(Unsafe.Add(ref keys, round + 1));
            v3 = product0;
        }

        var low = Vector512.Create((ulong)uint.MaxValue);
        return ((c0 & low) | (v1 << 32), (v2 & low) | (v3 << 32));
    }

    // Only the low 32 bits of each lane take part, so the upper halves may carry rubbish from one round to the next.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> MultiplyLowHalves(Vector512<ulong> a, Vector512<ulong> b)
    {
        if (Avx512F.IsSupported) return Avx512F.Multiply(a.AsUInt32(), b.AsUInt32());
        if (Avx2.IsSupported)
        {
            return Vector512.Create(
                Avx2.Multiply(a.GetLower().AsUInt32(), b.GetLower().AsUInt32()),
                Avx2.Multiply(a.GetUpper().AsUInt32(), b.GetUpper().AsUInt32()));
        }

        var low = Vector512.Create((ulong)uint.MaxValue);
        return (a & low) * (b & low);
    }
}
