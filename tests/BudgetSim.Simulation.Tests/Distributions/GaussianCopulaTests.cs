// Correlated draws have the correlations asked for; impossible tables are told with the pair and a way out.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Tests.Distributions;

public sealed class GaussianCopulaTests
{
    private static readonly string[] Names = ["sales", "loans", "staff"];
    private static readonly Place Where = new("pool.yaml", 9, 3);

    [Fact]
    public void Correlated_ManyScores_HasTheSpearmanCorrelationOfTheCopula()
    {
        var copula = GaussianCopula.Check(Names, [[1, 0.8, 0], [0.8, 1, -0.3], [0, -0.3, 1]], Where).Value!;
        var sums = new double[3];
        var draw = new double[3];
        const int draws = 40_000;
        for (var i = 0; i < draws; i++)
        {
            var stream = RandomStream.For(3, i, 0, new Purpose(1));
            double[] scores = [stream.Normal(0), stream.Normal(1), stream.Normal(2)];
            for (var name = 0; name < 3; name++) draw[name] = NormalCurve.Cumulative(copula.Correlated(name, scores));
            sums[0] += 12 * (draw[0] - 0.5) * (draw[1] - 0.5);
            sums[1] += 12 * (draw[1] - 0.5) * (draw[2] - 0.5);
            sums[2] += 12 * (draw[0] - 0.5) * (draw[2] - 0.5);
        }

        // Spearman's rho is 6/pi asin(r/2): 0.8 gives 0.7859, -0.3 gives -0.2876.
        Assert.Equal(0.7859, sums[0] / draws, 0.02);
        Assert.Equal(-0.2876, sums[1] / draws, 0.02);
        Assert.Equal(0, sums[2] / draws, 0.02);
    }

    [Fact]
    public void Check_ImpossibleTable_OffersTheNearest()
    {
        // Higham's example: 1 1 0 / 1 1 1 / 0 1 1 has the nearest correlation matrix 0.7607 and 0.1573.
        var fault = Assert.Single(GaussianCopula.Check(Names, [[1, 1, 0], [1, 1, 1], [0, 1, 1]], Where).Diagnostics);
        Assert.Equal("BS354", fault.Code);
        Assert.Contains("0.7607", fault.Hint, StringComparison.Ordinal);
        Assert.Contains("0.1573", fault.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Nearest_OfImpossible_HasACholeskyFactor() =>
        Assert.NotNull(GaussianCopula.Cholesky(CorrelationMatrix.Nearest([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])));

    [Fact]
    public void Check_EachFault_NamesThePair()
    {
        Assert.Equal("BS350", Code([[1, 0], [0, 1]]));
        Assert.Equal("BS351", Code([[1, 0, 0], [0, 0.9, 0], [0, 0, 1]]));
        Assert.Equal("BS352", Code([[1, 1.2, 0], [1.2, 1, 0], [0, 0, 1]]));
        Assert.Equal("BS353", Code([[1, 0.2, 0], [0.3, 1, 0], [0, 0, 1]]));
    }

    private static string Code(IReadOnlyList<IReadOnlyList<double>> rows) => GaussianCopula.Check(Names, rows, Where).Diagnostics[0].Code;
}
