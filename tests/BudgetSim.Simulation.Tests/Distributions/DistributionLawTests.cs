// Every distribution obeys the same laws: its draws have its moments and quantiles, and quantile and cumulative undo each other.
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Tests.Distributions;

public sealed class DistributionLawTests
{
    private const int Draws = 40_000;

    // Mean and variance by hand from the textbook.
    private static readonly Dictionary<string, (Distribution Law, double Mean, double Variance)> Laws = new()
    {
        ["uniform"] = (new Uniform(3, 8), 5.5, 25.0 / 12),
        ["whole"] = (new DiscreteUniform(1, 6), 3.5, 35.0 / 12),
        ["normal"] = (new Normal(10, 3), 10, 9),
        ["lognormal"] = (new Lognormal(1, 0.5), 3.0802168489180315, 2.694758124305585),
        ["lognormal of mean 5 and deviation 2"] = (Lognormal.FromMeanAndDeviation(5, 2), 5, 4),
        ["gamma of shape 0.5"] = (new Gamma(0.5, 4), 2, 8),
        ["gamma of shape 9"] = (new Gamma(9, 0.5), 4.5, 2.25),
        ["gamma of mean 3 and deviation 1"] = (Gamma.FromMeanAndDeviation(3, 1), 3, 1),
        ["beta 2, 5"] = (new Beta(2, 5), 2.0 / 7, 10.0 / (49 * 8)),
        ["beta 0.5, 0.5"] = (new Beta(0.5, 0.5), 0.5, 0.125),
        ["beta of mean 0.6 and deviation 0.1"] = (Beta.FromMeanAndDeviation(0.6, 0.1), 0.6, 0.01),
        ["PERT"] = (Beta.Pert(1, 2, 5), 14.0 / 6, 16.0 * 2 * 4 / (36 * 7)),
        ["triangular"] = (new Triangular(1, 2, 5), 8.0 / 3, 13.0 / 18),
        ["Poisson 40"] = (new Poisson(40), 40, 40),
        ["Poisson 0.7"] = (new Poisson(0.7), 0.7, 0.7),
        ["binomial"] = (new Binomial(50, 0.3), 15, 10.5),
        ["negative binomial"] = (new NegativeBinomial(40, 10), 40, 100),
        ["negative binomial with its mode at 0"] = (new NegativeBinomial(2, 3), 2, 9),
        ["list"] = (new Empirical([(500, 0.5), (800, 0.3), (1000, 0.2)]), 690, 40900),
        ["Pareto tail"] = (new ParetoTail(new Lognormal(0, 0.8), 0.9, 5.5), double.NaN, double.NaN),
    };

