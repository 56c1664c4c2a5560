// Linear models whose optimum and duals are worked out by hand.
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.OrTools.Tests;

[Collection(nameof(SharedEngine))]
public sealed class SimplexTests(SharedEngine shared)
{
    private const double None = double.PositiveInfinity;

    // Maximise 3x + 2y with x + y <= 4, x + 3y <= 6, 0 <= x <= 3: the corner is (3, 1), worth 11. One more unit in the first
    // row gives y one more unit (2); the second row has slack (0); one more unit of x takes one of y (3 - 2 = 1).
    [Fact]
    public void Solve_CornerOfTwoRows_GivesValuesDualsAndReducedCosts()
    {
        var builder = new LinearModelBuilder();
        int[] both = [builder.AddContinuous(0, 3, 3), builder.AddContinuous(0, 10, 2)];
        builder.AddSum(-None, 4, both);
        builder.AddRow(-None, 7, both, [1, 3]);
        var answer = shared.Solver.Solve(builder.Build(maximise: true), SolverLimits.Default);
        Assert.Equal((SolverStatus.Optimal, 11.0, 11.0, true), (answer.Status, answer.Objective, answer.Bound, answer.IsChecked));
        Assert.Equal([3.0, 1.0], answer.Values);
        Assert.Equal([2.0, 0.0], answer.RowDuals);
        Assert.Equal([1.0, 0.0], answer.ReducedCosts);
    }

    // A fund of 100 over demands 80 and 60 with 30 kept for the second: the shortfall is 40 and falls by 1 per yuan of fund.
    [Fact]
    public void Solve_FundOfTwoClauses_PricesTheFund()
    {
        var builder = new LinearModelBuilder();
        int[] given = [builder.AddContinuous(0, 100), builder.AddContinuous(30, 100)];
        int[] missing = [builder.AddContinuous(0, 80, 1), builder.AddContinuous(0, 60, 1)];
        builder.AddSum(-None, 100, given);
        builder.AddSum(80, None, [given[0], missing[0]]);
        builder.AddSum(60, None, [given[1], missing[1]]);
        var answer = shared.Solver.Solve(builder.Build(maximise: false), SolverLimits.Default);
        Assert.Equal((SolverStatus.Optimal, 40.0), (answer.Status, answer.Objective));
        Assert.Equal(-1.0, answer.RowDuals[0]);
    }

    [Fact]
    public void Solve_RowsThatContradict_IsInfeasible()
    {
        var builder = new LinearModelBuilder();
        var x = builder.AddContinuous(0, None, 1);
        builder.AddSum(5, None, [x]);
        builder.AddSum(-None, 4, [x]);
        var answer = shared.Solver.Solve(builder.Build(maximise: true), SolverLimits.Default);
        Assert.Equal((SolverStatus.Infeasible, true), (answer.Status, answer.IsChecked));
        Assert.Equal("no values satisfy every row: together they miss by at least 1", answer.Message);
    }

    // Two floors of 60.5 in a fund of 100: 21 short, in halves, which are no whole numbers.
    [Fact]
    public void Solve_FractionalRowsThatContradict_IsProvedInfeasible()
    {
        var builder = new LinearModelBuilder();
        int[] clauses = [builder.AddContinuous(0, None), builder.AddContinuous(0, None)];
        builder.AddSum(-None, 100, clauses);
        builder.AddSum(60.5, None, [clauses[0]]);
        builder.AddSum(60.5, None, [clauses[1]]);
        var answer = shared.Solver.Solve(builder.Build(maximise: true), SolverLimits.Default);
        Assert.Equal((SolverStatus.Infeasible, true), (answer.Status, answer.IsChecked));
        Assert.EndsWith("at least 21", answer.Message);
    }

    [Theory]
    [InlineData(true, SolverStatus.Unbounded)]
    [InlineData(false, SolverStatus.Optimal)]
    public void Solve_NoUpperEnd_IsUnboundedOnlyUpwards(bool maximise, SolverStatus expected)
    {
        var builder = new LinearModelBuilder();
        builder.AddSum(5, None, [builder.AddContinuous(0, None, 1), builder.AddContinuous(0, None, 1)]);
        Assert.Equal(expected, shared.Solver.Solve(builder.Build(maximise), SolverLimits.Default).Status);
    }

    [Fact]
    public void Solve_FloorAboveItsCeiling_IsInfeasibleAndNamesTheVariable()
    {
        var builder = new LinearModelBuilder();
        builder.AddContinuous(5, 4, 1);
        var answer = shared.Solver.Solve(builder.Build(maximise: true), SolverLimits.Default);
        Assert.Equal((SolverStatus.Infeasible, "variable 0 has no value between 5 and 4"), (answer.Status, answer.Message));
    }

    // Coefficients of a tenth are not whole numbers: the answer is held to the tolerance instead.
    [Fact]
    public void Solve_FractionalCoefficients_IsOptimalWithinTheTolerance()
    {
        var builder = new LinearModelBuilder();
        builder.AddRow(-None, 1, [builder.AddContinuous(0, 100, 0.3)], [0.1]);
        var answer = shared.Solver.Solve(builder.Build(maximise: true), SolverLimits.Default);
        Assert.Equal(SolverStatus.Optimal, answer.Status);
        Assert.Equal(3, answer.Objective, 6);
    }

    [Fact]
    public void Solve_RelaxationOfAChoice_GivesHalvesAndDuals()
    {
        var builder = new LinearModelBuilder();
        builder.AddRow(-None, 3, [builder.AddBoolean(5), builder.AddBoolean(4)], [2, 2]);
        var answer = shared.Solver.Solve(builder.Build(maximise: true), new SolverLimits(Method: SolverMethod.Relaxation));
        Assert.Equal((SolverStatus.Optimal, 7.0, 2.0), (answer.Status, answer.Objective, answer.RowDuals[0]));
    }
}
