// Backtests of the history that ships with a scenario, and of small ones written here.
using BudgetSim.Scenarios.Laboratory.Backtests;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Scenarios.Tests.Files;
using BudgetSim.Simulation.Statistics;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Laboratory;

public sealed class BacktestTests
{
    private static readonly string Folder = Repository.PathTo("scenarios", "fuzhou-software-with-records");
    private static readonly LoadedScenario Scenario = ScenarioFile.Read(Folder, Repository.PathTo("seeds"), new ScenarioOverrides()).Value!;

    [Fact]
    public void Scenario_OfRecordsRosterAndAssumptions_HasNoFaultAndAllThreeSources()
    {
        var read = ScenarioFile.Read(Folder, Repository.PathTo("seeds"), new ScenarioOverrides());
        Assert.Empty(read.Diagnostics);
        var cohorts = read.Value!.Model.Pool.Cohorts;
        Assert.Equal(3, cohorts.Count(cohort => cohort.Payments is not null));
        Assert.Single(cohorts, cohort => cohort.Roster is not null);
        Assert.Contains(cohorts, cohort => cohort is { Payments: null, Roster: null });
        Assert.Contains(read.Value.Files, file => file.EndsWith("history.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void Backtest_OfTheShippedHistory_CoversWithinSamplingErrorAndBeatsNaiveForecasts()
    {
        var plan = BacktestPlan.Read(Path.Combine(Folder, "history.csv"), Scenario, 7, 200).Value!;
        var backtest = Backtest.Run(plan, 2, progress: null, CancellationToken.None);
        var score = BacktestScore.Of([.. backtest.OfMeasures]);
        Assert.Equal(21, score.Cases); // three measures, seven years
        Assert.True(score.Ninety.Interval.Covers(0.9), $"{score.Ninety.Value:P0}");
        Assert.True(score.Half.Interval.Covers(0.5), $"{score.Half.Value:P0}");
        Assert.True(score.Loss < score.LastYearLoss && score.Loss < score.MeanGrowthLoss);
    }

    [Fact]
    public void Backtest_OnOneAndTwoThreads_IsTheSame()
    {
        var plan = BacktestPlan.Read(Path.Combine(Folder, "history.csv"), Scenario, 1, 40).Value!;
        var (one, two) = (Backtest.Run(plan, 1, null, CancellationToken.None), Backtest.Run(plan, 2, null, CancellationToken.None));
        Assert.Equal(one.Points.SelectMany(point => point.Forecast.Values.ToArray()), two.Points.SelectMany(point => point.Forecast.Values.ToArray()));
    }

    // Paid 100, 200, 400: last year says 400, the mean growth of 2 says 800; 600 came. Loss of a point forecast f is mean over q of |q - [600 < f]| |600 - f| = 0.5 x 200.
    [Fact]
    public void NaiveForecasts_OfAGrowingHistory_AreLastYearAndMeanGrowth()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["h.csv"], "year,measure,amount\n2021,a4.2.2,100\n2022,a4.2.2,200\n2023,a4.2.2,400\n2024,a4.2.2,600\n");
        var backtest = Backtest.Run(BacktestPlan.Read(folder["h.csv"], Scenario, 1, 20).Value!, 1, null, CancellationToken.None);
        var point = backtest.OfMeasures.Single();
        Assert.Equal((600.0, 400.0, 800.0), (point.Actual, point.LastYear, Math.Round(point.MeanGrowth, 6)));
        var score = BacktestScore.Of([point]);
        Assert.Equal(100, score.LastYearLoss, 9);
        Assert.Equal(100, score.MeanGrowthLoss, 6);
    }

    [Theory]
    [InlineData("year,measure,amount\n2024,a4.2.2,100\n", null, "BS277")]
    [InlineData("year,measure,amount\n2023,a4.2.2,100\n2024,a4.2.2,100\n", 2, "BS278")]
    [InlineData("year,measure,amount\n2023,a4.2.2,100\n2024,a4.2.2,100\n", 0, "BS278")]
    public void Backtest_OfTooLittle_IsRefused(string text, int? holdOut, string code)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["h.csv"], text);
        var plan = BacktestPlan.Read(folder["h.csv"], Scenario, holdOut, 10);
        Assert.False(plan.Succeeded);
        Assert.Contains(plan.Diagnostics, fault => fault.Code == code);
    }
}
