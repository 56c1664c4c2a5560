// Whole-number models agree with trying everything, by each method, and never claim more than is proved.
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.OrTools.Tests;

[Collection(nameof(SharedEngine))]
public sealed class WholeNumberTests(SharedEngine shared)
{
    private const double None = double.PositiveInfinity;

    [Theory]
    [InlineData(SolverMethod.Selection, 1, 11)]
    [InlineData(SolverMethod.Selection, 4, 12)]
    [InlineData(SolverMethod.BranchAndCut, 1, 13)]
    [InlineData(SolverMethod.BranchAndCut, 4, 14)]
    [InlineData(SolverMethod.Automatic, 1, 15)]
    public void Solve_RandomSmallModels_AgreesWithTryingEverything(SolverMethod method, int most, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 40; i++)
        {
            var model = SmallModels.Draw(random, most);
            var answer = shared.Solver.Solve(model, new SolverLimits(Method: method));
            var best = SmallModels.BestOf(model);
            Assert.Equal(best is null ? SolverStatus.Infeasible : SolverStatus.Optimal, answer.Status);
            Assert.Equal(best ?? double.NaN, answer.Objective);
        }
    }

    // 2^33 times b must fit under 2^34 + 5: two of them, whatever the size of the coefficients; the ones fill the rest.
    [Theory]
    [InlineData(SolverMethod.Selection)]
    [InlineData(SolverMethod.BranchAndCut)]
    public void Solve_CoefficientsBeyond32Bits_IsExact(SolverMethod method)
    {
        var builder = new LinearModelBuilder();
        int[] all = [builder.AddInteger(0, 9, 1L << 33), builder.AddInteger(0, 9, 1)];
        builder.AddRow(-None, (1L << 34) + 5, all, [1L << 33, 1]);
        var answer = shared.Solver.Solve(builder.Build(maximise: true), new SolverLimits(Method: method));
        Assert.Equal((SolverStatus.Optimal, (double)((1L << 34) + 5)), (answer.Status, answer.Objective));
        Assert.Equal([2.0, 5.0], answer.Values);
    }

    // Every amount is a multiple of 10,000 yuan, the fund is not: 120,000 of 129,999 can be spent, and no row keeps the factor.
    [Theory]
    [InlineData(SolverMethod.Selection)]
    [InlineData(SolverMethod.BranchAndCut)]
    public void Solve_AmountsWithACommonFactor_KeepsTheirScale(SolverMethod method)
    {
        var builder = new LinearModelBuilder();
        int[] all = [builder.AddInteger(0, 9, 30_000), builder.AddInteger(0, 9, 50_000), builder.AddInteger(0, 9, 70_000)];
        builder.AddRow(-None, 129_999, all, [30_000, 50_000, 70_000]);
        var answer = shared.Solver.Solve(builder.Build(maximise: true), new SolverLimits(Method: method));
        Assert.Equal((SolverStatus.Optimal, 120_000.0, 120_000.0), (answer.Status, answer.Objective, answer.Bound));
    }

    // 6x = 9 has no whole solution; divided by 6 the row is empty.
    [Fact]
    public void Solve_RowNoMultipleCanMeet_IsInfeasible()
    {
        var builder = new LinearModelBuilder();
        builder.AddRow(9, 9, [builder.AddInteger(0, 9, 1)], [6]);
        Assert.Equal(SolverStatus.Infeasible, shared.Solver.Solve(builder.Build(maximise: true), SolverLimits.Default).Status);
    }

    // Two prizes of 2^40 fen and a fund that holds one: sums beyond 2^31 must not let both through.
    [Fact]
    public void Solve_LargeAmountsByChoice_NeverOverspends()
    {
        var builder = new LinearModelBuilder();
        int[] all = [builder.AddBoolean(1L << 40), builder.AddBoolean((1L << 40) + 1), builder.AddBoolean(3)];
        builder.AddRow(-None, (1L << 40) + 3, all, [1L << 40, (1L << 40) + 1, 3]);
        var answer = shared.Solver.Solve(builder.Build(maximise: true), new SolverLimits(Method: SolverMethod.Selection));
        Assert.Equal((SolverStatus.Optimal, (double)((1L << 40) + 3)), (answer.Status, answer.Objective));
    }

    // 700 projects, two budgets: the relaxation leaves a gap below a ten-thousandth, where CBC by itself stops.
    [Fact]
    [Trait("Category", "Slow")]
    public void Solve_GapBelowATenThousandth_IsNotCalledOptimal()
    {
        var model = TwoBudgets(new Random(5), 700);
        var answer = shared.Solver.Solve(model, new SolverLimits(WallTime: TimeSpan.FromSeconds(30), Method: SolverMethod.BranchAndCut));
        Assert.True(answer.HasValues, answer.Message);
        Assert.Equal(answer.Status == SolverStatus.Optimal, answer.Objective.Equals(answer.Bound));
    }

    [Fact]
    public void Solve_StartBetterThanWhatTheLimitsAllow_KeepsTheStart()
    {
        var model = TwoBudgets(new Random(6), 200);
        var good = shared.Solver.Solve(model, new SolverLimits(DeterministicTime: 2, Method: SolverMethod.Selection));
        Assert.True(good.HasValues);
        var again = shared.Solver.Solve(
            model.WithStart(good.Values), new SolverLimits(DeterministicTime: 1e-6, Method: SolverMethod.Selection));
        Assert.Equal(good.Objective, again.Objective);
    }

    [Fact]
    public void Solve_TwiceInTwoProcesses_GivesTheSameValues()
    {
        var model = TwoBudgets(new Random(7), 120);
        var limits = new SolverLimits(DeterministicTime: 0.2, WallTime: TimeSpan.FromMinutes(10), Method: SolverMethod.Selection);
        using var other = new OrToolsSolver();
        var (first, second) = (shared.Solver.Solve(model, limits), other.Solve(model, limits));
        Assert.Equal(first.Values, second.Values);
        Assert.Equal((first.Status, first.Objective, first.Bound), (second.Status, second.Objective, second.Bound));
    }

    private static LinearModel TwoBudgets(Random random, int count)
    {
        var builder = new LinearModelBuilder();
        int[] all = [.. Enumerable.Range(0, count).Select(_ => builder.AddBoolean(random.Next(10_000, 100_000)))];
        for (var row = 0; row < 2; row++)
        {
            double[] costs = [.. all.Select(_ => (double)random.Next(10_000, 100_000))];
            builder.AddRow(-None, Math.Floor(costs.Sum() / 2), all, costs);
        }

        return builder.Build(maximise: true);
    }
}
