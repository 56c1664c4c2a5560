// Standard errors and intervals of mirrored pairs against what many seeds show.
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Simulation.Tests.Statistics;

public sealed class MirroredPairsTests
{
    private const int Samples = 1000, Pairs = 200;

    // Outcomes that rise in both draws, that are large at both ends of a draw, and that have nothing to do with the mirror.
    private static readonly Dictionary<string, Func<double, double, double>> Outcomes = new()
    {
        ["rising"] = (u, v) => (u * u) + (0.5 * v),
        ["large at both ends"] = (u, v) => Math.Abs(u - 0.5) + (0.1 * v),
        ["nothing to do"] = (u, v) => ((u < 0.5 ? u : 1 - u) < 0.25) == (u < 0.5) ? v : 1 - v,
    };

    [Theory]
    [InlineData("rising")]
    [InlineData("large at both ends")]
    public void StandardError_OfManySeeds_IsTheSpreadOfTheirMeans(string outcome)
    {
        var estimates = Enumerable.Range(0, Samples).Select(seed => Means.Of(Sample(outcome, seed), inPairs: true)).ToList();
        var spread = Math.Sqrt(Means.Variance(
            [.. estimates.Select(estimate => estimate.Value)], estimates.Average(estimate => estimate.Value)));
        Assert.InRange(estimates.Average(estimate => estimate.StandardError) / spread, 0.9, 1.1); // 1,000 seeds know a deviation to 2.3 %
    }

    // A rising outcome's plain error is several times too wide, one that is large at both ends is too narrow by about the square root of 2.
    [Theory]
    [InlineData("rising", 2.5, 10)]
    [InlineData("large at both ends", 0.65, 0.8)]
    public void StandardError_TakenSinglyInstead_IsWrong(string outcome, double least, double most)
    {
        var sample = Sample(outcome, 1);
        Assert.InRange(Means.Of(sample, inPairs: false).StandardError / Means.Of(sample, inPairs: true).StandardError, least, most);
    }

    [Theory]
    [InlineData("rising", 0.5)]
    [InlineData("rising", 0.95)]
    [InlineData("large at both ends", 0.5)]
    [InlineData("large at both ends", 0.9)]
    [InlineData("nothing to do", 0.5)]
    public void QuantileInterval_OfManySeeds_CoversTheTrueOne(string outcome, double probability)
    {
        var truth = Truth(outcome, probability);
        var covered = Enumerable.Range(0, Samples)
            .Count(seed => SortedSample.Of(Sample(outcome, seed), inPairs: true).QuantileWithin(probability, 0.95).Interval.Covers(truth));
        Assert.InRange((double)covered / Samples, 0.92, 1); // 0.95 less four errors of 0.7 %
    }

    [Fact]
    public void QuantileInterval_OfAMedian_IsNarrowerThanThatOfSingleReplicationsForARisingOutcome()
    {
        var sample = Sample("rising", 3);
        var (single, pairs) =
            (SortedSample.Of(sample).QuantileWithin(0.5, 0.95).Interval,
             SortedSample.Of(sample, inPairs: true).QuantileWithin(0.5, 0.95).Interval);
        Assert.True(pairs.Width < 0.6 * single.Width, $"{pairs.Width:0.000} of {single.Width:0.000}");
    }

    // Both of a pair always alike: 400 replications are 200, and Wilson's interval is that of 200.
    [Fact]
    public void Proportion_OfPairsThatAreAlike_KnowsHalfAsMuch()
    {
        bool[] happened = [.. Enumerable.Range(0, 400).Select(number => number / 2 % 4 == 0)];
        var expected = Proportion.Of(50, 200, 0.95);
        var found = Proportion.Of(happened, 0.95, inPairs: true);
        Assert.Equal((0.25, expected.Interval.Low, expected.Interval.High), (found.Value, found.Interval.Low, found.Interval.High));
        Assert.Equal(Proportion.Of(100, 400, 0.95), Proportion.Of(happened, 0.95, inPairs: false));
    }

    // Exactly one of each pair: the mean does not vary at all, and a probability of a half stays in a little doubt.
    [Fact]
    public void VarianceFactor_OfPairsThatAreOpposite_IsSmallAndAboveNothing()
    {
        bool[] happened = [.. Enumerable.Range(0, 400).Select(number => number % 2 == 0)];
        Assert.Equal(0.02, MirroredPairs.VarianceFactor(happened), 12); // four pairs of 200
        Assert.Equal(1, MirroredPairs.VarianceFactor([true, true, true]));
        Assert.Equal(0, Means.Of([.. happened.Select(hit => hit ? 1.0 : 0)], inPairs: true).StandardError);
    }

    // Pairs (10,30), (20,40), (90,10) have the means 20, 30, 50: mean 100/3, variance (40/3)^2 + (10/3)^2 + (50/3)^2 over 2 = 700/3; the
    // seventh is in the mean only.
    [Fact]
    public void Fen_InPairs_HaveTheErrorOfThePairs()
    {
        var estimate = Means.OfFen([10, 30, 20, 40, 90, 10, 70], inPairs: true);
        Assert.Equal(270 / 7.0, estimate.Value, 12);
        Assert.Equal(Math.Sqrt(700 / 3.0 / 3), estimate.StandardError, 12);
    }

    private static double[] Sample(string outcome, int seed)
    {
        var sample = new double[2 * Pairs];
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (u, v) =
                (RandomStream.For((ulong)seed, pair, 0, new Purpose(1)).Uniform(0),
                 RandomStream.For((ulong)seed, pair, 0, new Purpose(2)).Uniform(0));
            (sample[2 * pair], sample[(2 * pair) + 1]) = (Outcomes[outcome](u, v), Outcomes[outcome](1 - u, 1 - v));
        }

        return sample;
    }

    // A grid of 400 by 400 midpoints.
    private static double Truth(string outcome, double probability)
    {
        var values = new double[160_000];
        for (var index = 0; index < values.Length; index++)
            values[index] = Outcomes[outcome](((index / 400) + 0.5) / 400, ((index % 400) + 0.5) / 400);
        Array.Sort(values);
        return values[(int)(probability * values.Length)];
    }
}
