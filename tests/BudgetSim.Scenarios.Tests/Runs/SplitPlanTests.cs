// How a scenario asks for a split of its fund, and what it is told before and after the run.
using BudgetSim.Allocation.FundSplit;
using BudgetSim.Scenarios.Splitting;

namespace BudgetSim.Scenarios.Tests.Runs;

public sealed class SplitPlanTests
{
    private const string Funded = SmallScenario.Header + "replications: 20\nfunds: { sanming_industrial_development_fund: 100万 }\n";
    private const string Fund = "fund: sanming_industrial_development_fund";

    [Fact]
    public void Split_ForTheWorstYears_IsReadWithItsNumbers()
    {
        var plan = SmallScenario.Read(
            Funded + $"split: {{ {Fund}, aim: worst_years, level: 90%, transfers: 20% }}\n", SmallScenario.Pool()).Value!.Split!;
        Assert.Equal((SplitAim.ConditionalValueAtRisk, 0.9, 0.2), (plan.Aim, plan.Level, plan.TransferShare));
    }

    [Fact]
    public void Split_WithoutAnAim_MakesTheMeanShortfallSmallWithoutTransfers()
    {
        var plan = SmallScenario.Read(Funded + $"split: {{ {Fund} }}\n", SmallScenario.Pool()).Value!.Split!;
        Assert.Equal((SplitAim.ExpectedShortfall, 0.0), (plan.Aim, plan.TransferShare));
    }

    [Theory]
    [InlineData(
        "split: { fund: sanming_fund }",
        "scenario.yaml:7:8: error BS311: the policies of this scenario have no fund 'sanming_fund' to split")]
    [InlineData(
        "split: { fund: sanming_industrial_development_fund, floors: { sanming-2025-39/1.9: 1万 } }",
        "scenario.yaml:7:63: error BS312: 'sanming-2025-39/1.9' is no clause that sanming_industrial_development_fund pays")]
    [InlineData(
        "split: { fund: sanming_industrial_development_fund, floors: { sanming-2025-39/1.1.a: 200万 } }",
        "scenario.yaml:7:8: error BS442: the floors sum to 2000000 yuan, above the fund of 1000000")]
    [InlineData("split: { fund: sanming_industrial_development_fund, level: 100% }", "")]
    [InlineData(
        "split: { fund: sanming_industrial_development_fund, aim: worst_years, level: 100% }",
        "scenario.yaml:7:8: error BS445: the level must be from 0 to below 1, found 1")]
    [InlineData(
        "split: { fund: sanming_industrial_development_fund, transfers: 120% }",
        "scenario.yaml:7:8: error BS446: the share that may be transferred must be from 0 to 1, found 1.2")]
    public void Split_ThatDoesNotFit_IsRefusedBeforeTheRun(string line, string expected)
    {
        var read = SmallScenario.Read(Funded + line + "\n", SmallScenario.Pool());
        Assert.Equal(expected.Length > 0, read.Diagnostics.Any());
        Assert.All(read.Diagnostics, fault => Assert.StartsWith(expected, fault.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Split_InAYearWithoutMoney_WarnsAndLetsTheRunGoOn()
    {
        var read = SmallScenario.Read(
            SmallScenario.Header + $"funds: {{ sanming_industrial_development_fund: {{ 2025: 1万 }} }}\nsplit: {{ {Fund} }}\n",
            SmallScenario.Pool());
        Assert.True(read.Succeeded);
        Assert.Contains(read.Diagnostics, fault => fault.Code == "BS313");
    }

    [Fact]
    public void Split_ForTheWorstYearsWithoutASolver_IsLeftOutWithAReason()
    {
        var scenario = SmallScenario.Read(Funded + $"split: {{ {Fund}, aim: worst_years }}\n", SmallScenario.Pool()).Value!;
        var (outcome, fault) = SplitFund.From(
            scenario, SmallScenario.Run(Funded, SmallScenario.Pool()), solver: null, CancellationToken.None);
        Assert.Null(outcome);
        Assert.Equal("BS314", fault?.Code);
    }

    // Ten technology centres at 200,000 yuan ask for 2 million every year; the fund holds 1 million, so 1 million is always short, and a
    // yuan more saves a yuan: the clause has no ceiling.
    [Fact]
    public void Split_OfAFundHalfTheDemand_LeavesTheOtherHalfOpen()
    {
        var scenario = SmallScenario.Read(Funded + $"split: {{ {Fund} }}\n", SmallScenario.Pool()).Value!;
        var (outcome, fault) = SplitFund.From(
            scenario, SmallScenario.Run(Funded, SmallScenario.Pool()), solver: null, CancellationToken.None);
        Assert.Null(fault);
        Assert.Equal([1_000_000L], outcome!.Answer.Amounts);
        Assert.Equal(1_000_000, outcome.Answer.Objective);
        Assert.Equal(new ShadowPrice(1, 1), outcome.Answer.Price);
    }
}