    public static TheoryData<string> Names => [.. Laws.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Moments_AnyLaw_AreThoseOfTheTextbook(string name)
    {
        var (law, mean, variance) = Laws[name];
        if (double.IsNaN(mean)) (mean, variance) = MomentsByIntegration(law);
        Assert.Equal(1, law.Mean / mean, 3e-6);
        Assert.Equal(1, law.Variance / variance, 1e-4);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_ManyDraws_HasMeanAndVarianceWithinFourStandardErrors(string name)
    {
        var law = Laws[name].Law;
        var draws = Sample(law);
        var squares = Array.ConvertAll(draws, draw => (draw - law.Mean) * (draw - law.Mean));
        Assert.InRange(draws.Average() - law.Mean, -4 * Math.Sqrt(law.Variance / Draws), 4 * Math.Sqrt(law.Variance / Draws));
        var spread = Math.Sqrt(squares.Average(square => square * square) / Draws);
        Assert.InRange(squares.Average() - law.Variance, -4 * spread, 4 * spread);
    }

    // Kolmogorov: sqrt(n) D exceeds 2.2 once in eight thousand; for counts the bound is safe.
    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_ManyDraws_IsCloseToTheCumulative(string name)
    {
        var law = Laws[name].Law;
        var draws = Sample(law);
        Array.Sort(draws);
        var distance = 0.0;
        for (var i = 0; i < Draws; i++)
        {
            if (i + 1 < Draws && draws[i + 1] == draws[i]) continue;
            distance = Math.Max(distance, Math.Abs(law.Cumulative(draws[i]) - ((i + 1.0) / Draws)));
        }

        Assert.InRange(distance, 0, 2.2 / Math.Sqrt(Draws));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Quantile_AnyShare_IsTheLeastValueThatReachesIt(string name)
    {
        var law = Laws[name].Law;
        foreach (var share in new[] { 1e-6, 0.001, 0.05, 0.3, 0.5, 0.77, 0.9, 0.95, 0.999, 1 - 1e-6 })
        {
            var value = law.Quantile(share);
            Assert.True(law.Cumulative(value) >= share - 1e-11, $"{name}: {share}");
            Assert.True(law.Cumulative(value - (1e-6 * Math.Max(1e-3, Math.Abs(value)))) <= share + 1e-11, $"{name}: {share}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_AnyUniform_IsTheQuantileWithinATenMillionth(string name)
    {
        var law = Laws[name].Law;
        for (var i = 1; i < 400; i++)
        {
            var quantile = law.Quantile(i / 400.0);
            Assert.Equal(quantile, law.Draw(i / 400.0), 1e-7 * Math.Max(Math.Abs(quantile), 1e-9));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_ALargerUniform_IsNeverLess(string name)
    {
        var law = Laws[name].Law;
        var last = law.Draw(1e-12);
        for (var i = 1; i < 4000; i++)
        {
            var draw = law.Draw(i / 4000.0);
            Assert.True(draw >= last - (1e-12 * Math.Abs(last)), $"{name}: {draw} after {last}");
            last = draw;
        }
    }

    // The ends that each law says it has; infinite where it has none.
    [Theory]
    [InlineData("uniform", 3, 8)]
    [InlineData("whole", 1, 6)]
    [InlineData("lognormal", 0, double.PositiveInfinity)]
    [InlineData("gamma of shape 0.5", 0, double.PositiveInfinity)]
    [InlineData("beta 2, 5", 0, 1)]
    [InlineData("beta 0.5, 0.5", 0, 1)]
    [InlineData("PERT", 1, 5)]
    [InlineData("triangular", 1, 5)]
    [InlineData("Poisson 0.7", 0, double.PositiveInfinity)]
    [InlineData("binomial", 0, 50)]
    [InlineData("negative binomial", 0, double.PositiveInfinity)]
    [InlineData("list", 500, 1000)]
    public void Draw_AtTheEnds_StaysInTheSupport(string name, double low, double high)
    {
        var law = Laws[name].Law;
        foreach (var uniform in new[] { Math.Pow(2, -53), 1e-9, 1 - 1e-9, 1 - Math.Pow(2, -53) })
            Assert.InRange(law.Draw(uniform), low, high);
        Assert.Equal(0, law.Cumulative(low - 1e-9 - (Math.Abs(low) * 1e-9)));
        if (double.IsFinite(high)) Assert.Equal(1, law.Cumulative(high));
    }

    [Fact]
    public void Fixed_AnyUniform_IsTheOneValue()
    {
        var law = new Fixed(7);
        Assert.Equal(
            (7.0, 0.0, 7.0, 7.0, 0.0, 1.0),
            (law.Mean, law.Variance, law.Draw(1e-9), law.Quantile(0.999), law.Cumulative(6.999), law.Cumulative(7)));
    }

    [Fact]
    public void Sample_NewStreamOfTheSameName_GivesTheSameDraw() =>
        Assert.Equal(
            new Gamma(2, 3).Sample(RandomStream.For(1, 2, 3, new Purpose(4)), 5),
            new Gamma(2, 3).Sample(RandomStream.For(1, 2, 3, new Purpose(4)), 5));

    [Fact]
    public void Lognormal_MedianAndP90_HasBoth()
    {
        var law = Lognormal.FromMedianAndQuantile(9_000_000, 60_000_000, 0.9);
        Assert.Equal(9_000_000, law.Quantile(0.5), 1e-5);
        Assert.Equal(60_000_000, law.Quantile(0.9), 1e-4);
    }

    private static double[] Sample(Distribution law)
    {
        var stream = RandomStream.For(7, 0, 0, Purpose.Named("law"));
        return [.. Enumerable.Range(0, Draws).Select(i => law.Sample(stream, i))];
    }

    // Midpoints in the share, refined towards 1 where the tail is.
    private static (double Mean, double Variance) MomentsByIntegration(Distribution law)
    {
        var (mean, square) = (0.0, 0.0);
        foreach (var (from, to) in Enumerable.Range(0, 40).Select(k => (1 - Math.Pow(0.5, k), 1 - Math.Pow(0.5, k + 1))))
        {
            for (var i = 0; i < 1000; i++)
            {
                var value = law.Quantile(from + ((to - from) * (i + 0.5) / 1000));
                mean += value * (to - from) / 1000;
                square += value * value * (to - from) / 1000;
            }
        }

        return (mean, square - (mean * mean));
    }
}
