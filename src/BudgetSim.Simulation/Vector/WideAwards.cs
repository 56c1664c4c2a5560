// The awards of a measure's claims, many at a time, and their exact sum.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Vector;

/// <summary>Awards in whole fen: claim k of a measure always takes draw k of the measure's stream.</summary>
internal static class WideAwards
{
    private const double IntegerBias = 4503599627370496.0;

    /// <summary>Writes the awards of claims <paramref name="start"/> to <paramref name="end"/>; returns their sum in fen.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static long Fill(in RandomStream stream, AwardLine line, double factor, ClaimBuffer claims, int start, int end)
    {
        Span<ulong> keys = stackalloc ulong[20];
        Philox.Schedule(stream.Key, keys);
        var middle = line.LogMedian + (line.Loading * factor);
        var sum = Vector512<long>.Zero;
        for (var claim = start; claim < end; claim += ClaimBuffer.Block)
        {
            ref var target = ref claims.Awards[claim];
            for (var lane = 0; lane < 8; lane += Vector512<double>.Count)
            {
                var (first, second) = WidePhilox.Uniforms(keys, stream, claim - start, lane);
                var (one, two) = WideCurves.Normals(first, second);
                (one, two) = (Awards(line, one, middle), Awards(line, two, middle));
                if (end - claim < ClaimBuffer.Block) (one, two) = (Keep(one, end - claim - lane), Keep(two, end - claim - lane - 8));
                one.StoreUnsafe(ref target, (nuint)lane);
                two.StoreUnsafe(ref target, (nuint)lane + 8);
                sum += Fen(one) + Fen(two);
            }
        }

        return Vector512.Sum(sum);
    }

    /// <summary>Steps of a firm's cap, one for each of sixteen awards: floor(min(award x steps, most)) + 1.</summary>
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
