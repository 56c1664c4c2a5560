// Distributions read as written, and each fault is told with its place.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Simulation.Tests.Distributions;

public sealed class DistributionTextTests
{
    private static readonly Place Where = new("pool.yaml", 4, 11);

    public static TheoryData<string, Distribution> Forms => new()
    {
        { "median 900万, p90 6000万", Lognormal.FromMedianAndQuantile(9e6, 6e7, 0.9) },
        { "lognormal median 900万 p90 6000万", Lognormal.FromMedianAndQuantile(9e6, 6e7, 0.9) },
        { "中位数 900万, 九成分位 6000万", Lognormal.FromMedianAndQuantile(9e6, 6e7, 0.9) },
        { "lognormal mean 5 sd 2", Lognormal.FromMeanAndDeviation(5, 2) },
        { "between 3 and 8", new Uniform(3, 8) },
        { "3 到 8 之间", new Uniform(3, 8) },
        { "whole 1 to 6", new DiscreteUniform(1, 6) },
        { "about 40 a year", new Poisson(40) },
        { "每年约 40 家", new Poisson(40) },
        { "poisson 40", new Poisson(40) },
        { "min 1 mode 2 max 5", Beta.Pert(1, 2, 5) },
        { "最小 1 最可能 2 最大 5", Beta.Pert(1, 2, 5) },
        { "triangular 1 2 5", new Triangular(1, 2, 5) },
        { "500万: 0.5, 800万: 30%, 1000万: 1/5", new Empirical([(5e6, 0.5), (8e6, 0.3), (1e7, 0.2)]) },
        { "1, 2, 3", new Empirical([(1, 1), (2, 1), (3, 1)]) },
        { "beta mean 60% sd 0.1", Beta.FromMeanAndDeviation(0.6, 0.1) },
        { "normal mean 10 variance 9", new Normal(10, 3) },
        { "gamma mean 3 sd 1", Gamma.FromMeanAndDeviation(3, 1) },
        { "binomial trials 50 probability 30%", new Binomial(50, 0.3) },
        { "negative-binomial mean 40 sd 10", new NegativeBinomial(40, 10) },
        { "median 1 p90 4 tail 2.5 above p95", new ParetoTail(Lognormal.FromMedianAndQuantile(1, 4, 0.9), 0.95, 2.5) },
        { "1,200.50万元", new Fixed(12_005_000) },
        { "８％", new Fixed(0.08) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Parse_WrittenForm_MakesTheDistribution(string text, Distribution expected)
    {
        var loaded = DistributionText.Parse(text, Where);
        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(expected, loaded.Value);
    }

    [Fact]
    public void Parse_TwoShares_PassesThroughBoth()
    {
        var law = DistributionText.Parse("p10 1万, p90 100万", Where).Value!;
        Assert.Equal(10_000, law.Quantile(0.1), 1e-6);
        Assert.Equal(1_000_000, law.Quantile(0.9), 1e-4);
    }

    [Theory]
    [InlineData("", "4:11: error BS342: there is no distribution here")]
    [InlineData("meidan 9, p90 60", "4:11: error BS340: 'meidan' is not a word of distributions; did you mean 'median'?")]
    [InlineData("median 9x, p90 60", "4:18: error BS341: '9x' is not a number")]
    [InlineData("median 60, p90 9", "4:26: error BS346: p90 is not above the median; give a larger value, or exchange the two")]
    [InlineData("median 60, p10 90", "4:26: error BS346: p10 is not between 0 and the median")]
    [InlineData("median 60", "4:11: error BS343: 'lognormal' needs a second point such as 'p90'")]
    [InlineData("normal mean 5 variance -1", "4:34: error BS346: the variance is not above 0")]
    [InlineData("500万: 0.5, 800万: 0.3", "4:11: error BS347: the weights sum to 0.8, not 1")]
    [InlineData("5: 1.5, 8: -0.5", "4:22: error BS346: the weight is -0.5")]
    [InlineData("5: 0.5 8", "4:18: error BS343: a list needs 'value: weight' at '8'")]
    [InlineData("mean 5 sd 2", "4:11: error BS348: 'mean' with 'sd' does not say which distribution is meant")]
    [InlineData("between 8 and 3", "4:25: error BS346: the upper end is not above the lower end")]
    [InlineData("min 1 mode 9 max 5", "4:22: error BS346: the likeliest value is outside the range")]
    [InlineData("beta mean 0.5 sd 0.6", "4:28: error BS346: no share between 0 and 1 spreads that far")]
    [InlineData("median 9 p90 60 p95 80", "4:31: error BS344: 'lognormal' has no use for 'p95'")]
    [InlineData("median 9 median 10 p90 60", "4:20: error BS345: 'median' is given twice")]
    [InlineData("negative-binomial mean 40 sd 2", "4:40: error BS346: the variance is not above the mean")]
    [InlineData("poisson 100000000000000", "4:11: error BS349: a count with a standard deviation of 10000000 is too wide to tabulate")]
    [InlineData("median 1 p90 4 tail 0.9 above p95", "4:31: error BS346: a tail index of 1 or less has no finite mean")]
    [InlineData("中位术 9, p90 60", "4:11: error BS340: '中位术' is not a word of distributions; did you mean '中位'?")]
    public void Parse_Fault_IsToldWithItsPlace(string text, string expected)
    {
        var loaded = DistributionText.Parse(text, Where);
        Assert.Null(loaded.Value);
        Assert.Contains(loaded.Diagnostics, fault => fault.ToString().StartsWith("pool.yaml:" + expected, StringComparison.Ordinal));
    }
}
