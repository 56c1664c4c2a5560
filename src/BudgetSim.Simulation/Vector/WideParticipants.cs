// Who takes part in a measure, many at a time, by the same gaps as SkipSampling.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Vector;

/// <summary>Skip-sampling in blocks of sixteen: positions are sums of whole numbers below 2^53, exact in any order.</summary>
internal static class WideParticipants
{
    private const int LargestPiece = 512;

    /// <summary>Writes the participants' numbers, rising, from <paramref name="start"/> on; returns where they end.</summary>
    /// <param name="stream">The stream of the gaps.</param>
    /// <param name="gapScale">See SkipSampling.</param>
    /// <param name="subjects">How many may take part.</param>
    /// <param name="expected">About how many will, so that few gaps are drawn in vain.</param>
    /// <param name="claims">Receives the firms; the awards from start on are overwritten.</param>
    /// <param name="start">The first claim's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Fill(in RowStream stream, double gapScale, int subjects, int expected, ClaimBuffer claims, int start)
    {
        var last = -1.0;
        for (var (from, piece) = (start, 0); ; from += piece)
        {
            piece = PieceFor(expected * (1 - (last / subjects)));
            claims.MakeRoom(from + piece);
            var gaps = claims.Awards.AsSpan(from, piece);
            stream.FillBits(from - start, gaps);
            WideFill.LogsOfBits(gaps, -gapScale);
            last = Places(gaps, last, claims.Firms.AsSpan(from, piece));
            if (last < subjects) continue;
            return from + FirstBeyond(claims.Firms.AsSpan(from, piece), subjects);
        }
    }

    // As many as are still to be expected, in whole blocks.
    private static int PieceFor(double count) =>
        Math.Clamp(((int)count + ClaimBuffer.Block - 1) / ClaimBuffer.Block * ClaimBuffer.Block, ClaimBuffer.Block, LargestPiece);

    // Places rise: the first that is no subject any more.
    private static int FirstBeyond(ReadOnlySpan<int> places, int subjects)
    {
        var (low, high) = (0, places.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (places[middle] < subjects) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    // From each gap and the step onto the event, the event's place.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Places(ReadOnlySpan<double> gaps, double before, Span<int> firms)
    {
        ref var gap = ref MemoryMarshal.GetReference(gaps);
        ref var firm = ref MemoryMarshal.GetReference(firms);
        var last = Vector512.Create(before);
        for (var at = 0; at < gaps.Length; at += Vector512<double>.Count)
        {
            var sums = WideLanes.RunningSums(Vector512.Floor(Vector512.LoadUnsafe(ref gap, (nuint)at)) + Vector512<double>.One);
            WideLanes.StoreWhole(last + sums, ref Unsafe.Add(ref firm, at));
            last += WideLanes.Last(sums);
        }

        return last.ToScalar();
    }
}
