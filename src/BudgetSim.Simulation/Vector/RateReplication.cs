// One replication of a plan: claims, awards, firm caps, limits, fund.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Replications;

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
    private readonly double[] _gapScales;
    private readonly int[] _expected;
    private readonly double[] _factors;
    private readonly FirmCaps? _firmCaps;
    private readonly StepScale _scale;
    private readonly ClaimBuffer _claims;

    internal RateReplication(RatePlan plan, ulong seed)
    {
        (_plan, _seed) = (plan, seed);
        _lines = [.. plan.Measures.Select(measure => new AwardLine(measure))];
        _expected = [.. plan.Measures.Select(measure => (int)(plan.Firms * measure.Participation))];
        _gapScales = [.. plan.Measures.Select(measure => SkipSampling.GapScale(measure.Participation))];
        _factors = new double[plan.Factors];
        _firmCaps = plan.FirmCap is { } cap ? new FirmCaps(cap, plan.Firms, plan.Measures.Count) : null;
        _scale = _firmCaps?.Scale ?? default;
        _claims = new ClaimBuffer(plan.Measures.Count);
    }

    /// <summary>Runs one replication and writes its row of each total.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Run(int replication, RateTotals totals)
    {
        for (var factor = 0; factor < _factors.Length; factor++)
            _factors[factor] = FactorDraws.Normal(_seed, replication, factor, FactorSampling.Independent);
        var capped = totals.Row(totals.Capped, replication);
        var demand = totals.Row(totals.Demand, replication);
        DrawClaims(replication, totals.Row(totals.Gross, replication), capped);
        capped.CopyTo(demand);
        _firmCaps?.Apply(_claims, demand);
        var claims = totals.Row(totals.Claims, replication);
        var above = totals.Row(totals.PaidClaims, replication);
        for (var measure = 0; measure < _lines.Length; measure++)
        {
            claims[measure] = _claims.Starts[measure + 1] - _claims.Starts[measure];
            above[measure] = Cut(measure, _plan.Measures[measure].Limit, demand[measure], ref demand[measure]);
        }

        Pay(demand, totals.Row(totals.Paid, replication), above);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DrawClaims(int replication, Span<double> gross, Span<double> capped)
    {
        FactorLoading? loading = null;
        var multiplier = 1.0;
        for (var measure = 0; measure < _lines.Length; measure++)
        {
            var own = _plan.Measures[measure].Loading;
            if (own != loading) (loading, multiplier) = (own, SubjectSampler.Multiplier(own, _factors));
            (gross[measure], capped[measure]) = DrawMeasure(replication, measure, multiplier);
            if (gross[measure] >= AwardLine.LargestSum) throw new OverflowException("the awards of a measure reach 2^53 yuan");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Gross, double Capped) DrawMeasure(int replication, int measure, double multiplier)
    {
        var (terms, start) = (_plan.Measures[measure], _claims.Starts[measure]);
        var (takeUp, bases) = (new RowStream(_seed, replication, 0, terms.TakeUp), new RowStream(_seed, replication, 0, terms.BaseDraw));
        var isWide = Vector512.IsHardwareAccelerated;
        var end = isWide
            ? WideParticipants.Fill(takeUp, _gapScales[measure], _plan.Firms, _expected[measure], _claims, start)
            : NarrowParticipants.Fill(takeUp, _gapScales[measure], _plan.Firms, _expected[measure], _claims, start);
        _claims.Starts[measure + 1] = end;
        _claims.MakeRoom(end);
        var sums = isWide
            ? WideAwards.Fill(bases, _lines[measure], multiplier, _scale, _claims, start, end)
            : NarrowAwards.Fill(bases, _lines[measure], multiplier, _scale, _claims, start, end);
        _firmCaps?.Add(_claims, start, end);
        return sums;
    }

    // What limit or fund leave of a measure's awards, and how many of them are above 0.
    private int Cut(int measure, double? available, double claimed, ref double sum)
    {
        var awards = _claims.Awards.AsSpan(_claims.Starts[measure].._claims.Starts[measure + 1]);
        if (available is not { } money || claimed <= money) return -1;
        var (left, above) = Vector512.IsHardwareAccelerated ? WideCuts.Cut(awards, money, claimed) : NarrowCuts.Cut(awards, money, claimed);
        sum = left;
        return above;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pay(ReadOnlySpan<double> demand, Span<double> paid, Span<int> above)
    {
        demand.CopyTo(paid);
        var claimed = 0.0;
        foreach (var sum in demand) claimed += sum;
        if (claimed >= AwardLine.LargestSum) throw new OverflowException("the awards of a replication reach 2^53 yuan");
        for (var measure = 0; measure < _lines.Length; measure++)
        {
            var counted = Cut(measure, _plan.Fund, claimed, ref paid[measure]);
            if (counted >= 0) above[measure] = counted;
            else if (above[measure] < 0) above[measure] = CountAbove(measure);
        }
    }

    private int CountAbove(int measure)
    {
        var awards = _claims.Awards.AsSpan(_claims.Starts[measure].._claims.Starts[measure + 1]);
        return Vector512.IsHardwareAccelerated ? WideCuts.CountAbove(awards) : NarrowCuts.CountAbove(awards);
    }
}
