// A report says what was not proved: choices that were cut short, claims that no optimum can be compared with.
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Certificates;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests.Forecasts;

public sealed class ProofStatementTests
{
    private static readonly LoadedScenario Scenario =
        ScenarioFile.Read(Repository.PathTo(
            "scenarios",
            "fuzhou-2026-upgrade-and-software"), Repository.PathTo("seeds"), new ScenarioOverrides { Replications = 3 }).Value!;

    [Fact]
    public void Summary_ChoicesCutShortInTwoReplications_CountsReplicationsAndEnterprises()
    {
        // Enterprises 4, 7 and 9 in one replication, 7 again in another.
        var forecast = ForecastBytes.Read(ForecastBytes.Of(Tallied([], [4, 7, 9], [7])), Scenario.Model)!;
        Assert.Contains(
            Summary(forecast),
            sentence => sentence.StartsWith("In 2 replications 4 enterprises in all had more ways", StringComparison.Ordinal));
    }

    [Fact]
    public void Summary_NoChoiceCutShort_SaysNothingOfIt() =>
        Assert.DoesNotContain(Summary(Tallied([], [], [])), sentence => sentence.Contains("more ways", StringComparison.Ordinal));

    [Theory]
    [InlineData(0, "S re-solved 2 replications; the largest difference is 0 yuan.")]
    [InlineData(
        150,
        "S re-solved 2 replications; the largest difference is 0 yuan. 300 of 2,000 claims were left out: their ceilings are shared by order or pro rata, so that there is no optimum to compare with.")]
    public void Certificate_ClaimsLeftOut_SaysHowManyAndWhy(int leftOut, string statement)
    {
        ReplicationCheck[] checks = [.. Enumerable.Range(0, 2)
            .Select(number => new ReplicationCheck(number, 10, 10, leftOut, "") { Claims = 1000 })];
        var report = ForecastReport.From(new RunOutcome(Scenario, Tallied([], [], []))
        {
            Certificate = new SampleCertificate(checks),
            Solver = "S",
        });
        Assert.Equal(statement, report.Certificate!.Statement.En);
    }

    private static IEnumerable<string> Summary(Forecast forecast) =>
        ForecastReport.From(new RunOutcome(Scenario, forecast)).Summary.Select(sentence => sentence.In(Language.En));

    // The scenario's replications, as if the lane search had reached its bound for some enterprises.
    private static Forecast Tallied(params int[][] cutShort)
    {
        var forecast = RunReplications.Run(Scenario.Model, 1, progress: null, CancellationToken.None);
        var replicate = new Replicate(Scenario.Model);
        var tally = new ForecastTally(forecast);
        for (var number = 0; number < cutShort.Length; number++)
        {
            var (input, result) = replicate.Run(number);
            tally.Add(number, input, result with { LaneChoicesCutShort = cutShort[number] });
        }

        tally.Close();
        return forecast;
    }
}
