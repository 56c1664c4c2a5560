// The vector kernel agrees with closed forms, with exact arithmetic claim by claim, and with itself on any number of threads.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Statistics;
using BudgetSim.Simulation.Vector;

namespace BudgetSim.Simulation.Tests.Vector;

public sealed class RateSimulationTests
{
    private static readonly RatePlan Plan = new(
        [
            new RateMeasure { Participation = 0.03, LogMedian = 15.6, LogSpread = 1.3, MinimumBase = Money.FromYuan(5_000_000), Rate = Fraction.Of(1, 10), Cap = Money.FromYuan(5_000_000) },
            new RateMeasure { Participation = 0.08, LogMedian = 14.7, LogSpread = 1.2, Rate = Fraction.Of(1, 20), Cap = Money.FromYuan(1_000_000), Limit = Money.FromYuan(16_000_000) },
            new RateMeasure { Participation = 0.2, LogMedian = 11, LogSpread = 0.9, Rate = Fraction.Of(1, 3), RoundDownTo = Money.FromYuan(1) },
        ],
        1200,
        0.15)
    {
        TracksFirms = true,
        FirmCap = Money.FromYuan(3_000_000),
        Fund = Money.FromYuan(60_000_000),
    };

    // E[award] = firms x participation x (rate E[b; m <= b < k] + cap P(b >= k)) with k = cap / rate, spreads combined.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Gross_ManyReplications_IsTheClosedFormWithinFourStandardErrors(bool tracksFirms)
    {
        var totals = RateSimulation.Run(Plan with { TracksFirms = tracksFirms, FirmCap = null }, 5, 0, 2000, 2);
        for (var measure = 0; measure < 3; measure++)
        {
            var seen = Means.OfFen(totals.Gross(measure));
            Assert.InRange(seen.Value - ExpectedFen(Plan.Measures[measure]), -4 * seen.StandardError, 4 * seen.StandardError);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Run_MoreThreads_GivesTheSameBits(int threads)
    {
        var (one, many) = (RateSimulation.Run(Plan, 5, 0, 300, 1), RateSimulation.Run(Plan, 5, 0, 300, threads));
        Assert.Equal(one.PaidFen, many.PaidFen);
        Assert.Equal(one.GrossFen, many.GrossFen);
        Assert.Equal(one.ClaimedFen, many.ClaimedFen);
    }

    [Fact]
    public void Run_InTwoParts_GivesTheSameBits()
    {
        var whole = RateSimulation.Run(Plan, 5, 0, 100, 2);
        var (first, second) = (RateSimulation.Run(Plan, 5, 0, 37, 2), RateSimulation.Run(Plan, 5, 37, 63, 2));
        Assert.Equal(whole.TotalPaid(), first.TotalPaid().Concat(second.TotalPaid()));
    }

    [Fact]
    public void Run_Stopped_KeepsWhatIsComplete()
    {
        using var stop = new CancellationTokenSource();
        var part = RateSimulation.Run(Plan, 5, 0, 5000, 2, done => StopAfter(done, stop), stop.Token);
        Assert.InRange(part.Completed, 64, 4999);
        Assert.Equal(RateSimulation.Run(Plan, 5, 0, part.Completed, 1).TotalPaid(), part.TotalPaid());
    }

    // Everything again from the definition: scalar draws, exact fractions, Money.SplitBy.
    [Fact]
    public void Replication_ClaimByClaim_AgreesWithExactArithmetic()
    {
        var totals = RateSimulation.Run(Plan, 5, 0, 12, 1);
        for (var replication = 0; replication < 12; replication++)
        {
            var (gross, claimed, paid) = ExactReplication.Run(Plan, 5, replication);
            Assert.Equal(gross, Enumerable.Range(0, 3).Select(measure => totals.Gross(measure)[replication]));
            Assert.Equal(claimed, Enumerable.Range(0, 3).Select(measure => totals.Claimed(measure)[replication]));
            Assert.Equal(paid, Enumerable.Range(0, 3).Select(measure => totals.Paid(measure)[replication]));
        }
    }

    [Fact]
    public void Awards_OfOneReplication_SumToItsTotals()
    {
        var totals = RateSimulation.Run(Plan, 5, 0, 20, 1);
        for (var replication = 0; replication < 20; replication++)
        {
            var awards = RateAwards.Of(Plan, 5, replication);
            for (var measure = 0; measure < 3; measure++)
            {
                var own = awards.Where(award => award.Measure == measure).ToList();
                Assert.Equal(totals.Gross(measure)[replication], own.Sum(award => award.Gross.Fen));
                Assert.Equal(totals.Claimed(measure)[replication], own.Sum(award => award.Claimed.Fen));
                Assert.Equal(totals.Paid(measure)[replication], own.Sum(award => award.Paid.Fen));
            }

            Assert.All(awards, award => Assert.True(award.Paid <= award.Claimed && award.Claimed <= award.Gross));
            Assert.All(awards.GroupBy(award => award.Firm), firm => Assert.True(firm.Sum(award => award.Claimed.Fen) <= Plan.FirmCap!.Value.Fen));
        }
    }

    [Fact]
    public void Fund_BelowTheDemand_IsPaidToTheFen()
    {
        var totals = RateSimulation.Run(Plan, 5, 0, 200, 2);
        var limited = totals.TotalClaimed().Select((fen, i) => fen - Math.Max(0, totals.Claimed(1)[i] - 1_600_000_000)).ToArray();
        Assert.Contains(limited, fen => fen > 6_000_000_000);
        Assert.Equal(limited.Select(fen => Math.Min(fen, 6_000_000_000)), totals.TotalPaid());
    }

    [Fact]
    public void Measure_Changed_LeavesTheDrawsOfTheOthers()
    {
        var reform = Plan with { FirmCap = null, Measures = [Plan.Measures[0] with { Participation = 0.5, Rate = Fraction.One }, .. Plan.Measures.Skip(1)] };
        var (before, after) = (RateSimulation.Run(Plan, 5, 0, 50, 1), RateSimulation.Run(reform, 5, 0, 50, 1));
        Assert.Equal(before.Gross(1), after.Gross(1));
        Assert.NotEqual(before.Gross(0), after.Gross(0));
    }

    [Fact]
    public void Firms_EveryoneOrNobody_TakesPart()
    {
        var all = Plan with { FirmCap = null, Measures = [Plan.Measures[0] with { Participation = 1 }] };
        Assert.Equal([1200, 1200], RateSimulation.Run(all, 5, 0, 2, 1).ClaimCounts.ToArray());
        Assert.Equal([0, 0], RateSimulation.Run(all with { Measures = [Plan.Measures[0] with { Participation = 0 }] }, 5, 0, 2, 1).ClaimCounts.ToArray());
        Assert.Equal([1200, 1200], RateSimulation.Run(all with { TracksFirms = false }, 5, 0, 2, 1).ClaimCounts.ToArray());
    }

    [Fact]
    public void Unsuited_OutsideTheBounds_SaysWhy()
    {
        Assert.Null(RateSimulation.Unsuited(Plan));
        Assert.Contains("tracked", RateSimulation.Unsuited(Plan with { TracksFirms = false }), StringComparison.Ordinal);
        Assert.Contains("2^50", RateSimulation.Unsuited(Plan with { Measures = [Plan.Measures[2] with { Rate = Fraction.Of(1, 100_003) }] }), StringComparison.Ordinal);
    }

    private static void StopAfter(int done, CancellationTokenSource stop)
    {
        if (done >= 64) stop.Cancel();
    }

    private static double ExpectedFen(RateMeasure measure)
    {
        var law = new Lognormal(measure.LogMedian, Math.Sqrt((measure.LogSpread * measure.LogSpread) + (Plan.FactorSpread * Plan.FactorSpread)));
        var (rate, cap) = (measure.Rate.ToDouble(), (measure.Cap?.Fen ?? 1e18) / 100.0);
        var below = measure.MinimumBase.Fen / 100.0;
        var left = below == 0 ? 0 : law.MeanBelow(below) - (below * (1 - law.Cumulative(below)));
        var rounding = 0.5 * (measure.RoundDownTo.Fen - 1) * Plan.Firms * measure.Participation;
        return (100 * Plan.Firms * measure.Participation * ((rate * law.MeanBelow(cap / rate)) - (rate * left))) - rounding;
    }
}
