// One replication from its definition, slowly: one draw at a time, exact fractions, and Money's own split.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Vector;

namespace BudgetSim.Simulation.Tests.Vector;

/// <summary>The independent twin of the vector kernel.</summary>
internal static class ExactReplication
{
    internal static (long[] Gross, long[] Claimed, long[] Paid) Run(RatePlan plan, ulong seed, int replication)
    {
        var factor = plan.FactorSpread * FactorDraws.Normal(seed, replication, 0, plan.Factor);
        var claims = plan.Measures.SelectMany((measure, m) => Claims(plan, measure, m, seed, replication, factor)).ToList();
        var capped = claims.GroupBy(claim => claim.Firm).SelectMany(firm => Capped(plan.FirmCap!.Value, [.. firm])).ToList();
        var (gross, claimed) = (Sums(claims), Sums(capped));
        var limited = claimed.Select((fen, m) => Math.Min(fen, plan.Measures[m].Limit?.Fen ?? long.MaxValue)).ToArray();
        var available = Math.Min(limited.Sum(), plan.Fund!.Value.Fen);
        return (gross, claimed, Array.ConvertAll(new Money(available).SplitBy(limited), part => part.Fen));

        long[] Sums(List<(int Measure, int Firm, long Fen)> parts) =>
            [.. plan.Measures.Select((_, m) => parts.Where(part => part.Measure == m).Sum(part => part.Fen))];
    }

    private static IEnumerable<(int Measure, int Firm, long Fen)> Claims(RatePlan plan, RateMeasure measure, int m, ulong seed, int replication, double factor)
    {
        var bases = RandomStream.For(seed, replication, m, Purpose.Named("base"));
        var participants = SkipSampling.Participants(RandomStream.For(seed, replication, m, Purpose.Named("participation")), measure.Participation, plan.Firms);
        return participants.Select((firm, k) => (m, firm, Award(measure, bases.Normal(k), factor)));
    }

    private static long Award(RateMeasure measure, double score, double factor)
    {
        var log = Math.FusedMultiplyAdd(score, measure.LogSpread, measure.LogMedian + 4.605170185988092 + (measure.FactorLoading * factor));
        var fen = new Money((long)Math.Round(DrawCurves.Exp(log)));
        if (fen < measure.MinimumBase) return 0;
        var units = (measure.Rate * fen.Fen / measure.RoundDownTo.Fen).Floor();
        return Math.Min((long)units * measure.RoundDownTo.Fen, measure.Cap?.Fen ?? long.MaxValue);
    }

    private static IEnumerable<(int Measure, int Firm, long Fen)> Capped(Money cap, (int Measure, int Firm, long Fen)[] claims)
    {
        if (claims.Sum(claim => claim.Fen) <= cap.Fen) return claims;
        var parts = cap.SplitBy(Array.ConvertAll(claims, claim => claim.Fen));
        return claims.Select((claim, i) => claim with { Fen = parts[i].Fen });
    }
}
