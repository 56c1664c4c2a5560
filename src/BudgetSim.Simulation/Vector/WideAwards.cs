// The awards of a measure's claims, many at a time, and their exact sum.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Vector;

/// <summary>Awards in whole yuan: claim k of a measure always takes draw k of the measure's stream.</summary>
internal static class WideAwards
{
    private const int Piece = 512;

    /// <summary>
    /// Writes the awards of claims <paramref name="start"/> to <paramref name="end"/>; returns their sums before and under the measure's
    /// cap. Three short loops over one piece of memory: the processor sees many independent claims in each, where one long loop would make
    /// it wait.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (double Gross, double Capped) Fill(
        in RowStream stream, AwardLine line, double multiplier, in StepScale steps, ClaimBuffer claims, int start, int end)
    {
        var (gross, capped) = (0.0, 0.0);
        for (var from = start; from < end; from += Piece)
        {
            var piece = claims.Awards.AsSpan(from, Math.Min(Piece, WholeBlocks(end - from)));
            stream.FillBits(from - start, piece);
            WideFill.NormalsOfBits(piece);
            var sums = AwardsOfNormals(line, multiplier, steps, piece, claims.Steps.AsSpan(from, piece.Length), end - from);
            (gross, capped) = (gross + sums.Gross, capped + sums.Capped);
        }

        return (gross, capped);
    }

    private static int WholeBlocks(int count) => (count + ClaimBuffer.Block - 1) / ClaimBuffer.Block * ClaimBuffer.Block;

    // See AwardLine for why this is exact; lanes beyond the claims count nothing. Steps of the firm's cap are at least as many as the award
    // has.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Gross, double Capped) AwardsOfNormals(
        AwardLine line, double multiplier, in StepScale scale, Span<double> piece, Span<int> steps, int count)
    {
        ref var target = ref MemoryMarshal.GetReference(piece);
        ref var step = ref MemoryMarshal.GetReference(steps);
        var (gross, capped) = (Vector512<double>.Zero, Vector512<double>.Zero);
        var (rate, half, cap, minimum) =
            (Vector512.Create(line.Rate), Vector512.Create(line.Half), Vector512.Create(line.Cap), Vector512.Create(line.Minimum));
        var (perYuan, most) = (Vector512.Create(scale.PerYuan), Vector512.Create(scale.Most));
        for (var at = 0; at < piece.Length; at += Vector512<double>.Count)
        {
            var logs = (Vector512.LoadUnsafe(ref target, (nuint)at) * Vector512.Create(line.LogSpread)) + Vector512.Create(line.LogMedian);
            var bases = Vector512.Round(WideCurves.ExpInside(logs) * Vector512.Create(multiplier));
            var awards = Vector512.Floor(Vector512.FusedMultiplyAdd(bases, rate, half)) & Vector512.GreaterThanOrEqual(bases, minimum);
            if (count - at < Vector512<double>.Count)
                awards &= Vector512.LessThan(Vector512<double>.Indices, Vector512.Create((double)(count - at)));
            gross += awards;
            awards = Vector512.MinNative(awards, cap);
            capped += awards;
            awards.StoreUnsafe(ref target, (nuint)at);
            if (scale.Most > 0)
                WideLanes.StoreTruncated(Vector512.MinNative(awards * perYuan, most) + Vector512<double>.One, ref Unsafe.Add(ref step, at));
        }

        return (Vector512.Sum(gross), Vector512.Sum(capped));
    }
}
