// The awards of a measure's claims, many at a time, and their exact sum.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Vector;

/// <summary>Awards in whole fen: claim k of a measure always takes draw k of the measure's stream.</summary>
internal static class WideAwards
{
    private const int Piece = 512;
    private const double IntegerBias = 4503599627370496.0;

    /// <summary>
    /// Writes the awards of claims <paramref name="start"/> to <paramref name="end"/>; returns their sum in fen. Three short loops over one
    /// piece of memory: the processor sees many independent claims in each, where one long loop would make it wait.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static long Fill(in RandomStream stream, AwardLine line, double factor, ClaimBuffer claims, int start, int end)
    {
        var sum = 0L;
        for (var from = start; from < end; from += Piece)
        {
            var piece = claims.Awards.AsSpan(from, Math.Min(Piece, WholeBlocks(end - from)));
            WideFill.Uniforms(stream, from - start, piece);
            WideFill.NormalsOfUniforms(piece);
            sum += AwardsOfNormals(line, line.LogMedian + (line.Loading * factor), piece, end - from);
        }

        return sum;
    }

    private static int WholeBlocks(int count) => (count + ClaimBuffer.Block - 1) / ClaimBuffer.Block * ClaimBuffer.Block;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long AwardsOfNormals(AwardLine line, double middle, Span<double> piece, int count)
    {
        ref var target = ref MemoryMarshal.GetReference(piece);
        var sum = Vector512<long>.Zero;
        var at = 0;
        for (; at <= Math.Min(piece.Length, count) - Vector512<double>.Count; at += Vector512<double>.Count)
        {
            var awards = Awards(line, Vector512.LoadUnsafe(ref target, (nuint)at), middle);
            awards.StoreUnsafe(ref target, (nuint)at);
            sum += Fen(awards);
        }

        for (; at < piece.Length; at += Vector512<double>.Count)
        {
            var awards = Keep(Awards(line, Vector512.LoadUnsafe(ref target, (nuint)at), middle), count - at);
            awards.StoreUnsafe(ref target, (nuint)at);
            sum += Fen(awards);
        }

        return Vector512.Sum(sum);
    }

    /// <summary>Steps of a firm's cap, one for each of sixteen awards: floor(min(award x steps, most)) + 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Steps(ref double awards, double stepsPerFen, double most, ref int target)
    {
        for (var lane = 0; lane < ClaimBuffer.Block; lane += Vector512<double>.Count)
        {
            var steps = Vector512.LoadUnsafe(ref awards, (nuint)lane) * Vector512.Create(stepsPerFen);
            steps = Vector512.Floor(Vector512.MinNative(steps, Vector512.Create(most))) + Vector512<double>.One;
            WideLanes.StoreWhole(steps, ref Unsafe.Add(ref target, lane));
        }
    }

    // See AwardLine for why this is exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Awards(AwardLine line, Vector512<double> scores, double middle)
    {
        var logs = Vector512.FusedMultiplyAdd(scores, Vector512.Create(line.LogSpread), Vector512.Create(middle));
        var bases = Vector512.Round(WideCurves.ExpInside(logs));
        var units = Vector512.Floor(Vector512.FusedMultiplyAdd(bases, Vector512.Create(line.Rate), Vector512.Create(line.Half)));
        var awards = Vector512.MinNative(units * Vector512.Create(line.Unit), Vector512.Create(line.Cap));
        return awards & Vector512.GreaterThanOrEqual(bases, Vector512.Create(line.Minimum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Keep(Vector512<double> awards, int count) =>
        awards & Vector512.LessThan(Vector512<double>.Indices, Vector512.Create((double)count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Fen(Vector512<double> awards) =>
        (awards + Vector512.Create(IntegerBias)).AsInt64() - Vector512.Create(IntegerBias).AsInt64();
}
