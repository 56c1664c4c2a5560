// Participants found by gaps are Bernoulli trials; factors spread over replications as promised.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Tests.Random;

public sealed class SkipSamplingTests
{
    private static readonly Purpose Gaps = Purpose.Named("gaps");

    // 4000 replications of 500 trials at 3 %: mean 15, variance 14.55; each subject is drawn 120 times on average.
    [Fact]
    public void Participants_ManyReplications_AreBinomialAndUniform()
    {
        var hits = new int[500];
        var counts = new double[4000];
        for (var replication = 0; replication < 4000; replication++)
        {
            foreach (var subject in SkipSampling.Participants(new RowStream(1, replication, 0, Gaps), 0.03, 500))
            {
                hits[subject]++;
                counts[replication]++;
            }
        }

        Assert.InRange(counts.Average(), 15 - 0.25, 15 + 0.25);
        Assert.InRange(counts.Average(count => (count - 15) * (count - 15)), 14.55 - 1.4, 14.55 + 1.4);
        Assert.InRange(hits.Sum(hit => (hit - 120.0) * (hit - 120.0) / 116.4), 500 - 130, 500 + 130);
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(1.0, 7)]
    public void Participants_CertainOrImpossible_AreAllOrNone(double probability, int expected) =>
        Assert.Equal(expected, SkipSampling.Participants(new RowStream(1, 0, 0, Gaps), probability, 7).Count());

    [Fact]
    public void Factor_Antithetic_MirrorsThePair() =>
        Assert.Equal(
            1.0, FactorDraws.Uniform(9, 6, 0, FactorSampling.Antithetic) + FactorDraws.Uniform(9, 7, 0, FactorSampling.Antithetic));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Factor_EvenlySpread_FillsEveryThousandthNearlyEqually(int dimension)
    {
        var bins = new int[100];
        for (var replication = 0; replication < 10_000; replication++)
            bins[(int)(FactorDraws.Uniform(9, replication, dimension, FactorSampling.EvenlySpread) * 100)]++;
        Assert.All(bins, bin => Assert.InRange(bin, dimension == 0 ? 97 : 70, dimension == 0 ? 103 : 130));
    }
}
