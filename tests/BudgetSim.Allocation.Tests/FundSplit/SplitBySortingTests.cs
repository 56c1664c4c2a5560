// Sorting gives the least expected shortfall, to the yuan, and says what a yuan is worth.
using BudgetSim.Allocation.FundSplit;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Tests;
using FsCheck.Fluent;

namespace BudgetSim.Allocation.Tests.FundSplit;

public sealed class SplitBySortingTests
{
    /// <summary>
    /// Clause a demands 10 or 20, clause b 5 or 5. The first 5 yuan of b and the first 10 of a each save both samples (15 yuan);
    /// the next yuan of a saves one sample of two. With 18: a 13, b 5, and the mean shortfall is (0 + 7) / 2.
    /// </summary>
    [Fact]
    public void Solve_TwoSamples_EqualisesTheChanceOfRunningShort()
    {
        var answer = FundSplitter.Solve(Problem(18, new long[,] { { 10, 5 }, { 20, 5 } }), null);
        Assert.Equal([13L, 5], answer.Amounts);
        Assert.Equal(3.5, answer.Objective);
        Assert.Equal(new ShadowPrice(0.5, 0.5), answer.Price);
        Assert.True(answer.IsUnique);
    }

    /// <summary>At exactly 15 a yuan less costs a yuan in both samples, a yuan more saves half a yuan.</summary>
    [Fact]
    public void Solve_FundAtAKink_GivesTwoPrices() =>
        Assert.Equal(new ShadowPrice(0.5, 1), FundSplitter.Solve(Problem(15, new long[,] { { 10, 5 }, { 20, 5 } }), null).Price);

    /// <summary>At most 20 of 50 yuan are ever asked for: neither a yuan more nor a yuan less changes a shortfall.</summary>
    [Fact]
    public void Solve_FundAboveDemand_HasNoPrice() =>
        Assert.Equal(new ShadowPrice(0, 0), FundSplitter.Solve(Problem(50, new long[,] { { 10, 5 }, { 12, 8 } }), null).Price);

    [Fact]
    public void Solve_EqualClauses_SaysTheSplitIsNotUnique() =>
        Assert.False(FundSplitter.Solve(Problem(5, new long[,] { { 10, 10 } }), null).IsUnique);

    /// <summary>Floors of 4 and 4 need all 8 yuan: one more saves a yuan in clause b (10 above 4), none can be taken away.</summary>
    [Fact]
    public void Solve_FloorsThatNeedTheWholeFund_HaveNoPriceOfAYuanLess()
    {
        var price = FundSplitter.Solve(Problem(8, new long[,] { { 3, 10 } }, floor: 4), null).Price;
        Assert.Equal(new ShadowPrice(1, null), price);
        Assert.True(price!.IsUnique);
    }

    /// <summary>
    /// Spare yuan of one clause, or of clauses that all end at their ceilings, have one place to go; others have several.
    /// </summary>
    [Theory]
    [InlineData(13, 1000, true, 8)]
    [InlineData(60, 30, true, 10, 10)]
    [InlineData(70, 30, true, 10, 10)]
    [InlineData(59, 30, false, 10, 10)]
    public void Solve_FundAboveDemand_IsUniqueWhereTheRestHasOnePlace(long fund, long ceiling, bool expected, params int[] demand)
    {
        var sample = new long[1, demand.Length];
        for (var c = 0; c < demand.Length; c++) sample[0, c] = demand[c];
        Assert.Equal(expected, FundSplitter.Solve(Problem(fund, sample, ceiling: ceiling), null).IsUnique);
    }

    /// <summary>A solver's double arithmetic is no second price; one replication of ten thousand is.</summary>
    [Theory]
    [InlineData(0.9999999981, 1.0, true)]
    [InlineData(0.9999, 1.0, false)]
    public void Price_FromASolver_IsUniqueUpToItsArithmetic(double more, double less, bool expected) =>
        Assert.Equal(expected, new ShadowPrice(more, less).IsUnique);

    [Fact]
    public void Solve_FundAboveDemandAndCeilings_LeavesTheRest()
    {
        var answer = FundSplitter.Solve(Problem(100, new long[,] { { 10, 10 } }, ceiling: 30), null);
        Assert.Equal([30L, 30], answer.Amounts);
        Assert.Equal(40, answer.Unallocated);
        Assert.Equal(0, answer.Objective);
    }

