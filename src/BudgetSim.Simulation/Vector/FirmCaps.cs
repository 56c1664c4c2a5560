// Cuts the awards of the few firms whose sum exceeds the firm's cap, touching the others as little as possible.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BudgetSim.Simulation.Vector;

/// <summary>
/// A coarse sum per firm, in steps of about cap/T rounded up, says which firms may exceed the cap: two bytes per firm, so the sums
/// stay near the processor. Only those firms are summed and cut exactly.
/// </summary>
internal sealed class FirmCaps
{
    private readonly long _cap;
    private readonly int _threshold;
    private readonly double _stepsPerFen;
    private readonly ushort[] _coarse;
    private readonly SuspectFirms _suspects;

    internal FirmCaps(long capFen, int firms, int measures)
    {
        _cap = capFen;
        _threshold = (ushort.MaxValue / measures) - 2;
        _stepsPerFen = _threshold / (double)Math.Max(1, capFen) * (1 + 1e-14);
        _coarse = new ushort[firms];
        _suspects = new SuspectFirms(firms);
    }

    /// <summary>Adds the claims <paramref name="start"/> to <paramref name="end"/> of one measure to the firms' coarse sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ClaimBuffer claims, int start, int end)
    {
        ref var coarse = ref MemoryMarshal.GetArrayDataReference(_coarse);
        Span<int> steps = stackalloc int[ClaimBuffer.Block];
        for (var claim = start; claim < end; claim += ClaimBuffer.Block)
        {
            FillSteps(ref claims.Awards[claim], ref MemoryMarshal.GetReference(steps));
            ref var firm = ref claims.Firms[claim];
            var count = Math.Min(ClaimBuffer.Block, end - claim);
            for (var i = 0; i < count; i++)
            {
                ref var cell = ref Unsafe.Add(ref coarse, Unsafe.Add(ref firm, i));
                cell = unchecked((ushort)(cell + steps[i]));
            }
        }
    }

    /// <summary>Takes from each measure's sum what the cap costs it, and forgets all sums.</summary>
    /// <param name="claims">All claims of the replication.</param>
    /// <param name="sums">[measure], fen, changed in place.</param>
    /// <param name="cut">Receives (claim, awarded fen) of each claim that is cut; may be null.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Apply(ClaimBuffer claims, Span<long> sums, Action<int, long>? cut)
    {
        FindSuspects(claims.Firms.AsSpan(0, claims.Starts[^1]));
        Array.Clear(_coarse);
        _suspects.CutAbove(_cap, claims, sums, cut);
        _suspects.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindSuspects(ReadOnlySpan<int> firms)
    {
        ref var coarse = ref MemoryMarshal.GetArrayDataReference(_coarse);
        for (var claim = 0; claim < firms.Length; claim++)
            if (Unsafe.Add(ref coarse, firms[claim]) > _threshold) _suspects.Add(firms[claim], claim);
    }

    // At least the true number of steps, and above the threshold if the award alone is above the cap.
    private void FillSteps(ref double awards, ref int steps)
    {
        if (Vector512.IsHardwareAccelerated) WideAwards.Steps(ref awards, _stepsPerFen, _threshold, ref steps);
        else NarrowAwards.Steps(ref awards, _stepsPerFen, _threshold, ref steps);
    }
}
