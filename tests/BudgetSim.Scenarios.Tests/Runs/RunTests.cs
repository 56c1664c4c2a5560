// A scenario gives the same bits on any number of threads, and its sums reconcile.
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Runs;

public sealed class RunTests
{
    private static readonly ScenarioModel Model = ScenarioFile.Read(
        Repository.PathTo("scenarios", "fuzhou-2026-upgrade-and-software"), Repository.PathTo("seeds"),
        new ScenarioOverrides { Replications = 40 }).Value!.Model;

    [Fact]
    public void Run_OnOneTwoAndEightThreads_IsTheSame()
    {
        var one = RunReplications.Run(Model, 1, progress: null, CancellationToken.None);
        foreach (var threads in new[] { 2, 8 })
        {
            var many = RunReplications.Run(Model, threads, progress: null, CancellationToken.None);
            Assert.Equal(one.Paid, many.Paid);
            Assert.Equal(one.PayerFen, many.PayerFen);
            Assert.Equal(one.Gross, many.Gross);
            Assert.Equal(one.Deducted, many.Deducted);
        }
    }

    [Fact]
    public void Run_EveryLine_GrossLessDeductionsIsPaid()
    {
        var forecast = RunReplications.Run(Model, 2, progress: null, CancellationToken.None);
        Assert.Contains(forecast.Gross, gross => gross > 0);
        for (var line = 0; line < forecast.Paid.Length; line++)
            Assert.Equal(forecast.Gross[line] - forecast.Deducted[line].Sum(), forecast.Paid[line].Sum());
    }

    [Fact]
    public void Run_SoftwareFund_NeverPaysMoreThanItsAppropriation()
    {
        var forecast = RunReplications.Run(Model, 2, progress: null, CancellationToken.None);
        var fund = Model.Terms.FundIndex("fuzhou_software_fund");
        var lines = Enumerable.Range(0, Model.Terms.Measures.Count).Where(measure => Model.Terms.Measures[measure].Fund == fund)
            .Select(measure => forecast.Line(measure, 0))
            .ToList();
        var (paid, demand) = (forecast.SumOf(forecast.Paid, lines), forecast.SumOf(forecast.Demand, lines));
        var limit = Model.Funds.Single(money => money.Fund == "fuzhou_software_fund").Yuan;
        Assert.All(paid, yuan => Assert.True(yuan <= limit));
        Assert.Contains(demand, yuan => yuan > limit);
        Assert.Equal(demand.Where(yuan => yuan <= limit), paid.Where((_, replication) => demand[replication] <= limit));
    }

    [Fact]
    public void Run_StoppedBeforeItBegins_KeepsNothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var forecast = RunReplications.Run(Model, 2, progress: null, stop.Token);
        Assert.True(forecast.WasStopped);
        Assert.Equal(0, forecast.Finished);
    }
}
