// Many draws of one stream at a time, with the very bits of the draws one by one.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BudgetSim.Simulation.Random;

/// <summary>Fills spans with the draws 0, 1, 2, ... of a stream.</summary>
public static class StreamBlocks
{
    /// <summary>How many draws are made together.</summary>
    internal const int Width = 16;

    private enum Curve
    {
        Uniform,
        Normal,
        Exponential,
    }

    /// <summary>Sets each element to <see cref="RandomStream.Uniform(int)"/> of its index.</summary>
    public static void FillUniform(this RandomStream stream, Span<double> target) => Fill(stream, target, Curve.Uniform);

    /// <summary>Sets each element to <see cref="RandomStream.Normal(int)"/> of its index.</summary>
    public static void FillNormal(this RandomStream stream, Span<double> target) => Fill(stream, target, Curve.Normal);

    /// <summary>Sets each element to <see cref="RandomStream.Exponential(int)"/> of its index.</summary>
    public static void FillExponential(this RandomStream stream, Span<double> target) => Fill(stream, target, Curve.Exponential);

    /// <summary>Draws <paramref name="index"/> (a multiple of 16) to index + 15 as uniforms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector512<double> First, Vector512<double> Second) Uniforms(ReadOnlySpan<ulong> roundKeys, in RandomStream stream, int index)
    {
        var block = Vector512.Create((ulong)(uint)index >> 1) + Vector512<ulong>.Indices;
        var (low, high) = Philox.Blocks(roundKeys, block, stream.Purpose.Code, stream.Subject, stream.Replication);
        return (DrawCurvesVector.Uniform(low), DrawCurvesVector.Uniform(high));
    }

    private static void Fill(in RandomStream stream, Span<double> target, Curve curve)
    {
        Span<ulong> keys = stackalloc ulong[20];
        Philox.Schedule(stream.Key, keys);
        var index = 0;
        for (; index <= target.Length - Width; index += Width) Write(keys, stream, index, curve, target[index..]);
        if (index == target.Length) return;
        Span<double> rest = stackalloc double[Width];
        Write(keys, stream, index, curve, rest);
        rest[..(target.Length - index)].CopyTo(target[index..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(ReadOnlySpan<ulong> keys, in RandomStream stream, int index, Curve curve, Span<double> target)
    {
        var (first, second) = Uniforms(keys, stream, index);
        (first, second) = curve switch
        {
            Curve.Normal => DrawCurvesVector.Normals(first, second),
            Curve.Exponential => (-DrawCurvesVector.Log(first), -DrawCurvesVector.Log(second)),
            _ => (first, second),
        };
        ref var start = ref MemoryMarshal.GetReference(target);
        first.StoreUnsafe(ref start);
        second.StoreUnsafe(ref start, 8);
    }
}
