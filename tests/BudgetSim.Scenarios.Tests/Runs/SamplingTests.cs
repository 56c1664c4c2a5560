// Mirrored replications against independent ones, and the drivers of the variance, where the truth is known.
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Scenarios.Tests.Runs;

public sealed class SamplingTests
{
    private const double Award = 200_000;

    // 200,000 yuan for each of a Poisson number with mean 30: 6 million, variance 30 x 200,000^2.
    [Fact]
    public void Antithetic_PoissonNumberOfAwards_NeedsATenthOfTheReplications()
    {
        var mirrored = Outlay("sampling: antithetic\n");
        var estimate = Means.OfMirroredPairs(mirrored);
        Assert.InRange(estimate.Value, (30 * Award) - (4 * estimate.StandardError), (30 * Award) + (4 * estimate.StandardError));
        var independent = Math.Sqrt(30 * Award * Award / mirrored.Length);
        Assert.True(
            estimate.StandardError * estimate.StandardError < 0.1 * independent * independent,
            $"variance ratio {Math.Pow(estimate.StandardError / independent, 2):0.000}");
    }

    [Fact]
    public void Antithetic_EveryOtherReplication_IsADifferentDrawOfTheSameDistribution()
    {
        var (plain, mirrored) = (Outlay(""), Outlay("sampling: antithetic\n"));
        Assert.Equal(plain.Take(1000), mirrored.Where((_, number) => number % 2 == 0));
        Assert.InRange(Means.Variance([.. mirrored.Where((_, number) => number % 2 == 1)], 30 * Award) / (30 * Award * Award), 0.8, 1.2);
    }

    [Fact]
    public void Stream_OfTheMirror_IsOneMinusTheOther()
    {
        var (stream, mirror) = (RandomStream.For(5, 3, 7, new Purpose(1)), RandomStream.For(5, 3 | RandomStream.Mirror, 7, new Purpose(1)));
        for (var index = 0; index < 40; index++) Assert.Equal(1 - stream.Uniform(index), mirror.Uniform(index));
    }

    // A crowd is mirrored too: the claimants of measures with a take-up of 5 % are found by jumps, whose lengths are mirrored. The outlay
    // is 200,000 for each of a binomial number (600, 5 %). Two mirrored exponential lengths are correlated by 1 - pi^2/6 = -0.64, so the
    // error is about sqrt(0.36) = 0.6 of the usual one.
    [Fact]
    public void Antithetic_Crowd_IsMirroredToo()
    {
        var pool = SmallScenario.Pool(count: "600").Replace("take_up: 100%", "take_up: 5%", StringComparison.Ordinal);
        double[] outlay = [.. SmallScenario.Outlay(SmallScenario.Run(
            SmallScenario.Header + "replications: 2000\nsampling: antithetic\n", pool)).Select(
            yuan => (double)yuan)];
        var (pairs, single) = (Means.Of(outlay, inPairs: true), Award * Math.Sqrt(600 * 0.05 * 0.95 / outlay.Length));
        Assert.InRange(pairs.Value, (30 * Award) - (4 * single), (30 * Award) + (4 * single));
        Assert.True(pairs.StandardError < 0.7 * single, $"{pairs.StandardError / single:0.00} of the error of independent replications");
    }

    // Ten certain awards times a payout ratio: all variance is the ratio's. A Poisson number of certain awards: all is the number's.
    [Theory]
    [InlineData("10", "payout_ratio: between 50% and 100%\n", InputKind.Payout)]
    [InlineData("about 30 a year", "", InputKind.Count)]
    public void Variance_OfOneUncertainInput_IsAllItsOwn(string count, string settings, InputKind kind)
    {
        var forecast = SmallScenario.Run(SmallScenario.Header + "replications: 1000\n" + settings, SmallScenario.Pool(count: count));
        var drivers = InputDrivers.Of(forecast);
        var outlay = SmallScenario.Outlay(forecast).Select(yuan => (double)yuan).ToArray();
        var shares = VarianceShares.Of(outlay, [.. drivers.Select(driver => ($"{driver.Kind}", driver.Values))], 20);
        Assert.InRange(shares.Single(share => share.Driver == $"{kind}").Share, 0.97, 1);
    }

    private static double[] Outlay(string sampling) =>
        [.. SmallScenario.Outlay(SmallScenario.Run(
            SmallScenario.Header + "replications: 2000\n" + sampling, SmallScenario.Pool(count: "about 30 a year"))).Select(
            yuan => (double)yuan)];
}
