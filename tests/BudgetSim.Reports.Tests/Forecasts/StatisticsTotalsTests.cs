// The statistics of a run by clause, fund, payer, place and year say the same outlay.
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests.Forecasts;

public sealed class StatisticsTotalsTests
{
    // Technology centres for the city and above-scale entries for the county, in two places; 2.4.a ends with 2026, and 1.1.a is short of
    // money in both years.
    private const string Pool =
        """
        cohorts:
          centres:
            count: 40
            attributes: { new_technology_centre_level: province, county: { choices: { 三元区: 40%, 永安市: 60% } } }
            claims: [ { measure: sanming-2025-39/1.1.a, take_up: 100% } ]
          entries:
            count: 30
            attributes: { first_time_above_scale: true, county: { choices: { 三元区: 40%, 永安市: 60% } } }
            claims: [ { measure: sanming-2025-39/2.4.a, take_up: 100% } ]
        """;

    private static readonly ReportTable Table = Statistics();

    // One replication, so that every mean is the outlay itself. Payers are told in whole yuan each, so each may lie up to one yuan below
    // its share.
    [Theory]
    [InlineData("clause", 0)]
    [InlineData("fund", 0)]
    [InlineData("payer", 1)]
    [InlineData("place", 0)]
    public void Means_OfEachKind_AddUpToTheTotalOfEachYear(string kind, int yuanEach)
    {
        var years = Table.Rows.Where(row => Of(row) == "total").ToDictionary(Year, Yuan);
        Assert.Equal(8_000_000, years["2026"]); // 5,000,000 of the 8,000,000 for centres, and 30 x 100,000
        Assert.Equal(5_000_000, years["2027"]);
        Assert.Equal(3, years.Count); // both years, and all of the run
        foreach (var (year, total) in years.Where(year => kind != "fund" || year.Key.Length == 4))
        {
            var parts = Table.Rows.Where(row => Of(row) == kind && Year(row) == year).Select(Yuan).ToList();
            Assert.NotEmpty(parts);
            Assert.InRange(parts.Sum(), total - (yuanEach * parts.Count), total);
        }
    }

    [Fact]
    public void Years_OfEverything_AddUpToTheWholeRun()
    {
        var rows = Table.Rows.Where(row => Of(row) != "fund").GroupBy(row => (Of(row), row[1])).ToList();
        Assert.All(
            rows,
            rows => Assert.Equal(rows.Where(row => Year(row).Length > 4).Sum(Yuan), rows.Where(row => Year(row).Length == 4).Sum(Yuan)));
    }

    private static string Of(IReadOnlyList<Cell> row) => ((TextCell)row[0]).Value.En;

    private static string Year(IReadOnlyList<Cell> row) => ((TextCell)row[3]).Value.En;

    private static decimal Yuan(IReadOnlyList<Cell> row) => ((YuanCell)row[4]).Amount.Fen / 100m;

    private static ReportTable Statistics()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder["scenario.yaml"],
            "title: { zh: 试, en: trial }\npolicies: [sanming-2025-39]\nyears: { from: 2026, to: 2027 }\nreplications: 1\nchanges: { sanming-2025-39/1.1.a/valid/to: 2030-12-31 }\nfunds: { sanming_industrial_development_fund: 500万 }\nreadings: { SHORTAGE: C }\n");
        File.WriteAllText(folder["pool.yaml"], Pool);
        var scenario = ScenarioFile.Read(folder[""], Repository.PathTo("seeds"), new ScenarioOverrides());
        Assert.True(scenario.Succeeded, string.Join('\n', scenario.Diagnostics));
        var forecast = RunReplications.Run(scenario.Value.Model, 1, progress: null, CancellationToken.None);
        return ForecastReport.From(new RunOutcome(scenario.Value, forecast)).Tables.Single(table => table.Id == "statistics");
    }
}
