// Every award of one replication, for the example in a report and for checking the totals.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Simulation.Vector;

/// <summary>One claim's way through the cuts.</summary>
/// <param name="Measure">The measure's place in the plan.</param>
/// <param name="Firm">The firm's number, or -1 where firms are not tracked.</param>
/// <param name="Gross">The award by the measure's own rule.</param>
/// <param name="Claimed">What the firm's cap leaves of it.</param>
/// <param name="Paid">What limit and fund leave of that.</param>
public sealed record RateAward(int Measure, int Firm, Money Gross, Money Claimed, Money Paid);

/// <summary>Repeats a replication and keeps its claims.</summary>
public static class RateAwards
{
    /// <summary>
    /// The awards of one replication, by measure and then by firm; each measure's payment is split over its claims by largest remainder,
    /// so the awards sum to the totals of <see cref="RateSimulation"/> to the fen.
    /// </summary>
    public static IReadOnlyList<RateAward> Of(RatePlan plan, ulong seed, int replication)
    {
        if (RateSimulation.Unsuited(plan) is { } reason) throw new ArgumentException(reason, nameof(plan));
        var totals = new RateTotals(replication, 1, plan.Measures.Count);
        var run = new RateReplication(plan, seed);
        var cuts = new Dictionary<int, long>();
        run.Run(replication, totals, cuts.Add);
        var claims = run.Claims;
        var claimed = Enumerable.Range(0, claims.Starts[^1]).Select(claim => cuts.GetValueOrDefault(claim, (long)claims.Awards[claim])).ToArray();
        return [.. plan.Measures.SelectMany((_, measure) => OfMeasure(plan, claims, claimed, measure, totals.PaidFen[measure]))];
    }

    private static IEnumerable<RateAward> OfMeasure(RatePlan plan, ClaimBuffer claims, long[] claimed, int measure, long paid)
    {
        var (start, end) = (claims.Starts[measure], claims.Starts[measure + 1]);
        var parts = new long[end - start];
        ProRata.Cut(claimed.AsSpan(start, parts.Length), paid, parts);
        return parts.Select((part, i) => new RateAward(
            measure,
            plan.TracksFirms ? claims.Firms[start + i] : -1,
            new Money((long)claims.Awards[start + i]),
            new Money(claimed[start + i]),
            new Money(part)));
    }
}
