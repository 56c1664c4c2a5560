// What vectors of eight lanes do in a way of their own; twin of NarrowLanes.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BudgetSim.Simulation.Random;

/// <summary>The operations that are written differently for eight lanes and for four.</summary>
internal static class WideLanes
{
    /// <summary>Each lane plus all lanes below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> RunningSums(Vector512<double> lanes)
    {
        if (!Avx512F.IsSupported)
            return Vector512.Create(
                NarrowLanes.RunningSums(lanes.GetLower()),
                NarrowLanes.RunningSums(lanes.GetUpper()) + NarrowLanes.Last(NarrowLanes.RunningSums(lanes.GetLower())));
        lanes += Avx512F.AlignRight64(lanes.AsInt64(), Vector512<long>.Zero, 7).AsDouble();
        lanes += Avx512F.AlignRight64(lanes.AsInt64(), Vector512<long>.Zero, 6).AsDouble();
        return lanes + Avx512F.AlignRight64(lanes.AsInt64(), Vector512<long>.Zero, 4).AsDouble();
    }

    /// <summary>The last lane in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Last(Vector512<double> lanes) => Vector512.Shuffle(lanes, Vector512.Create(7L));

    /// <summary>Stores lanes that are whole numbers from 0, at most 2^31 - 1 of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreWhole(Vector512<double> lanes, ref int target)
    {
        var held = Vector512.MinNative(lanes, Vector512.Create(2147483647.0));
        if (Avx512F.IsSupported) Avx512F.ConvertToVector256Int32(held).StoreUnsafe(ref target);
        else for (var lane = 0; lane < 8; lane++) Unsafe.Add(ref target, lane) = (int)held[lane];
    }

    /// <summary>Stores the whole parts of lanes from 0 to 2^31 - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreTruncated(Vector512<double> lanes, ref int target)
    {
        if (Avx512F.IsSupported) Avx512F.ConvertToVector256Int32WithTruncation(lanes).StoreUnsafe(ref target);
        else for (var lane = 0; lane < 8; lane++) Unsafe.Add(ref target, lane) = (int)lanes[lane];
    }
}
