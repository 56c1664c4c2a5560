// What a split falls short by, worked by hand: four years, two clauses with 5 yuan each.
using BudgetSim.Allocation.FundSplit;

namespace BudgetSim.Allocation.Tests.FundSplit;

public sealed class SplitShortfallTests
{
    /// <summary>
    /// Demand (10, 0), (0, 10), (10, 10), (0, 0). Without transfers the years fall short by 5, 5, 10, 0: mean 5, worst half (10 + 5) / 2,
    /// worst quarter 10. A clause without demand may hand over 20 % of its 5 yuan, so the first two years fall short by 4.
    /// </summary>
    [Theory]
    [InlineData(SplitAim.ExpectedShortfall, 0.5, 0, 5)]
    [InlineData(SplitAim.ConditionalValueAtRisk, 0.5, 0, 7.5)]
    [InlineData(SplitAim.ConditionalValueAtRisk, 0.75, 0, 10)]
    [InlineData(SplitAim.ConditionalValueAtRisk, 0, 0, 5)]
    [InlineData(SplitAim.ExpectedShortfall, 0.5, 0.2, 4.5)]
    [InlineData(SplitAim.ConditionalValueAtRisk, 0.5, 0.2, 7)]
    public void Of_FourYears_IsTheMeanOfAllOrOfTheWorst(SplitAim aim, double level, double transfers, double expected)
    {
        var problem = new FundSplitProblem(
            10, [new("a", 0, 10), new("b", 0, 10)], new long[,] { { 10, 0 }, { 0, 10 }, { 10, 10 }, { 0, 0 } })
        {
            Aim = aim,
            Level = level,
            TransferShare = transfers,
        };
        Assert.Equal(expected, SplitShortfall.Of(problem, [5, 5]), 9);
    }
}
