// Splits of money sum exactly.
using BudgetSim.Core.Quantities;
using BudgetSim.Tests;
using FsCheck.Fluent;

namespace BudgetSim.Core.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void SplitBy_FiveFenNineWays_GivesFiveSharesOfOneFen()
    {
        var parts = new Money(5).SplitBy([1, 1, 1, 1, 1, 1, 1, 1, 1]);
        Assert.Equal([1L, 1, 1, 1, 1, 0, 0, 0, 0], parts.Select(part => part.Fen));
    }

    [Fact]
    public void SplitBy_AnyWeights_SumsToTheWhole()
    {
        var cases = from fen in Gen.Choose(0, 1_000_000)
                    from weights in Gen.ListOf(Gen.Choose(0, 1000))
                    where weights.Sum() > 0
                    select (fen, weights: weights.Select(weight => (long)weight).ToList());
        Laws.Hold(cases, drawn => new Money(drawn.fen).SplitBy(drawn.weights).Sum(part => part.Fen) == drawn.fen);
    }

    [Fact]
    public void ToString_Negative_KeepsItsSign() => Assert.Equal("-0.03", new Money(-3).ToString());
}
