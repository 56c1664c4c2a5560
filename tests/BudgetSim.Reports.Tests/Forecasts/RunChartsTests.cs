// The charts of a run answer what a finance bureau asks, with the figures of its tables.
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests.Forecasts;

public sealed class RunChartsTests
{
    private static readonly Lazy<(Forecast Forecast, Report Report)> MainJob = new(() => Run("fuzhou-2026-upgrade-and-software", 200));

    [Fact]
    public void MainJob_WithoutSolverAndEquity_HasTenCharts() => Assert.Equal(
        [
            "outlay-bands", "exceedance-total", "exceedance-fuzhou-city-finance-2026", "exceedance-fuzhou-software-fund-2026",
            "ratio-fuzhou-software-fund-2026", "waterfall", "waterfall-fuzhou-software-fund", "clause-losses", "convergence",
            "uncertainty-sources",
        ],
        MainJob.Value.Report.Charts.Select(chart => chart.Id));

    [Fact]
    public void Losses_OfEachClause_AddUpToItsEntitlement()
    {
        var chart = Chart<BarsChart>("clause-losses");
        Assert.All(chart.Rows, row => Assert.Equal(1, row.Figures.Cast<RatioCell>().Sum(cell => cell.Value), 5));
    }

    // Entitlements times paid shares are all that is paid: 200 replications round each entitlement down by less than a yuan.
    [Fact]
    public void Losses_WeighedByEntitlements_LeaveTheOutlay()
    {
        var (forecast, _) = MainJob.Value;
        var paid = Chart<BarsChart>("clause-losses").Rows
            .Sum(row => (double)row.Beside!.Value.WholeYuan * ((RatioCell)row.Figures[0]).Value);
        var outlay = forecast.Paid.Sum(line => line.Sum()) / 200.0;
        Assert.InRange(paid / outlay, 1 - 1e-5, 1 + 1e-5);
    }

    [Fact]
    public void Convergence_OfAllReplications_EndsAtTheQuantilesOfTheReport()
    {
        var total = MainJob.Value.Report.Tables.Single(table => table.Id == "statistics").Rows[0];
        var lines = Chart<ConvergenceChart>("convergence").Lines;
        Assert.Equal([50, 100, 200], lines[0].Points.Select(point => point.Replications));
        Assert.Equal([((YuanCell)total[6]).Amount, ((YuanCell)total[9]).Amount], lines.Select(line => line.Points[^1].Value));
    }

    [Fact]
    public void UncertaintySources_AreThoseOfTheTable()
    {
        var table = MainJob.Value.Report.Tables.Single(each => each.Id == "variance");
        Assert.Equal(
            table.Rows.Take(15).Select(row => ((ProbabilityCell)row[3]).Value),
            Chart<BarsChart>("uncertainty-sources").Rows.Select(row => ((RatioCell)row.Figures[0]).Value));
    }

    [Fact]
    public void PayersByYear_OfTheWholePlan_AddUpToTheYears()
    {
        var report = Run("fuzhou-2026-2030-whole-plan", 2).Report;
        var years = report.Tables.Single(table => table.Id == "years").Rows.Select(row => ((YuanCell)row[2]).Amount.Fen).ToList();
        var chart = (BarsChart)report.Charts.Single(each => each.Id == "payers-by-year");
        Assert.Equal(5, chart.Rows.Count);
        Assert.All(
            chart.Rows.Zip(years),
            pair => Assert.InRange(pair.First.Figures.Cast<YuanCell>().Sum(cell => cell.Amount.Fen) - pair.Second, -1, 1));
    }

    private static T Chart<T>(string id)
        where T : Chart => (T)MainJob.Value.Report.Charts.Single(chart => chart.Id == id);

    private static (Forecast Forecast, Report Report) Run(string name, int replications)
    {
        var scenario = ScenarioFile.Read(Repository.PathTo(
            "scenarios", name), Repository.PathTo("seeds"), new ScenarioOverrides { Replications = replications }).Value!;
        var forecast = RunReplications.Run(scenario.Model, 1, progress: null, CancellationToken.None);
        return (forecast, ForecastReport.From(new RunOutcome(scenario, forecast)));
    }
}
