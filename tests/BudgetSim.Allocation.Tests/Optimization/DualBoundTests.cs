// Any duals bound the optimum; the right ones meet it.
using System.Numerics;
using BudgetSim.Allocation.Optimization;
using BudgetSim.Tests;
using FsCheck.Fluent;

namespace BudgetSim.Allocation.Tests.Optimization;

public sealed class DualBoundTests
{
    // Maximise 3x + 2y with x + y <= 4, x + 3y <= 6, x <= 3: the corner is (3, 1), worth 11, with duals 2 and 0.
    private static LinearModel Corner()
    {
        var builder = new LinearModelBuilder();
        int[] both = [builder.AddContinuous(0, 3, 3), builder.AddContinuous(0, 10, 2)];
        builder.AddSum(double.NegativeInfinity, 4, both);
        builder.AddRow(double.NegativeInfinity, 6, both, [1, 3]);
        return builder.Build(maximise: true);
    }

    [Fact]
    public void From_OptimalDuals_MeetsTheOptimum() => Assert.Equal(11, DualBound.From(Corner(), [2.0, 0.0])!.ToDouble());

    [Fact]
    public void From_AnyNonNegativeDuals_NeverCutsOffTheOptimum() =>
        Laws.Hold(Gen.Two(Gen.Choose(0, 5000)), drawn =>
            DualBound.From(Corner(), [drawn.Item1 / 777.0, drawn.Item2 / 777.0])! is var bound
                && bound.Scaled >= (BigInteger)11 << bound.ScaleBits);

    [Fact]
    public void From_DualOfTheWrongSign_ProvesNothing() => Assert.Null(DualBound.From(Corner(), [-1.0, 0.0]));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void From_DualThatIsNoNumber_ProvesNothing(double dual) => Assert.Null(DualBound.From(Corner(), [dual, 0.0]));

    [Fact]
    public void From_DualsOfHalves_MeetsTheOptimumInFractions()
    {
        // Maximise x + y + z with every pair at most 1: halves give 1.5, and the duals prove it.
        var builder = new LinearModelBuilder();
        int[] items = [builder.AddBoolean(1), builder.AddBoolean(1), builder.AddBoolean(1)];
        builder.AddSum(0, 1, [items[0], items[1]]);
        builder.AddSum(0, 1, [items[1], items[2]]);
        builder.AddSum(0, 1, [items[0], items[2]]);
        var bound = DualBound.From(builder.Build(maximise: true), [0.5, 0.5, 0.5])!;
        Assert.Equal(1.5, bound.ToDouble());
    }

    [Fact]
    public void From_MinimumWithAFloor_BoundsFromBelow()
    {
        // Minimise 7x with x >= 3 as a row: the dual 7 proves 21.
        var builder = new LinearModelBuilder();
        builder.AddSum(3, double.PositiveInfinity, [builder.AddContinuous(0, 100, 7)]);
        Assert.Equal(21, DualBound.From(builder.Build(maximise: false), [7.0])!.ToDouble());
    }

    // A bound of 0.3 / 0.1 on a variable without upper end: the reduced cost is 0 but for rounding, and must not blow it up.
    [Fact]
    public void Approximate_FractionsAndAnEndlessVariable_IsRightToNineDigits()
    {
        var builder = new LinearModelBuilder();
        builder.AddRow(double.NegativeInfinity, 7, [builder.AddContinuous(0, double.PositiveInfinity, 0.3)], [0.1]);
        Assert.Equal(21, DualBound.Approximate(builder.Build(maximise: true), [3.0000000000000004]), 8);
    }

    [Fact]
    public void Approximate_DualOfTheWrongSign_IsInfinite() =>
        Assert.Equal(double.PositiveInfinity, DualBound.Approximate(Corner(), [-1.0, 0.0]));
}
