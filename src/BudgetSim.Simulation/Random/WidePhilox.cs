// The generator for as many counters at a time as a vector has lanes.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BudgetSim.Simulation.Random;

/// <summary><see cref="Philox"/> lane by lane, the same bits.</summary>
internal static class WidePhilox
{
    /// <summary>The blocks whose first counter words are <paramref name="counter"/>, counter + 1, ... (below 2^32).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector512<ulong> Low, Vector512<ulong> High) Blocks(ReadOnlySpan<ulong> roundKeys, uint counter, in RandomStream stream)
    {
        var v0 = Vector512.Create((ulong)counter) + Vector512<ulong>.Indices;
        var (v1, v2, v3) = (Vector512.Create((ulong)stream.Purpose.Code), Vector512.Create((ulong)stream.Subject), Vector512.Create((ulong)stream.Replication));
        var (m0, m1) = (Vector512.Create((ulong)Philox.Multiplier0), Vector512.Create((ulong)Philox.Multiplier1));
        ref var keys = ref MemoryMarshal.GetReference(roundKeys);
        for (var round = 0; round < 20; round += 2)
        {
            var product0 = WideLanes.MultiplyLowHalves(m0, v0);
            var product1 = WideLanes.MultiplyLowHalves(m1, v2);
            v0 = (product1 >>> 32) ^ v1 ^ Vector512.Create(Unsafe.Add(ref keys, round));
            v1 = product1;
            v2 = (product0 >>> 32) ^ v3 ^ Vector512.Create(Unsafe.Add(ref keys, round + 1));
            v3 = product0;
        }

        var low = Vector512.Create((ulong)uint.MaxValue);
        return ((v0 & low) | (v1 << 32), (v2 & low) | (v3 << 32));
    }

    /// <summary>
    /// The uniform draws <paramref name="index"/> + <paramref name="lane"/> onwards and those eight further on; index is a multiple of 16,
    /// lane of the number of lanes, below 8.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector512<double> First, Vector512<double> Second) Uniforms(ReadOnlySpan<ulong> roundKeys, in RandomStream stream, int index, int lane)
    {
        var (low, high) = Blocks(roundKeys, ((uint)index >> 1) + (uint)lane, stream);
        return (WideCurves.Uniform(low), WideCurves.Uniform(high));
    }
}
