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
        var whole = target.Length / Width * Width;
        if (whole > 0) Write(stream, 0, target[..whole], curve);
        if (whole == target.Length) return;
        Span<double> rest = stackalloc double[Width];
        Write(stream, whole, rest, curve);
        rest[..(target.Length - whole)].CopyTo(target[whole..]);
    }

    private static void Write(in RandomStream stream, int index, Span<double> target, DrawCurve curve)
    {
        var plain = stream.IsMirrored ? stream.Plain : stream;
        if (Vector512.IsHardwareAccelerated) WideFill.Uniforms(plain, index, target);
        else NarrowFill.Uniforms(plain, index, target);
        if (stream.IsMirrored)
        {
            foreach (ref var uniform in target) uniform = 1.0 - uniform;
        }

        if (curve == DrawCurve.Normal) Normals(target);
        if (curve == DrawCurve.Exponential) Exponentials(target);
    }

    private static void Normals(Span<double> target)
    {
        if (Vector512.IsHardwareAccelerated) WideFill.NormalsOfUniforms(target);
        else NarrowFill.NormalsOfUniforms(target);
    }

    private static void Exponentials(Span<double> target)
    {
        if (Vector512.IsHardwareAccelerated) WideFill.LogsOfUniforms(target, -1.0);
        else NarrowFill.LogsOfUniforms(target, -1.0);
    }
}

/// <summary>What the uniforms are bent into.</summary>
internal enum DrawCurve
{
    Uniform,
    Normal,
    Exponential,
}
