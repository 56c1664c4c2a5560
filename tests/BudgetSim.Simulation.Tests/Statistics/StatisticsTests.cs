// Statistics give the answers of hand calculation, and their intervals cover as often as they say.
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Simulation.Tests.Statistics;

public sealed class StatisticsTests
{
    private static readonly Purpose Use = Purpose.Named("statistics");

    // 2, 4, 9: mean 5, squares 9 + 1 + 16 = 26, variance 13, standard error sqrt(13/3).
    [Fact]
    public void Means_ThreeValues_AreThoseOfHandCalculation()
    {
        Assert.Equal(new Estimate(5, Math.Sqrt(13.0 / 3)), Means.Of([2, 4, 9]));
        Assert.Equal(new Estimate(5, Math.Sqrt(13.0 / 3)), Means.OfFen([2, 4, 9]));
    }

    // A spread of one fen on top of 90 trillion yuan: squares beyond 2^104, differences exact.
    [Fact]
    public void MeansOfFen_HugeAmounts_LoseNothing() =>
        Assert.Equal(
            new Estimate(9e15 + 1, Math.Sqrt(1.0 / 3)), Means.OfFen([9_000_000_000_000_000, 9_000_000_000_000_001, 9_000_000_000_000_002]));

    [Fact]
    public void CompensatedSum_LargeAndSmall_KeepsTheSmall() => Assert.Equal(2, CompensatedSum.Of([1, 1e100, 1, -1e100]));

    [Fact]
    public void MirroredPairs_ExactMirrors_HaveNoError() => Assert.Equal(new Estimate(5, 0), Means.OfMirroredPairs([1, 9, 4, 6, 5, 5, 77]));

    [Fact]
    public void Quantile_TenValues_IsTheOrderStatistic()
    {
        var sample = SortedSample.OfFen([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
        Assert.Equal([1.0, 5, 9, 10], new[] { 0.05, 0.5, 0.9, 0.95 }.Select(sample.Quantile));
    }

    // n = 10, median: P(2 <= Bin(10, 1/2) <= 8) = 1 - 22/1024 = 97.9 %: the 2nd and the 9th value.
    [Fact]
    public void QuantileWithin_MedianOfTen_IsSecondToNinth() =>
        Assert.Equal(new Interval(2, 9), SortedSample.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).QuantileWithin(0.5, 0.95).Interval);

    [Fact]
    public void QuantileWithin_TooFewValues_IsOpenAbove() =>
        Assert.Equal(double.PositiveInfinity, SortedSample.Of([1, 2, 3]).QuantileWithin(0.95, 0.95).Interval.High);

    // Three standard errors of 2,000 trials at 95 % are 1.5 points; the ranks guarantee at least 95 %.
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void QuantileWithin_ManySamples_CoversTheTruthAsOftenAsItSays(double probability)
    {
        var law = new Lognormal(0, 1);
        var truth = law.Quantile(probability);
        var hits = Enumerable.Range(0, 2000).Count(k => Sample(law, k, 200).QuantileWithin(probability, 0.95).Interval.Covers(truth));
        Assert.InRange(hits / 2000.0, 0.935, 0.985);
    }

    // The worst quarter of ten values: 10, 9 and half of 8, over 2.5.
    [Fact]
    public void TailMean_WorstQuarter_TakesTheBoundaryInPart() =>
        Assert.Equal((10 + 9 + (0.5 * 8)) / 2.5, SortedSample.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).TailMean(0.75), 1e-12);

    [Fact]
    public void CountAbove_LimitInTheSample_ExcludesIt() => Assert.Equal(2, SortedSample.Of([1, 2, 2, 3, 4]).CountAbove(2));

    // Wilson at 1.96 for 0 of 10: upper end z^2 / (10 + z^2) = 3.8415 / 13.8415.
    [Fact]
    public void Proportion_NothingSeen_HasWilsonsUpperEnd()
    {
        var proportion = Proportion.Of(0, 10, 0.95);
        Assert.Equal(0, proportion.Interval.Low);
        Assert.Equal(0.27753, proportion.Interval.High, 1e-5);
    }

