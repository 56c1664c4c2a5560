// The answers to problems that can be solved by hand.
using BudgetSim.Allocation.Selection;
using BudgetSim.Allocation.Selection.Solving;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Selection;

public sealed class AllocationSolverTests
{
    private static readonly Place Here = Place.Of("problem.json");

    /// <summary>Two funds, one conflict: i1 (90) bars i2 (60) and i3 (60) of the same project; together the two are worth more.</summary>
    [Fact]
    public void SolveAllocation_Conflict_TakesThePairThatIsWorthMore()
    {
        var answer = Solve(new("total", Here, [Item("i1", 90), Item("i2", 60), Item("i3", 60)])
        {
            Limits = [new("fund", 110, Here) { Items = ["i1", "i2", "i3"] }],
            Conflicts = [new(["i1", "i2"], Here), new(["i1", "i3"], Here)],
        });
        Assert.Equal("proved_optimal", answer.StatusName);
        Assert.Equal([0L, 60, 50], answer.Awards);
        Assert.Equal((Fraction)110, answer.Bound);
    }

    /// <summary>
    /// OR-Library mknap1, problem 1 (Petersen 1967): 6 items, 10 limits, optimum 3800 by choosing items 2, 3 and 5 of 1 to 6.
    /// </summary>
    [Fact]
    public void SolveAllocation_PetersenKnapsack_FindsThePublishedOptimum()
    {
        int[] values = [100, 600, 1200, 2400, 500, 2000];
        int[][] uses =
        [
            [8, 12, 13, 64, 22, 41], [8, 12, 13, 75, 22, 41], [3, 6, 4, 18, 6, 4], [5, 10, 8, 32, 6, 12], [5, 13, 8, 42, 6, 20],
            [5, 13, 8, 48, 6, 20], [0, 0, 0, 0, 8, 0], [3, 0, 4, 0, 8, 0], [3, 2, 4, 0, 8, 4], [3, 2, 4, 8, 8, 4],
        ];
        int[] amounts = [80, 96, 20, 36, 44, 48, 10, 18, 22, 24];
        var answer = Solve(new("value", Here, [.. values.Select((value, i) => Item("i" + i, 0) with { Value = value, Divisible = false })])
        {
            Limits = [.. uses.Select((use, l) => new DraftLimit("l" + l, amounts[l], Here)
            {
                Use = [.. use.Select((u, i) => new DraftNumber("i" + i, u, Here))],
            })],
        });
        Assert.Equal((Fraction)3800, answer.Objective);
        Assert.Equal(AllocationStatus.ProvedOptimal, answer.Status);
    }

    /// <summary>The first priority is paid in full although the second could use the fund better by weight.</summary>
    [Fact]
    public void SolveAllocation_Priorities_ServesTheFirstBeforeTheSecond()
    {
        var answer = Solve(new("total", Here, [Item("late", 100) with { Priority = 2 }, Item("early", 70)])
        {
            Limits = [new("fund", 100, Here) { Items = ["late", "early"] }],
            Weights = [new DraftNumber("late", 5, Here)],
        });
        Assert.Equal([30L, 70], answer.Awards);
        Assert.Equal([(Fraction)70, 150], answer.Priorities.Select(part => part.Objective));
    }

    [Fact]
    public void SolveAllocation_EqualItems_FavoursTheEarliest()
    {
        var answer = Solve(new(
            "total",
            Here,
            [Item("a", 5) with { Divisible = false }, Item("b", 5) with { Divisible = false }, Item("c", 5) with { Divisible = false }])
        {
            Limits = [new("fund", 12, Here) { Items = ["a", "b", "c"] }],
        });
        Assert.Equal([true, true, false], answer.Selected);
        Assert.True(answer.Certificate.IsCanonical);
    }

    /// <summary>
    /// With 4 yuan, 2 and 2 to a and b is as good as 1 to a and the whole 3 of c, and earlier: nothing is said about which is given.
    /// </summary>
    [Fact]
    public void SolveAllocation_TieOfItemsPaidInPartAndWhole_IsNotCalledCanonical()
    {
        var answer = Solve(new("total", Here, [Item("a", 2), Item("b", 2), Item("c", 3) with { Divisible = false }])
        {
            Limits = [new("l", 4, Here) { Items = ["a", "b", "c"] }],
        });
        Assert.Equal((Fraction)4, answer.Objective);
        Assert.False(answer.Certificate.IsCanonical);
    }

    [Fact]
    public void SolveAllocation_TwoWantedOfWhichOneMay_NamesTheTwoRules()
    {
        var answer = Solve(new("total", Here, [Item("a", 5), Item("b", 5), Item("c", 5)])
        {
            Limits = [new("fund", 7, Here) { Items = ["a", "b", "c"] }],
            Conflicts = [new(["a", "b"], Here)],
            Choose = [new("both", ["a", "b"], Here) { AtLeast = 2 }, new("any", ["a", "b", "c"], Here) { AtLeast = 1 }],
        });
        Assert.Equal("infeasible", answer.StatusName);
        Assert.Equal(["both", "conflict a b"], answer.Certificate.Conflict);
        Assert.True(answer.Certificate.ConflictIsMinimal);
    }