    [Fact]
    public void Solve_RandomDemand_IsNoWorseThanAnyOtherSplitAndSumsToTheFund()
    {
        var cases = from fund in Gen.Choose(0, 12)
                    from samples in Gen.Choose(1, 4)
                    from demand in Gen.Array2DOf(Gen.Choose(0, 6), samples, 3)
                    from floor in Gen.Choose(0, 1)
                    from ceiling in Gen.Choose(2, 7)
                    where floor * 3 <= fund
                    select (fund, demand, floor, ceiling);
        Laws.Hold(cases, drawn => IsBest(drawn.fund, drawn.demand, drawn.floor, drawn.ceiling));
    }

    /// <summary>Shortfalls 0, 10, 20, 30: the worst half is 25 on average, the worst quarter 30, the worst tenth 30 as well.</summary>
    [Theory]
    [InlineData(0.0, 15.0)]
    [InlineData(0.5, 25.0)]
    [InlineData(0.75, 30.0)]
    [InlineData(0.9, 30.0)]
    [InlineData(0.375, 22.0)] // 2.5 samples: (30 + 20 + 10/2) / 2.5
    public void Shortfall_OfTheWorstSamples_IsTheirMean(double level, double expected)
    {
        var problem = Problem(0, new long[,] { { 0 }, { 10 }, { 20 }, { 30 } }) with
        {
            Aim = SplitAim.ConditionalValueAtRisk,
            Level = level,
        };
        Assert.Equal(expected, SplitShortfall.Of(problem, [0]), 12);
    }

    /// <summary>Clause a has 10 too much, b lacks 8; a tenth of a's 20 may move, so 6 are still open.</summary>
    [Fact]
    public void Shortfall_WithTransfers_IsReducedByTheShareThatMayMove() =>
        Assert.Equal(6, SplitShortfall.Of(Problem(30, new long[,] { { 10, 18 } }) with { TransferShare = 0.1 }, [20, 10]));

    [Fact]
    public void Faults_OfABadProblem_AreAllFound()
    {
        var problem = new FundSplitProblem(-1, [new("a", 5, 3)], new long[0, 0])
        {
            Aim = SplitAim.ConditionalValueAtRisk,
            Level = 1,
            TransferShare = double.NaN,
        };
        Assert.Equal(
            ["BS440", "BS441", "BS443", "BS445", "BS446"], FundSplitFaults.Of(problem, Place.Of("split")).Select(fault => fault.Code));
    }

    [Fact]
    public void Faults_OfFloorsAboveTheFund_SayHowMuch() =>
        Assert.Equal(
            "split: error BS442: the floors sum to 8 yuan, above the fund of 5; lower a floor or raise the fund",
            Assert.Single(FundSplitFaults.Of(Problem(5, new long[,] { { 1, 1 } }, floor: 4), Place.Of("split"))).ToString());

    [Fact]
    public void Faults_OfNegativeDemand_AreNamed() =>
        Assert.Equal("BS444", Assert.Single(FundSplitFaults.Of(Problem(5, new long[,] { { -1 } }), Place.Of("split"))).Code);

    private static FundSplitProblem Problem(long fund, long[,] demand, long floor = 0, long ceiling = 1000) =>
        new(fund, [.. Enumerable.Range(0, demand.GetLength(1)).Select(c => new SplitClause("c" + c, floor, ceiling))], demand);

    private static bool IsBest(long fund, int[,] drawn, long floor, long ceiling)
    {
        var demand = new long[drawn.GetLength(0), 3];
        Array.Copy(drawn, demand, drawn.Length);
        var problem = Problem(fund, demand, floor, ceiling);
        var answer = FundSplitter.Solve(problem, null);
        if (answer.Amounts.Sum() + answer.Unallocated != fund || answer.Amounts.Any(amount => amount < floor || amount > ceiling))
            return false;
        var others = from a in Range(floor, ceiling)
                     from b in Range(floor, ceiling)
                     from c in Range(floor, ceiling)
                     where a + b + c <= fund
                     select SplitShortfall.Of(problem, [a, b, c]);
        return Math.Abs(others.Min() - answer.Objective) < 1e-12;
    }

    private static IEnumerable<long> Range(long from, long to) =>
        Enumerable.Range((int)from, (int)(to - from) + 1).Select(value => (long)value);
}
