// One replication of a plan: claims, awards, firm caps, limits, fund.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Vector;

/// <summary>
/// Runs replications one after another in the same working memory; one per thread. What runs in every replication is compiled once and
/// fully (AggressiveOptimization): a forecast takes less time than the runtime would take to find out what is hot.
/// </summary>
internal sealed class RateReplication
{
    private readonly RatePlan _plan;
    private readonly ulong _seed;
    private readonly AwardLine[] _lines;
    private readonly double[] _gapScales = [];
    private readonly Binomial[] _counts = [];
    private readonly int[] _expected;
    private readonly FirmCaps? _firmCaps;

    internal RateReplication(RatePlan plan, ulong seed)
    {
        (_plan, _seed) = (plan, seed);
        _lines = [.. plan.Measures.Select(measure => new AwardLine(measure))];
        _expected = [.. plan.Measures.Select(measure => (int)(plan.Firms * measure.Participation))];
        if (plan.TracksFirms) _gapScales = [.. plan.Measures.Select(measure => SkipSampling.GapScale(measure.Participation))];
        else _counts = [.. plan.Measures.Select(measure => new Binomial(plan.Firms, measure.Participation))];
        _firmCaps = plan.FirmCap is { } cap ? new FirmCaps(cap.Fen, plan.Firms, plan.Measures.Count) : null;
        Claims = new ClaimBuffer(plan.Measures.Count);
    }

    /// <summary>What the draws of participation are for; the subject is the measure's place.</summary>
    internal static Purpose Participation { get; } = Purpose.Named("participation");

    /// <summary>What the draws of bases are for.</summary>
    internal static Purpose Base { get; } = Purpose.Named("base");

    /// <summary>The claims of the replication that ran last.</summary>
    internal ClaimBuffer Claims { get; }

    /// <summary>Runs one replication and writes its row of each total.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Run(int replication, RateTotals totals, Action<int, long>? cut = null)
    {
        var factor = _plan.FactorSpread * FactorDraws.Normal(_seed, replication, 0, _plan.Factor);
        var gross = totals.Row(totals.GrossFen, replication);
        var claimed = totals.Row(totals.ClaimedFen, replication);
        for (var measure = 0; measure < _lines.Length; measure++) gross[measure] = DrawClaims(replication, measure, factor);
        gross.CopyTo(claimed);
        _firmCaps?.Apply(Claims, claimed, cut);
        Pay(claimed, totals.Row(totals.PaidFen, replication));
        totals.Counts[replication - totals.First] = Claims.Starts[^1];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long DrawClaims(int replication, int measure, double factor)
    {
        var start = Claims.Starts[measure];
        var end = DrawParticipants(RandomStream.For(_seed, replication, measure, Participation), measure, start);
        Claims.Starts[measure + 1] = end;
        Claims.MakeRoom(end);
        var bases = RandomStream.For(_seed, replication, measure, Base);
        var sum = Vector512.IsHardwareAccelerated
            ? WideAwards.Fill(bases, _lines[measure], factor, Claims, start, end)
            : NarrowAwards.Fill(bases, _lines[measure], factor, Claims, start, end);
        _firmCaps?.Add(Claims, start, end);
        return sum;
    }

    private int DrawParticipants(RandomStream stream, int measure, int start)
    {
        if (!_plan.TracksFirms) return start + (int)_counts[measure].Sample(stream);
        return Vector512.IsHardwareAccelerated
            ? WideParticipants.Fill(stream, _gapScales[measure], _plan.Firms, _expected[measure], Claims, start)
            : NarrowParticipants.Fill(stream, _gapScales[measure], _plan.Firms, _expected[measure], Claims, start);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pay(ReadOnlySpan<long> claimed, Span<long> paid)
    {
        Span<long> limited = claimed.Length <= 256 ? stackalloc long[claimed.Length] : new long[claimed.Length];
        for (var measure = 0; measure < claimed.Length; measure++)
            limited[measure] = Math.Min(claimed[measure], _plan.Measures[measure].Limit?.Fen ?? long.MaxValue);
        ProRata.Cut(limited, _plan.Fund?.Fen ?? long.MaxValue, paid);
    }
}
