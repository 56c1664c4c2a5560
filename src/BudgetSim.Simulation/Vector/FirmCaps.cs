// Cuts the awards of the few firms whose sum exceeds the firm's cap, touching the others as little as possible.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BudgetSim.Simulation.Vector;

/// <summary>
/// A coarse sum per firm, in steps of about cap/T rounded up, says which firms may exceed the cap: two bytes per firm, so the sums
/// stay near the processor. Only those firms are summed and cut exactly: each award becomes floor(award x cap / sum).
/// </summary>
internal sealed class FirmCaps
{
    private readonly double _cap;
    private readonly int _threshold;
    private readonly ushort[] _coarse;
    private readonly double[] _exact;
    private int[] _suspects = new int[4096];

    internal FirmCaps(long cap, int firms, int measures)
    {
        _cap = cap;
        _threshold = (ushort.MaxValue / measures) - 2;
        Scale = new StepScale(_threshold / (double)Math.Max(1, cap) * (1 + 1e-14), _threshold);
        _coarse = new ushort[firms];
        _exact = new double[firms];
    }

    /// <summary>How awards are counted in steps; a firm of more than <see cref="StepScale.Most"/> steps may exceed the cap.</summary>
    internal StepScale Scale { get; }

    /// <summary>
    /// Adds the steps of the claims <paramref name="start"/> to <paramref name="end"/> of one measure to the firms' coarse sums.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ClaimBuffer claims, int start, int end)
    {
        ref var coarse = ref MemoryMarshal.GetArrayDataReference(_coarse);
        ref var firm = ref MemoryMarshal.GetArrayDataReference(claims.Firms);
        ref var step = ref MemoryMarshal.GetArrayDataReference(claims.Steps);
        unchecked
        {
            var claim = (uint)start;
            for (; claim + 4 <= (uint)end; claim += 4)
            {
                ref var fourFirms = ref Unsafe.Add(ref firm, claim);
                ref var fourSteps = ref Unsafe.Add(ref step, claim);
                Unsafe.Add(ref coarse, (uint)fourFirms) += (ushort)fourSteps;
                Unsafe.Add(ref coarse, (uint)Unsafe.Add(ref fourFirms, 1)) += (ushort)Unsafe.Add(ref fourSteps, 1);
                Unsafe.Add(ref coarse, (uint)Unsafe.Add(ref fourFirms, 2)) += (ushort)Unsafe.Add(ref fourSteps, 2);
                Unsafe.Add(ref coarse, (uint)Unsafe.Add(ref fourFirms, 3)) += (ushort)Unsafe.Add(ref fourSteps, 3);
            }

            for (; claim < (uint)end; claim++)
                Unsafe.Add(ref coarse, (uint)Unsafe.Add(ref firm, claim)) += (ushort)Unsafe.Add(ref step, claim);
        }
    }

    /// <summary>Cuts the awards of firms above the cap, takes the cuts from each measure's sum, and forgets all sums.</summary>
    /// <param name="claims">All claims of the replication; awards are changed in place.</param>
    /// <param name="sums">[measure], yuan, changed in place.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Apply(ClaimBuffer claims, Span<double> sums)
    {
        var found = FindSuspects(claims.Firms, claims.Starts[^1]);
        Array.Clear(_coarse);
        var (firms, awards) = (claims.Firms, claims.Awards);
        foreach (var claim in found) _exact[firms[claim]] += awards[claim];
        var measure = 0;
        foreach (var claim in found)
        {
            var sum = _exact[firms[claim]];
            if (sum <= _cap) continue;
            while (claims.Starts[measure + 1] <= claim) measure++;
            var kept = Math.Floor(awards[claim] * _cap / sum);
            sums[measure] -= awards[claim] - kept;
            awards[claim] = kept;
        }

        foreach (var claim in found) _exact[firms[claim]] = 0;
    }

    // Four claims at a time: of four that hold a suspect each is written down and only the suspects' places are kept.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlySpan<int> FindSuspects(int[] firms, int count)
    {
        if (_suspects.Length <= count) _suspects = new int[count * 2];
        ref var coarse = ref MemoryMarshal.GetArrayDataReference(_coarse);
        ref var firm = ref MemoryMarshal.GetArrayDataReference(firms);
        ref var list = ref MemoryMarshal.GetArrayDataReference(_suspects);
        var threshold = _threshold;
        unchecked
        {
            var (found, claim) = (0u, 0);
            for (; claim <= count - 4; claim += 4)
            {
                ref var four = ref Unsafe.Add(ref firm, claim);
                var a = (uint)(threshold - Unsafe.Add(ref coarse, (uint)four)) >> 31;
                var b = (uint)(threshold - Unsafe.Add(ref coarse, (uint)Unsafe.Add(ref four, 1))) >> 31;
                var c = (uint)(threshold - Unsafe.Add(ref coarse, (uint)Unsafe.Add(ref four, 2))) >> 31;
                var d = (uint)(threshold - Unsafe.Add(ref coarse, (uint)Unsafe.Add(ref four, 3))) >> 31;
                if ((a | b | c | d) == 0) continue;
                Unsafe.Add(ref list, found) = claim;
                Unsafe.Add(ref list, found + a) = claim + 1;
                Unsafe.Add(ref list, found + a + b) = claim + 2;
                Unsafe.Add(ref list, found + a + b + c) = claim + 3;
                found += a + b + c + d;
            }

            for (; claim < count; claim++)
            {
                Unsafe.Add(ref list, found) = claim;
                found += (uint)(threshold - Unsafe.Add(ref coarse, (uint)Unsafe.Add(ref firm, claim))) >> 31;
            }

            return _suspects.AsSpan(0, (int)found);
        }
    }
}

/// <summary>
/// Steps per yuan, and the steps of an award before one is added; sums over all measures stay below 2^16. All 0 without a cap.
/// </summary>
internal readonly record struct StepScale(double PerYuan, double Most);
