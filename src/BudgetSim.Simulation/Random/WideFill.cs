// Bends the bits of rows into normals and logarithms, one short loop after another.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BudgetSim.Simulation.Random;

/// <summary>Spans are whole blocks of sixteen draws.</summary>
internal static class WideFill
{
    /// <summary>Turns the bits of a row into standard normals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void NormalsOfBits(Span<double> draws)
    {
        ref var start = ref MemoryMarshal.GetReference(draws);
        for (var at = 0; at < draws.Length; at += 2 * Vector512<double>.Count)
        {
            var (first, second) = WideCurves.Normals(UniformAt(ref start, at), UniformAt(ref start, at + Vector512<double>.Count));
            first.StoreUnsafe(ref start, (nuint)at);
            second.StoreUnsafe(ref start, (nuint)(at + Vector512<double>.Count));
        }
    }

    /// <summary>Turns the bits of a row into logarithms of uniforms times <paramref name="scale"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void LogsOfBits(Span<double> draws, double scale)
    {
        ref var start = ref MemoryMarshal.GetReference(draws);
        for (var at = 0; at < draws.Length; at += Vector512<double>.Count)
            (WideCurves.Log(UniformAt(ref start, at)) * Vector512.Create(scale)).StoreUnsafe(ref start, (nuint)at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> UniformAt(ref double start, int at) =>
        WideCurves.Uniform(Vector512.LoadUnsafe(ref start, (nuint)at).AsUInt64());
}
