// Backtests of the history that ships with a scenario, and of small ones written here.
using BudgetSim.Scenarios.Laboratory.Backtests;
using BudgetSim.Scenarios.Scenario;
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
        Assert.Equal(
            one.Points.SelectMany(point => point.Forecast.Values.ToArray()),
            two.Points.SelectMany(point => point.Forecast.Values.ToArray()));
    }

    // Paid 100, 200, 400: last year says 400, the mean growth of 2 says 800; 600 came. Loss of a point forecast f is mean over q of |q -
    // [600 < f]| |600 - f| = 0.5 x 200.
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

    // Three certain national design centres a year at 2,000,000: the scenario says 6 million for each year; paid were 6 million, then 4
    // million, and 1 million for a measure that it does not claim. The naive forecasts of 2027 say 6 million again, as the year before is
    // the only one.
    [Fact]
    public void OwnForecast_OfACertainScenario_IsScoredYearByYear()
    {
        using var trial = new Pools.PoolTrial(
            "cohorts:\n  c: { count: 3, attributes: { new_design_centre_level: national }, claims: [ { measure: fuzhou-2026-5/a2.2.a, take_up: 100% } ] }\n",
            "{ from: 2026, to: 2028 }");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["h.csv"], "year,measure,amount,claims\n2026,a2.2.a,600万,3\n2027,a2.2.a,400万,2\n2027,a4.2.2,100万,1\n");
        var backtest = Backtest.Run(
            BacktestPlan.ReadOfScenario(folder["h.csv"], trial.Read().Value!, null, 20).Value!, 1, null, CancellationToken.None);
        Assert.Equal(
            [(2026, 6e6, 6e6, 0.0), (2027, 4e6, 6e6, 6e6)],
            backtest.OfMeasures.Select(point => (point.Year, point.Actual, point.Quantile(0.5), point.LastYear)));
        Assert.Equal([true, false], backtest.OfMeasures.Select(point => point.Covers(0.9)));
        Assert.Equal([("fuzhou-2026-5/a4.2.2", 2027)], backtest.New);
        Assert.Equal(0.5, BacktestScore.Of([.. backtest.OfMeasures]).Ninety.Value);
        // 0 for 2026, for 2027 the mean of (1 - q) x 2 million over the five quantiles
        Assert.Equal(1e6 / 2, BacktestScore.Of([.. backtest.OfMeasures]).Loss, 6);
    }

    public static TheoryData<string> BadBacktests => Files.BadFiles.In("backtests");

    [Theory]
    [MemberData(nameof(BadBacktests))]
    public void OwnForecast_OfABadHistory_GivesItsMessages(string name) =>
        Files.BadFiles.Check(
            "backtests", name, BacktestPlan.ReadOfScenario(Files.BadFiles.PathOf("backtests", name), Scenario, null, 10).Diagnostics);

    [Fact]
    public void OwnForecast_OfAScenarioWithoutAPastYear_IsRefused()
    {
        var plan = BacktestPlan.ReadOfScenario(Path.Combine(Folder, "history.csv"), Scenario, null, 10);
        var fault = Assert.Single(plan.Diagnostics, fault => fault.Code == "BS749");
        Assert.Equal("the scenario runs 2026 to 2028 and the history pays 2016 to 2025: no year can be compared", fault.Message);
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