    /// <summary>The certificate can be checked by hand: price 1 on the fund, so Σ price × amount is all there is.</summary>
    [Fact]
    public void SolveAllocation_ShortFund_GivesThePriceThatProvesIt()
    {
        var items = Enumerable.Range(0, 100).Select(i => Item("i" + i, 10)).ToList();
        var answer = Solve(new("total", Here, items) { Limits = [new("fund", 333, Here) { Items = [.. items.Select(item => item.Id)] }] });
        Assert.Equal("prices", answer.Certificate.Kind);
        Assert.Equal([new LimitPrice("fund", 1)], answer.Certificate.Prices);
        Assert.Equal((Fraction)333, answer.Certificate.PriceBound);
    }

    [Fact]
    public void Check_EveryKindOfFault_IsNamedAtItsPlace()
    {
        static Place At(int line) => new("problem.json", line, 1);
        var draft = new AllocationDraft(
            "most",
            At(1),
            [new("a", -1, At(2)), new("a", 1, At(3)), new("b", Fraction.Of(1, 2), At(4)) { Priority = 0, Value = -1 }, new("", 1, At(5))])
        {
            Limits = [new("l", -1, At(6)) { Items = ["a", "bb"] }, new("l", 1, At(7)), new("m", 1, At(8)) { Use = [new("a", -2, At(12))] }],
            Conflicts = [new(["a", "a"], At(9))],
            Choose = [new("c", ["a"], At(10)) { AtLeast = 2, AtMost = 1 }],
            Weights = [new("b", -1, At(13))],
            ObjectiveWhere = At(14),
        };
        string[] expected =
        [
            "problem.json:2:1: error BS403: the amount of item 'a' must be whole yuan from 0, found -1; round it to the yuan",
            "problem.json:3:1: error BS402: item 'a' is given twice; give every item, limit and choice its own id",
            "problem.json:4:1: error BS403: the amount of item 'b' must be whole yuan from 0, found 1/2; round it to the yuan",
            "problem.json:4:1: error BS404: the value of 'b' must not be negative, found -1; write a number from 0",
            "problem.json:4:1: error BS409: the priority of item 'b' must be at least 1, found 0; 1 is served first",
            "problem.json:5:1: error BS411: item has no id; give it an id",
            "problem.json:6:1: error BS404: the amount of 'l' must not be negative, found -1; write a number from 0",
            "problem.json:6:1: error BS405: limit 'l' names the unknown item 'bb'; did you mean 'b'?",
            "problem.json:7:1: error BS402: limit 'l' is given twice; give every item, limit and choice its own id",
            "problem.json:7:1: error BS407: limit 'l' must have either items or use; items counts the yuan paid, use the coefficients of what is chosen",
            "problem.json:9:1: error BS406: a conflict names item 'a' twice; name every item once",
            "problem.json:10:1: error BS408: choice 'c' asks for at least 2 and at most 1 of 1 items; write 0 <= at_least <= at_most, at_least no more than there are items",
            "problem.json:12:1: error BS404: the use in limit 'm' of 'a' must not be negative, found -2; write a number from 0",
            "problem.json:13:1: error BS404: the weight of 'b' must not be negative, found -1; write a number from 0",
            "problem.json:14:1: error BS400: unknown objective 'most'; write total, value or max_min",
        ];
        Assert.Equal(expected, ProblemFromDraft.Check(draft).Diagnostics.Select(fault => fault.ToString()));
    }

    // 2^60 = 1,152,921,504,606,846,976.
    [Fact]
    public void Check_AnAmountBeyondTheRange_NamesTheMostThatMayBe() => Assert.Equal(
        "problem.json: error BS822: the amount of item 'a' is more than 1152921504606846975 yuan, the most that is computed exactly; look for a figure with too many digits",
        Assert.Single(ProblemFromDraft.Check(new("total", Here, [Item("a", 1L << 60)])).Diagnostics).ToString());

    // Twenty of 50,000 unknown items are told one by one; so are those of the weights.
    [Fact]
    public void Check_ManyUnknownItems_AreCounted()
    {
        var items = Enumerable.Range(0, 50_000).ToList();
        var draft = new AllocationDraft("total", Here, [.. items.Select(item => Item("i" + item, 1))])
        {
            Conflicts = [new([.. items.Select(item => "x" + item)], Here)],
            Weights = [.. items.Select(item => new DraftNumber("y" + item, 1, Here))],
        };
        var found = ProblemFromDraft.Check(draft).Diagnostics;
        Assert.Equal(42, found.Count);
        Assert.Equal(
            2,
            found.Count(fault => fault.Code == "BS823" && fault.ToString().Contains("49980 more unknown items", StringComparison.Ordinal)));
    }

    [Fact]
    public void Check_AmountsBeyondTheRange_AreRefusedInsteadOfOverflowing()
    {
        var draft = new AllocationDraft("total", Here, [Item("a", 1L << 59), Item("b", 1L << 59)]) { Weights = [new("a", 3, Here)] };
        Assert.Equal("BS410", Assert.Single(ProblemFromDraft.Check(draft).Diagnostics).Code);
    }

    [Fact]
    public void Check_NoItems_SaysSo() =>
        Assert.Equal("BS401", Assert.Single(ProblemFromDraft.Check(new("total", Here, [])).Diagnostics).Code);

    [Fact]
    public void Check_TooManyPriorities_SaysHowMany() =>
        Assert.Equal(
            "BS412",
            Assert.Single(ProblemFromDraft.Check(new("total", Here, [.. Enumerable.Range(1, 21)
                .Select(p => Item("i" + p, 1) with { Priority = p })])).Diagnostics).Code);

    private static DraftItem Item(string id, long amount) => new(id, amount, Here);

    private static AllocationAnswer Solve(AllocationDraft draft) => AllocationSolver.SolveAllocation(ProblemFromDraft.Check(draft).Value!);
}
