// Who takes part in a measure, many at a time, by the same gaps as SkipSampling.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Vector;

/// <summary>Skip-sampling in blocks of sixteen: positions are sums of whole numbers below 2^53, exact in any order.</summary>
internal static class WideParticipants
{
    /// <summary>Writes the participants' numbers, rising, from <paramref name="start"/> on; returns where they end.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int Fill(in RandomStream stream, double gapScale, int subjects, ClaimBuffer claims, int start)
    {
        Span<ulong> keys = stackalloc ulong[20];
        Philox.Schedule(stream.Key, keys);
        Span<double> steps = stackalloc double[ClaimBuffer.Block];
        var last = Vector512.Create(-1.0);
        for (var index = 0; ; index += ClaimBuffer.Block)
        {
            claims.MakeRoom(start + index);
            DrawSteps(keys, stream, index, -gapScale, ref MemoryMarshal.GetReference(steps));
            last = StorePlaces(ref MemoryMarshal.GetReference(steps), last, ref claims.Firms[start + index]);
            if (last.ToScalar() < subjects) continue;
            var end = start + index;
            while (claims.Firms[end] < subjects) end++;
            return end;
        }
    }

    // The gap before each event and the step onto it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void DrawSteps(ReadOnlySpan<ulong> keys, in RandomStream stream, int index, double scale, ref double target)
    {
        for (var lane = 0; lane < 8; lane += Vector512<double>.Count)
        {
            var (first, second) = WidePhilox.Uniforms(keys, stream, index, lane);
            Step(first, scale).StoreUnsafe(ref target, (nuint)lane);
            Step(second, scale).StoreUnsafe(ref target, (nuint)lane + 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Step(Vector512<double> uniforms, double scale) =>
        Vector512.Floor(WideCurves.Log(uniforms) * Vector512.Create(scale)) + Vector512<double>.One;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> StorePlaces(ref double steps, Vector512<double> last, ref int firms)
    {
        for (var lane = 0; lane < ClaimBuffer.Block; lane += Vector512<double>.Count)
        {
            var places = last + WideLanes.RunningSums(Vector512.LoadUnsafe(ref steps, (nuint)lane));
            WideLanes.StoreWhole(places, ref Unsafe.Add(ref firms, lane));
            last = WideLanes.Last(places);
        }

        return last;
    }
}
