// The vector kernel agrees with closed forms and with itself on any number of threads.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Statistics;
using BudgetSim.Simulation.Vector;

namespace BudgetSim.Simulation.Tests.Vector;

public sealed class RateSimulationTests
{
    private const double FactorSpread = 0.15;
    private const long Money = 52_000_000;

    private static readonly RatePlan Plan = new(
        [
            Measure("a", 0.03, 15.6, 1.3, Fraction.Of(1, 10)) with { MinimumBase = 5_000_000, Cap = 5_000_000 },
            Measure("b", 0.08, 14.7, 1.2, Fraction.Of(1, 20)) with { Cap = 1_000_000, Limit = 16_000_000 },
            Measure("c", 0.2, 11, 0.9, Fraction.Of(1, 3)),
        ],
        1200,
        1)
    {
        FirmCap = 3_000_000,
        Fund = Money,
    };

    // E[award] = firms x participation x (rate E[b; m <= b < k] + cap P(b >= k)) with k = cap / rate, spreads combined.
    [Fact]
    public void Capped_ManyReplications_IsTheClosedFormWithinFourStandardErrors()
    {
        var totals = RateSimulation.Run(Plan, 5, 0, 4000, 2);
        for (var measure = 0; measure < 3; measure++)
        {
            var seen = Means.Of(Column(totals, totals.Capped, measure));
            Assert.InRange(seen.Value - Expected(Plan.Measures[measure]), -4 * seen.StandardError, 4 * seen.StandardError);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Run_MoreThreads_GivesTheSameBits(int threads)
    {
        var (one, many) = (RateSimulation.Run(Plan, 5, 0, 300, 1), RateSimulation.Run(Plan, 5, 0, 300, threads));
        Assert.Equal(one.Paid, many.Paid);
        Assert.Equal(one.Gross, many.Gross);
        Assert.Equal(one.Demand, many.Demand);
        Assert.Equal(one.PaidClaims, many.PaidClaims);
    }

    [Fact]
    public void Run_InTwoParts_GivesTheSameBits()
    {
        var whole = RateSimulation.Run(Plan, 5, 0, 100, 2);
        var (first, second) = (RateSimulation.Run(Plan, 5, 0, 37, 2), RateSimulation.Run(Plan, 5, 37, 63, 2));
        Assert.Equal(whole.Paid, first.Paid.Concat(second.Paid));
    }

    [Fact]
    public void Run_Stopped_KeepsWhatIsComplete()
    {
        using var stop = new CancellationTokenSource();
        var part = RateSimulation.Run(Plan, 5, 0, 5000, 2, done => StopAfter(done, stop), stop.Token);
        Assert.InRange(part.Completed, 64, 4999);
        Assert.Equal(RateSimulation.Run(Plan, 5, 0, part.Completed, 1).Paid, part.Paid.Take(part.Completed * 3));
    }

    [Fact]
    public void Cuts_EveryReplication_StayInsideLimitAndFundByLessThanAYuanAClaim()
    {
        var totals = RateSimulation.Run(Plan, 5, 0, 200, 2);
        var (limits, funds) = (0, 0);
        for (var replication = 0; replication < 200; replication++)
        {
            var limited = totals.Row(totals.Demand, replication)[1];
            var claims = totals.Row(totals.Claims, replication);
            Assert.True(limited <= 16_000_000);
            if (limited > 16_000_000 - claims[1]) limits++;
            var (demand, paid) = (Sum(totals.Row(totals.Demand, replication)), Sum(totals.Row(totals.Paid, replication)));
            if (demand <= Money) Assert.Equal(demand, paid);
            else Assert.InRange(paid, Money + 1 - claims[0] - claims[1] - claims[2], Money);
            if (demand > Money) funds++;
        }

        Assert.InRange(limits, 20, 200);
        Assert.InRange(funds, 20, 180);
    }

    [Fact]
    public void Measure_Changed_LeavesTheDrawsOfTheOthers()
    {
        var reform = Plan with
        {
            FirmCap = null,
            Measures = [Plan.Measures[0] with { Participation = 0.5, Rate = Fraction.Of(1, 2) }, .. Plan.Measures.Skip(1)],
        };
        var (before, after) = (RateSimulation.Run(Plan, 5, 0, 50, 1), RateSimulation.Run(reform, 5, 0, 50, 1));
        Assert.Equal(Column(before, before.Capped, 1), Column(after, after.Capped, 1));
        Assert.NotEqual(Column(before, before.Capped, 0), Column(after, after.Capped, 0));
    }

    [Theory]
    [InlineData(1.0, 1200)]
    [InlineData(0.0, 0)]
    public void Firms_EveryoneOrNobody_TakesPart(double participation, int claims) =>
        Assert.Equal(
            new[] { claims, claims },
            RateSimulation.Run(Plan with { Measures = [Plan.Measures[0] with { Participation = participation }] }, 5, 0, 2, 1).Claims);

    [Fact]
    public void Unsuited_OutsideTheBounds_SaysWhy()
    {
        Assert.Null(RateSimulation.Unsuited(Plan));
        Assert.Contains(
            "10^14",
            RateSimulation.Unsuited(Plan with { Measures = [Plan.Measures[2] with { Base = new Lognormal(30, 1) }] }),
            StringComparison.Ordinal);
        Assert.Contains("2^53", RateSimulation.Unsuited(Plan with { FirmCap = 1L << 40 }), StringComparison.Ordinal);
        Assert.Contains(
            "million",
            RateSimulation.Unsuited(Plan with { Measures = [Plan.Measures[2] with { Rate = Fraction.Of(1, 1_000_003) }] }),
            StringComparison.Ordinal);
    }

    private static RateMeasure Measure(string name, double participation, double logMedian, double logSpread, Fraction rate) => new()
    {
        Participation = participation,
        TakeUp = Purpose.Named(name + "/take-up"),
        Base = new Lognormal(logMedian, logSpread),
        BaseDraw = Purpose.Named(name + "/base"),
        Loading = new FactorLoading(0, FactorSpread),
        Rate = rate,
    };

    private static double[] Column(RateTotals totals, double[] table, int measure) =>
        [.. Enumerable.Range(0, totals.Completed).Select(replication => table[(replication * totals.Measures) + measure])];

    private static double Sum(Span<double> row) => row.ToArray().Sum();

    private static void StopAfter(int done, CancellationTokenSource stop)
    {
        if (done >= 64) stop.Cancel();
    }

    // The factor keeps the mean, so the median falls by half its variance; rounding down costs half a yuan below the cap.
    private static double Expected(RateMeasure measure)
    {
        var law = new Lognormal(
            measure.Base.LogMedian - (0.5 * FactorSpread * FactorSpread),
            Math.Sqrt((measure.Base.LogSpread * measure.Base.LogSpread) + (FactorSpread * FactorSpread)));
        var (rate, cap) = (measure.Rate.ToDouble(), measure.Cap ?? 1e16);
        double below = measure.MinimumBase;
        var left = below == 0 ? 0 : MeanBelow(law, below) - (below * (1 - law.Cumulative(below)));
        return Plan.Firms * measure.Participation * (rate * (MeanBelow(law, cap / rate) - left));
    }

    // E[min(X, cap)] of a lognormal: its mean times Phi(z - spread), and the cap times Phi(-z), where z is the score of the cap.
    private static double MeanBelow(Lognormal law, double cap)
    {
        var score = (Math.Log(cap) - law.LogMedian) / law.LogSpread;
        return (law.Mean * NormalCurve.Cumulative(score - law.LogSpread)) + (cap * NormalCurve.Cumulative(-score));
    }
}
