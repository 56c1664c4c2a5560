// What vectors of four lanes do in a way of their own; twin of WideLanes.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BudgetSim.Simulation.Random;

/// <summary>The operations that are written differently for eight lanes and for four.</summary>
internal static class NarrowLanes
{
    /// <summary>Each lane plus all lanes below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> RunningSums(Vector256<double> lanes)
    {
        lanes += Vector256.Shuffle(lanes, Vector256.Create(0L, 0, 1, 2)) & Vector256.Create(0L, -1, -1, -1).AsDouble();
        return lanes + (Vector256.Shuffle(lanes, Vector256.Create(0L, 1, 0, 1)) & Vector256.Create(0L, 0, -1, -1).AsDouble());
    }

    /// <summary>The last lane in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Last(Vector256<double> lanes) => Vector256.Shuffle(lanes, Vector256.Create(3L));

    /// <summary>Stores lanes that are whole numbers from 0, at most 2^31 - 1 of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreWhole(Vector256<double> lanes, ref int target)
    {
        var held = Vector256.MinNative(lanes, Vector256.Create(2147483647.0));
        if (Avx.IsSupported) Avx.ConvertToVector128Int32(held).StoreUnsafe(ref target);
        else for (var lane = 0; lane < 4; lane++) Unsafe.Add(ref target, lane) = (int)held[lane];
    }

    /// <summary>Stores the whole parts of lanes from 0 to 2^31 - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreTruncated(Vector256<double> lanes, ref int target)
    {
        if (Avx.IsSupported) Avx.ConvertToVector128Int32WithTruncation(lanes).StoreUnsafe(ref target);
        else for (var lane = 0; lane < 4; lane++) Unsafe.Add(ref target, lane) = (int)lanes[lane];
    }
}
