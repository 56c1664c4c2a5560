// The awards of a measure's claims, sixteen at a time, and their exact sum.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Vector;

/// <summary>Awards in whole fen: claim k of a measure always takes draw k of the measure's stream.</summary>
internal static class AwardBlocks
{
    private const double IntegerBias = 4503599627370496.0;

    /// <summary>Writes the awards of claims <paramref name="start"/> to <paramref name="end"/>; returns their sum in fen.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static long Fill(in RandomStream stream, AwardLine line, double factor, ClaimBuffer claims, int start, int end)
    {
        Span<ulong> keys = stackalloc ulong[20];
        Philox.Schedule(stream.Key, keys);
        var sum = Vector512<long>.Zero;
        for (var claim = start; claim < end; claim += ClaimBuffer.Block)
        {
            var (first, second) = StreamBlocks.Uniforms(keys, stream, claim - start);
            var (one, two) = DrawCurvesVector.Normals(first, second);
            (one, two) = (line.Awards(one, factor), line.Awards(two, factor));
            if (end - claim < ClaimBuffer.Block) (one, two) = (Keep(one, end - claim), Keep(two, end - claim - 8));
            one.StoreUnsafe(ref claims.Awards[claim]);
            two.StoreUnsafe(ref claims.Awards[claim], 8);
            sum += Fen(one) + Fen(two);
        }

        return Vector512.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Keep(Vector512<double> awards, int count) =>
        awards & Vector512.LessThan(Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Fen(Vector512<double> awards) =>
        (awards + Vector512.Create(IntegerBias)).AsInt64() - Vector512.Create(IntegerBias).AsInt64();
}
