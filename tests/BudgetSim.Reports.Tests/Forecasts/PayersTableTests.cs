// The payers of a forecast add up to its outlay, also where the text states no share.
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests.Forecasts;

public sealed class PayersTableTests
{
    [Fact]
    public void Payers_WithSharesNotStated_AddUpToTheOutlay()
    {
        var scenario = ScenarioFile.Read(Repository.PathTo(
            "scenarios", "fuzhou-2026-2030-whole-plan"), Repository.PathTo("seeds"), new ScenarioOverrides { Replications = 1 }).Value!;
        var forecast = RunReplications.Run(scenario.Model, 1, progress: null, CancellationToken.None);
        var payers = ForecastReport.From(new RunOutcome(scenario, forecast)).Tables.Single(table => table.Id == "payers");
        Assert.Contains(payers.Rows, row => row[0] == Cell.Of("share_not_stated"));
        Assert.Equal(forecast.Paid.Sum(line => line[0]) * 100, payers.Rows.Sum(row => ((YuanCell)row[2]).Amount.Fen));
    }
}