    [Fact]
    public void Shortage_FourReplications_CountsCutsAndRatios()
    {
        var shortage = Shortage.Of([100, 200, 0, 400], [100, 150, 0, 200], 0.95);
        Assert.Equal(0.5, shortage.Probability.Value);
        Assert.Equal(62.5, shortage.ExpectedShortfall.Value);
        Assert.Equal((1 + 0.75 + 1 + 0.5) / 4, shortage.MeanRatio.Value);
        Assert.Equal(0.5, shortage.Ratios.Quantile(0.25));
    }

    // Y = 3A + 4B + 0C of independent normals: 9/25, 16/25 and 0; the standard error at 20,000 is below 1 %.
    [Fact]
    public void VarianceShares_LinearOutcome_AreTheSquaresOfItsWeights()
    {
        var drivers = new[] { "A", "B", "C" }.Select((name, i) => (name, Normals(i))).ToList();
        var outcome = drivers[0].Item2.Zip(drivers[1].Item2, (a, b) => (3 * a) + (4 * b)).ToArray();
        var shares = VarianceShares.Of(outcome, drivers);
        Assert.Equal(["B", "A", "C"], shares.Select(share => share.Driver));
        Assert.Equal(0.64, shares[0].Share, 0.03);
        Assert.Equal(0.36, shares[1].Share, 0.03);
        Assert.Equal(0, shares[2].Share, 0.01);
    }

    [Fact]
    public void PairedDifference_SameShiftEverywhere_HasNoError()
    {
        var difference = PairedDifference.OfFen([10, 500, 30], [13, 503, 33], 0.95);
        Assert.Equal(new Estimate(3, 0), difference.Mean);
        Assert.Equal((1.0, 0.0), (difference.ShareHigher, difference.ShareLower));
    }

    [Theory]
    [InlineData(new long[] { 5, 5, 5, 5 }, 0)]
    [InlineData(new long[] { 0, 0, 0, 8 }, 0.75)]
    [InlineData(new long[] { 1, 3 }, 0.25)]
    [InlineData(new long[] { 0, 0 }, 0)]
    public void Gini_KnownSplits_AreKnown(long[] fen, double gini) => Assert.Equal(gini, Inequality.Of(fen).Gini, 1e-15);

    [Fact]
    public void TopShare_OneOfTen_IsTheLargestAmount()
    {
        var inequality = Inequality.Of([1, 1, 1, 1, 1, 1, 1, 1, 1, 11]);
        Assert.Equal(0.55, inequality.TopShare(0.1), 1e-12);
        // The lowest five of ten hold 5 of 20.
        Assert.Equal(0.75, inequality.TopShare(0.5), 1e-12);
    }

    [Fact]
    public void PrecisionRule_WidthReached_IsMet()
    {
        var totals = Enumerable.Range(0, 10_000).Select(i => 1_000_000L + i).ToArray();
        Assert.True(new PrecisionRule(0.95, 0.001, 0.95, 100, 1_000_000).IsMet(totals));
        Assert.False(new PrecisionRule(0.95, 0.00001, 0.95, 100, 1_000_000).IsMet(totals));
        Assert.False(new PrecisionRule(0.95, 0.1, 0.95, 100, 1_000_000).IsMet(totals.AsSpan(0, 99)));
        Assert.True(new PrecisionRule(0.95, 0.00001, 0.95, 100, 10_000).IsMet(totals));
    }

    [Fact]
    public void Pinball_BelowAndAbove_WeighsBySide() =>
        Assert.Equal((0.9 * 5, 0.1 * 5), (ForecastScore.Pinball(0.9, 10, 15), Math.Round(ForecastScore.Pinball(0.9, 10, 5), 12)));

    private static SortedSample Sample(Distribution law, int replication, int count)
    {
        var stream = RandomStream.For(11, replication, 0, Use);
        return SortedSample.Of([.. Enumerable.Range(0, count).Select(i => law.Sample(stream, i))]);
    }

    private static double[] Normals(int subject)
    {
        var stream = RandomStream.For(5, 0, subject, Use);
        return [.. Enumerable.Range(0, 20_000).Select(stream.Normal)];
    }
}
