// Who takes part in a measure, sixteen at a time, by the same gaps as SkipSampling.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Vector;

/// <summary>Skip-sampling in blocks: positions are sums of whole numbers below 2^53, exact in any order.</summary>
internal static class ParticipantBlocks
{
    private const double IntegerBias = 4503599627370496.0;

    /// <summary>Writes the participants' numbers, rising, from <paramref name="start"/> on; returns where they end.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int Fill(in RandomStream stream, double gapScale, int subjects, ClaimBuffer claims, int start)
    {
        Span<ulong> keys = stackalloc ulong[20];
        Philox.Schedule(stream.Key, keys);
        var (scale, limit) = (Vector512.Create(-gapScale), Vector512.Create((double)subjects));
        var last = Vector512.Create(-1.0);
        for (var index = 0; ; index += ClaimBuffer.Block)
        {
            claims.MakeRoom(start + index);
            var (first, second) = StreamBlocks.Uniforms(keys, stream, index);
            var one = last + Steps(first, scale);
            var two = Last(one) + Steps(second, scale);
            last = Last(two);
            Whole(one, two).StoreUnsafe(ref Unsafe.As<int, uint>(ref claims.Firms[start + index]));
            if (Vector512.LessThanAll(two, limit)) continue;
            var inside = Vector512.LessThan(one, limit).ExtractMostSignificantBits() | (Vector512.LessThan(two, limit).ExtractMostSignificantBits() << 8);
            return start + index + System.Numerics.BitOperations.TrailingZeroCount(~inside);
        }
    }

    // The gap before each event and the step onto it, summed along the lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Steps(Vector512<double> uniforms, Vector512<double> scale)
    {
        var sums = Vector512.Floor(DrawCurvesVector.Log(uniforms) * scale) + Vector512<double>.One;
        sums += Up1(sums);
        sums += Up2(sums);
        return sums + Up4(sums);
    }

    // Lanes moved up, zeros from below.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Up1(Vector512<double> lanes) => Avx512F.IsSupported
        ? Avx512F.AlignRight64(lanes.AsInt64(), Vector512<long>.Zero, 7).AsDouble()
        : Vector512.Shuffle(lanes, Vector512.Create(-1L, 0, 1, 2, 3, 4, 5, 6));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Up2(Vector512<double> lanes) => Avx512F.IsSupported
        ? Avx512F.AlignRight64(lanes.AsInt64(), Vector512<long>.Zero, 6).AsDouble()
        : Vector512.Shuffle(lanes, Vector512.Create(-1L, -1, 0, 1, 2, 3, 4, 5));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Up4(Vector512<double> lanes) => Avx512F.IsSupported
        ? Avx512F.AlignRight64(lanes.AsInt64(), Vector512<long>.Zero, 4).AsDouble()
        : Vector512.Shuffle(lanes, Vector512.Create(-1L, -1, -1, -1, 0, 1, 2, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Last(Vector512<double> places) => Vector512.Shuffle(places, Vector512.Create(7L));

    // Held below 2^31 first: what lies beyond the subjects is never read.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Whole(Vector512<double> one, Vector512<double> two)
    {
        var (most, bias) = (Vector512.Create(2147483647.0), Vector512.Create(IntegerBias));
        return Vector512.Narrow((Vector512.MinNative(one, most) + bias).AsUInt64(), (Vector512.MinNative(two, most) + bias).AsUInt64());
    }
}
