// Whoever adds up a column of a run's report gets its total, to the fen, whichever table it is.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests.Forecasts;

public sealed class AddingMeansTests
{
    // Seven replications: almost no mean is a whole fen. Two payers and two funds; several years; a fund that cuts.
    [Theory]
    [InlineData("sanming-2026-special-fund")]
    [InlineData("fuzhou-software-fund")]
    [InlineData("sanming-gradient-2022-2025")]
    public void Tables_OfARun_AddUpToItsMeanOutlay(string name)
    {
        var report = ReportOf(name);
        var total = Amount(Table(report, "clauses").Total!, "mean", Table(report, "clauses"));
        Assert.True(total.Fen > 0);
        Assert.Equal(total, Sum(Table(report, "clauses"), "mean"));
        Assert.Equal(total, Sum(Table(report, "forecast"), "mean"));
        Assert.Equal(total, Sum(Table(report, "funds"), "paid-mean"));
        Assert.Equal(total, Sum(Table(report, "payers"), "mean"));
        Assert.Equal(total, Sum(Table(report, "years"), "mean"));
        Assert.Equal(total, Assert.IsType<WaterfallChart>(report.Charts.Single(chart => chart.Id == "waterfall")).Ends[^1]);
        Assert.Equal(
            Count(Table(report, "clauses").Total!, "claims", Table(report, "clauses")),
            Table(report, "clauses").Rows.Sum(row => Count(row, "claims", Table(report, "clauses"))));
    }

    [Theory]
    [InlineData("sanming-2026-special-fund")]
    [InlineData("sanming-gradient-2022-2025")]
    public void Columns_OfTheEstimationSheet_AddUpToTheirTotalsAndToThePayers(string name)
    {
        var report = ReportOf(name);
        var sheet = report.Filing!;
        var borne = sheet.Columns.Where(column => column.Id.StartsWith("payer-", StringComparison.Ordinal))
            .Select(column => column.Id)
            .ToList();
        Assert.True(borne.Count > 1);
        Assert.All(borne.Append("expected"), column => Assert.Equal(Amount(sheet.Total!, column, sheet), Sum(sheet, column)));
        var payers = Table(report, "payers");
        Assert.Equal(payers.Rows.Select(row => Amount(row, "mean", payers)), borne.Select(column => Amount(sheet.Total!, column, sheet)));
    }

    // The same figure has one value wherever it stands.
    [Fact]
    public void Statistics_OfAllYears_AreThoseOfTheOtherTables()
    {
        var report = ReportOf("sanming-gradient-2022-2025");
        var (statistics, forecast) = (Table(report, "statistics"), Table(report, "forecast"));
        var all = statistics.Rows.Where(row => Words(row[0]) == "clause" && Words(row[Place(statistics, "year")]) == "2022–2025")
            .ToDictionary(row => Words(row[1]), row => Amount(row, "mean", statistics));
        Assert.NotEmpty(all);
        Assert.All(
            all, clause => Assert.Equal(clause.Value, Amount(forecast.Rows.Single(row => Words(row[0]) == clause.Key), "mean", forecast)));
    }

    private static Report ReportOf(string name)
    {
        var scenario = ScenarioFile.Read(Repository.PathTo(
            "scenarios", name), Repository.PathTo("seeds"), new ScenarioOverrides { Replications = 7 }).Value!;
        return ForecastReport.From(new RunOutcome(
            scenario, RunReplications.Run(scenario.Model, 1, progress: null, CancellationToken.None)));
    }

    private static ReportTable Table(Report report, string id) => report.Tables.Single(table => table.Id == id);

    private static Money Sum(ReportTable table, string column) => new(table.Rows.Sum(row => Amount(row, column, table).Fen));

    private static Money Amount(IReadOnlyList<Cell> row, string column, ReportTable table) => ((YuanCell)row[Place(table, column)]).Amount;

    private static decimal Count(IReadOnlyList<Cell> row, string column, ReportTable table) =>
        ((CountCell)row[Place(table, column)]).Number;

    private static int Place(ReportTable table, string column) => table.Columns.ToList().FindIndex(one => one.Id == column);

    private static string Words(Cell cell) => ((TextCell)cell).Value.En;
}
