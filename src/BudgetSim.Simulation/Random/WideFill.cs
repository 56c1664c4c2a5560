// Fills sixteen draws of a stream at a time.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BudgetSim.Simulation.Random;

/// <summary>One block of a stream, through any of its curves.</summary>
internal static class WideFill
{
    /// <summary>Writes draws <paramref name="index"/> (a multiple of 16) to index + 15 to the first sixteen elements of <paramref name="target"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Write(ReadOnlySpan<ulong> keys, in RandomStream stream, int index, DrawCurve curve, Span<double> target)
    {
        ref var start = ref MemoryMarshal.GetReference(target);
        for (var lane = 0; lane < 8; lane += Vector512<double>.Count)
        {
            var (first, second) = WidePhilox.Uniforms(keys, stream, index, lane);
            (first, second) = curve switch
            {
                DrawCurve.Normal => WideCurves.Normals(first, second),
                DrawCurve.Exponential => (-WideCurves.Log(first), -WideCurves.Log(second)),
                _ => (first, second),
            };
            first.StoreUnsafe(ref start, (nuint)lane);
            second.StoreUnsafe(ref start, (nuint)lane + 8);
        }
    }
}
