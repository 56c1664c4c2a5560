// The readings of a run are all that its clauses rest on, those of a rule that a reform adds too.
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests.Forecasts;

public sealed class ReadingsTableTests
{
    private const string Readings = """
              readings:
                - { code: a3.8#R1, point: { zh: 是否含展期, en: Whether renewals count }, options: { A: { zh: 不含, en: they do not }, B: { zh: 含, en: they do } }, default: A }

        """;

    [Fact]
    public void Readings_OfAnAddedRule_StandInTheTable()
    {
        using var folder = new TemporaryFolder();
        var shipped = File.ReadAllText(Repository.PathTo("scenarios", "fuzhou-2026-upgrade-and-software", "reforms", "guarantee-fee.yaml"));
        File.WriteAllText(folder["added.yaml"], shipped.TrimEnd() + "\n" + Readings);
        var name = ReformName.Read($"{Repository.PathTo("scenarios", "fuzhou-2026-upgrade-and-software")}+{folder["added.yaml"]}");
        var scenario = ReformedScenario.Read(name.Value!, Repository.PathTo("seeds"), new ScenarioOverrides { Replications = 1 });
        Assert.True(scenario.Succeeded, string.Join('\n', scenario.Diagnostics));
        var forecast = RunReplications.Run(scenario.Value.Model, 1, progress: null, CancellationToken.None);
        var table = ForecastReport.From(new RunOutcome(scenario.Value, forecast)).Readings!;
        var row = table.Rows.Single(row => row[0] == Cell.Of("fuzhou-2026-5/a3.8#R1"));
        Assert.Equal(
            [
                Cell.Of(new Text("是否含展期", "Whether renewals count")),
                Cell.Of("A"),
                Cell.Of(new Text("不含", "they do not")),
                Cell.Of(new Text("缺省", "default")),
            ],
            row.Skip(1));
    }
}
