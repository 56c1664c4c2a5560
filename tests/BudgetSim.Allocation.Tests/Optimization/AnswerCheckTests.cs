// No answer passes that breaks a row, misstates the objective or lacks its proof.
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.Allocation.Tests.Optimization;

public sealed class AnswerCheckTests
{
    // Maximise 5a + 4b + 3c with 2a + 3b + c <= 5 over choices: the best is a and b, worth 9.
    private static LinearModel Knapsack()
    {
        var builder = new LinearModelBuilder();
        int[] items = [builder.AddBoolean(5), builder.AddBoolean(4), builder.AddBoolean(3)];
        builder.AddRow(double.NegativeInfinity, 5, items, [2, 3, 1]);
        return builder.Build(maximise: true);
    }

    private static SolverAnswer Answer(double bound, params double[] values) =>
        new() { Status = SolverStatus.Optimal, Values = [.. values], Objective = 1, Bound = bound };

    [Fact]
    public void Certify_BestValuesWithTightBound_IsOptimalWithRecomputedObjective()
    {
        var certified = AnswerCheck.Certify(Knapsack(), Answer(9.3, 1, 0.9999999, 0));
        Assert.Equal((SolverStatus.Optimal, 9.0, 9.0, true), (certified.Status, certified.Objective, certified.Bound, certified.IsChecked));
        Assert.Equal([1.0, 1.0, 0.0], certified.Values);
    }

    [Fact]
    public void Certify_BoundAWholeUnitAway_IsOnlyFeasible()
    {
        var certified = AnswerCheck.Certify(Knapsack(), Answer(9.3, 1, 0, 1));
        Assert.Equal((SolverStatus.Feasible, 8.0, 9.0), (certified.Status, certified.Objective, certified.Bound));
        Assert.Contains("bound does not meet", certified.Message);
    }

    [Fact]
    public void Certify_BoundBelowTheObjective_IsNotBelieved()
    {
        var certified = AnswerCheck.Certify(Knapsack(), Answer(7, 1, 0, 1));
        Assert.Equal((SolverStatus.Feasible, double.PositiveInfinity), (certified.Status, certified.Bound));
        Assert.Contains("contradicts", certified.Message);
    }

    [Fact]
    public void Certify_BrokenRow_FailsAndNamesIt()
    {
        var certified = AnswerCheck.Certify(Knapsack(), Answer(12, 1, 1, 1));
        Assert.Equal((SolverStatus.Failed, "row 0 is 6, outside -Infinity to 5"), (certified.Status, certified.Message));
    }

    [Theory]
    [InlineData(0.4, "")]
    [InlineData(1.4, "")]
    [InlineData(2.0, "variable 0 is 2, outside 0 to 1")]
    public void Certify_WholeNumberVariable_IsRoundedThenHeldToItsBounds(double value, string fault) =>
        Assert.Equal(fault, AnswerCheck.Verify(Knapsack(), [Math.Round(value), 0, 0]).Fault);

    [Fact]
    public void Verify_AmountsBeyondDoublePrecision_AreCheckedExactly()
    {
        // 2^53 + 1 is not a double: only exact sums see that the row is one too high.
        var builder = new LinearModelBuilder();
        int[] items = [builder.AddBoolean(), builder.AddBoolean()];
        builder.AddRow(0, 1L << 53, items, [1L << 53, 1]);
        Assert.False(AnswerCheck.Verify(builder.Build(maximise: true), [1, 1]).IsFeasible);
    }

    [Fact]
    public void Verify_ContinuousValues_MayMissByTheToleranceOnly()
    {
        var builder = new LinearModelBuilder();
        builder.AddRow(0, 100, [builder.AddContinuous(0, 1000, 1)], [1]);
        var model = builder.Build(maximise: true);
        Assert.True(AnswerCheck.Verify(model, [100.00001]).IsFeasible);
        Assert.False(AnswerCheck.Verify(model, [100.001]).IsFeasible);
    }
}
