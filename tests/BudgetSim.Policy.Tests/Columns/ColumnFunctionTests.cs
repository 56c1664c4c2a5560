// Columns give exact whole fen, up to the last number a double holds, and hand over to fractions beyond it.
using System.Numerics;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Columns;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Policy.Tests.Columns;

public sealed class ColumnFunctionTests
{
    private const long Limit = FactColumn.ExactLimit;

    [Fact]
    public void Run_RateUnderCapAboveThreshold_FloorsToTheFen()
    {
        var measure = RuleTexts.Measure("investment >= 5000000", "0.03 * investment") with { Caps = [RuleTexts.Cap("5000000")] };
        // 4,999,999.99 is below; 3 % of 5,000,000.33 is 150,000.0099; 3 % of 1 billion is cut to 5 million.
        Assert.Equal([0, 15_000_000, 15_000_000, 500_000_000], Fen(measure, 499_999_999, 500_000_000, 500_000_033, 100_000_000_000));
    }

    [Fact]
    public void Run_InterestWithPrincipalCeiling_UsesTheCutPrincipal()
    {
        var measure = RuleTexts.Measure("true", "1") with
        {
            Formula = new Formula.Interest(RuleTexts.Of("loan_principal"), RuleTexts.Of("0.02"), RuleTexts.Of("min(loan_months, 24)")),
            PrincipalCaps = [new PrincipalCap("loan_principal", RuleTexts.Of("200000000"), CapScope.EnterpriseLifetime, [])],
        };
        var function = ColumnFunction.From(
            [RuleTexts.Compile(measure)],
            [ColumnShape.Money("loan_principal", 1_000_000_000_000), new ColumnShape("loan_months", 1, 0, 600)]);
        var fen = new double[3];
        function.Run(
            [FactColumn.Of("loan_principal", [100_000_001, 30_000_000_000, 599], 100), FactColumn.Of("loan_months", [7, 36, 1])], fen);
        Assert.Null(function.Refusal);
        // 1,000,000.01 x 2 % x 7/12 = 11,666.66678; 200 million x 2 % x 2; 5.99 x 2 % / 12 = 0.00998.
        Assert.Equal([1_166_666, 800_000_000, 0], fen);
    }

    [Fact]
    public void Run_FactNotKnown_IsUndeterminedOnlyWhereEligible()
    {
        var measure = RuleTexts.Measure("investment > 0", "cloud_fee / 2");
        var function = ColumnFunction.From(
            [RuleTexts.Compile(measure)],
            [ColumnShape.Money("investment", 1000), ColumnShape.Money("cloud_fee", 1000) with { HasGaps = true }]);
        var fen = new double[3];
        function.Run([FactColumn.Of("investment", [1, 0, 1], 100), FactColumn.Of("cloud_fee", [double.NaN, double.NaN, 301], 100)], fen);
        Assert.Null(function.Refusal);
        Assert.Equal([double.NaN, 0, 150], fen);
    }

    [Fact]
    public void Run_ToTheYuan_FloorsToTheYuan()
    {
        var function = ColumnFunction.From(
            [RuleTexts.Compile(RuleTexts.Measure("true", "0.5 * investment"))],
            [ColumnShape.Money("investment", 1_000_000)],
            unitsPerYuan: 1);
        var yuan = new double[2];
        function.Run([FactColumn.Of("investment", [399, 400], 100)], yuan);
        Assert.Equal([1, 2], yuan);
    }

    // 3 x the largest number must stay below 2^53: the largest that does, and one more.
    [Theory]
    [InlineData((Limit - 1) / 3, true)]
    [InlineData(((Limit - 1) / 3) + 1, false)]
    public void From_LargestProductAtTheBound_ChoosesTheExactWay(long most, bool inVectors)
    {
        var function = ColumnFunction.From(
            [RuleTexts.Compile(RuleTexts.Measure("true", "0.03 * investment"))], [ColumnShape.Money("investment", most)]);
        Assert.Equal(inVectors, function.Refusal is null);
        var numbers = Enumerable.Range(0, 200).Select(step => (double)(most - step)).ToArray();
        var fen = new double[numbers.Length];
        function.Run([FactColumn.Of("investment", numbers, 100)], fen);
        Assert.Equal(numbers.Select(number => (double)(3 * new BigInteger(number) / 100)), fen);
    }

    // Below, at and above the bound under which a product with the reciprocal replaces the quotient, for awkward divisors.
    [Theory]
    [InlineData(7)]
    [InlineData(600)]
    [InlineData(999_983)]
    [InlineData(67_108_859)]
    public void Run_FloorOfQuotientsNearMultiples_IsExact(long divisor)
    {
        foreach (var most in new[] { (Limit / 4) - divisor - 1, (Limit / 4) - divisor, Limit - 1 })
        {
            var multiple = most / divisor * divisor;
            var numbers = Enumerable.Range(0, 64)
                .SelectMany(step => new[]
                {
                    multiple - (step * divisor) - 1,
                    multiple - (step * divisor),
                    multiple - (step * divisor) - (divisor / 2),
                })
                .Select(number => (double)number)
                .ToArray();
            var function = ColumnFunction.From(
                [RuleTexts.Compile(RuleTexts.Measure("true", $"machines / {divisor}"))],
                [new ColumnShape("machines", 1, 0, most)],
                unitsPerYuan: 1);
            var whole = new double[numbers.Length];
            function.Run([FactColumn.Of("machines", numbers)], whole);
            Assert.Null(function.Refusal);
            Assert.Equal(numbers.Select(number => (double)((long)number / divisor)), whole);
        }
    }

    [Fact]
    public void From_DivisionByAFact_SaysWhyAndStillAnswers()
    {
        var function = ColumnFunction.From(
            [RuleTexts.Compile(RuleTexts.Measure("machines > 0", "investment / machines"))],
            [ColumnShape.Money("investment", 1000), new ColumnShape("machines", 1, 0, 9)]);
        var fen = new double[2];
        function.Run([FactColumn.Of("investment", [1000, 1000], 100), FactColumn.Of("machines", [3, 0])], fen);
        Assert.Equal("it divides by a fact", function.Refusal);
        Assert.Equal([333, 0], fen);
    }

    [Fact]
    public void Run_ColumnOutsideItsDeclaredRange_IsNotComputed()
    {
        var function = ColumnFunction.From(
            [RuleTexts.Compile(RuleTexts.Measure("true", "investment"))], [ColumnShape.Money("investment", 100)]);
        Assert.Throws<ArgumentException>(() => function.Run([FactColumn.Of("investment", [101], 100)], new double[1]));
    }

    [Fact]
    public void Of_HalfAFen_IsNoColumn() => Assert.Throws<ArgumentException>(() => FactColumn.Of("investment", [0.5], 100));

    private static double[] Fen(Measure measure, params double[] investment)
    {
        var function = ColumnFunction.From([RuleTexts.Compile(measure)], [ColumnShape.Money("investment", 1_000_000_000_000)]);
        var fen = new double[investment.Length];
        function.Run([FactColumn.Of("investment", investment, 100)], fen);
        Assert.Null(function.Refusal);
        return fen;
    }
}
