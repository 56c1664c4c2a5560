// Many draws of one stream at a time, with the very bits of the draws one by one.
using System.Runtime.Intrinsics;

namespace BudgetSim.Simulation.Random;

/// <summary>Fills spans with the draws 0, 1, 2, ... of a stream.</summary>
public static class StreamBlocks
{
    private const int Width = 16;

    /// <summary>Sets each element to <see cref="RandomStream.Uniform(int)"/> of its index.</summary>
    public static void FillUniform(this RandomStream stream, Span<double> target) => Fill(stream, target, DrawCurve.Uniform);

    /// <summary>Sets each element to <see cref="RandomStream.Normal(int)"/> of its index.</summary>
    public static void FillNormal(this RandomStream stream, Span<double> target) => Fill(stream, target, DrawCurve.Normal);

    /// <summary>Sets each element to <see cref="RandomStream.Exponential(int)"/> of its index.</summary>
    public static void FillExponential(this RandomStream stream, Span<double> target) => Fill(stream, target, DrawCurve.Exponential);

    private static void Fill(in RandomStream stream, Span<double> target, DrawCurve curve)
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

    private static void Write(ReadOnlySpan<ulong> keys, in RandomStream stream, int index, DrawCurve curve, Span<double> target)
    {
        if (Vector512.IsHardwareAccelerated) WideFill.Write(keys, stream, index, curve, target);
        else NarrowFill.Write(keys, stream, index, curve, target);
    }
}

/// <summary>What the bits of a draw are bent into.</summary>
internal enum DrawCurve
{
    Uniform,
    Normal,
    Exponential,
}
