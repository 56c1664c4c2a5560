// Runs the replications of a plan on any number of threads, to the same bits.
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Simulation.Vector;

/// <summary>Replications handed out in small runs of consecutive numbers; each writes only its own rows.</summary>
public static class RateSimulation
{
    private const int RunLength = 16;

    private const long MostMoney = 1L << 50, LargestRatePart = 1_000_000;

    /// <summary>Runs replications <paramref name="first"/> to first + <paramref name="count"/> - 1.</summary>
    /// <param name="plan">Measures, firms and money.</param>
    /// <param name="seed">Any number; equal seeds give equal draws.</param>
    /// <param name="first">From 0; a run that was stopped goes on from where it ended.</param>
    /// <param name="count">At least 1.</param>
    /// <param name="threads">At least 1.</param>
    /// <param name="progress">Told now and then how many replications are done; may be null, and is called on working threads.</param>
    /// <param name="stop">Stops early; what is complete is kept.</param>
    public static RateTotals Run(
        RatePlan plan, ulong seed, int first, int count, int threads, Action<int>? progress = null, CancellationToken stop = default)
    {
        if (Unsuited(plan) is { } reason) throw new ArgumentException(reason, nameof(plan));
        var totals = new RateTotals(first, count, plan.Measures.Count);
        var runs = new RunCounter(count);
        var workers = Enumerable.Range(1, threads - 1)
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        Work();
        Task.WaitAll(workers, CancellationToken.None);
        totals.Completed = runs.HandedOut;
        return totals;

        void Work()
        {
            var replication = new RateReplication(plan, seed);
            while (!stop.IsCancellationRequested && runs.Next() is { } run)
            {
                for (var i = run.From; i < run.To; i++) replication.Run(first + i, totals);
                progress?.Invoke(run.To);
            }
        }
    }

    /// <summary>Why a plan is outside the bounds of exact vector arithmetic, or null if it is inside.</summary>
    public static string? Unsuited(RatePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Measures.Count is < 1 or > 2000) return "a plan has 1 to 2,000 measures";
        if (plan.Firms < 1) return "a plan has firms";
        if (plan.FirmCap is < 0 || plan.Fund is < 0 or >= MostMoney) return "money is from 0 to 2^50 yuan";
        return plan.Measures.Select(measure => Unsuited(plan, measure)).FirstOrDefault(reason => reason is not null);
    }

    private static string? Unsuited(RatePlan plan, RateMeasure measure)
    {
        if (measure.Participation is not (>= 0 and <= 1)) return "a participation is 0 to 1";
        if (!(Math.Abs(measure.Base.LogMedian) <= 100) || measure.Base.LogSpread is not (>= 0 and <= 10))
            return "a base has a median between e^-100 and e^100 and a log spread of 0 to 10";
        if (measure.Rate.Sign <= 0 || measure.Rate.Numerator > LargestRatePart || measure.Rate.Denominator > LargestRatePart)
            return "a rate is above 0, with a numerator and a denominator up to a million";
        if (measure.MinimumBase is < 0 or >= MostMoney || measure.Cap is < 0 or >= MostMoney || measure.Limit is < 0 or >= MostMoney)
            return "money is from 0 to 2^50 yuan";
        var most = AwardLine.MostBase(measure);
        if (!(most <= AttributeDraw.Largest)) return "bases stay below 10^14 yuan";
        if (!(most * (double)measure.Rate.Numerator < AwardLine.ExactProducts))
            return "bases times the numerator of the rate stay below 2^50";
        return plan.FirmCap is { } cap && !(Math.Min(most * measure.Rate.ToDouble(), measure.Cap ?? MostMoney) * cap < AwardLine.LargestSum)
            ? "the firm's cap times an award stays below 2^53"
            : null;
    }

    // Runs of replications in rising order: when all workers are back, everything handed out is complete.
    private sealed class RunCounter(int count)
    {
        private int _next;

        internal int HandedOut => Math.Min(count, _next);

        internal (int From, int To)? Next()
        {
            var to = Interlocked.Add(ref _next, RunLength);
            return to - RunLength < count ? (to - RunLength, Math.Min(to, count)) : null;
        }
    }
}
