// reform show: what reforms replace and add, in lines that a terminal takes, with nothing cut.
using System.Text.Json;
using BudgetSim.Cli.Running;
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class ReformCommandTests : IDisposable
{
    private const string Head = "title: { zh: 测试, en: Test }\nauthor: a\nbaseline: fuzhou-2026-upgrade-and-software\nreason: test\n";
    private static readonly string Scenario = Repository.PathTo("scenarios", "fuzhou-2026-upgrade-and-software");
    private readonly string _folder = Directory.CreateTempSubdirectory("budgetsim-reform-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Show_AFigure_PutsOldAboveNewWithTheArticle()
    {
        var shown = Commands.Run("reform", "show", Scenario, "equipment-cap-300", "--lang", "en");
        Assert.Equal((0, ""), (shown.Code, shown.Errors));
        Assert.Equal(
            ["  fuzhou-2026-5/a3.1/cap (附件3 一)", "    old: 5,000,000", "    new: 3,000,000"],
            shown.Lines.SkipWhile(line => !line.StartsWith("  f", StringComparison.Ordinal)).Take(3));
    }

    [Theory]
    [InlineData("en", "    added:", "    old:")]
    [InlineData("zh", "    新增:", "    原值:")]
    public void Show_AnAddedMeasure_HasItsRuleAndNothingOld(string language, string added, string old)
    {
        var shown = Commands.Run("reform", "show", Scenario, "guarantee-fee", "--lang", language);
        Assert.Contains("  fuzhou-2026-5/a3.8 (草案 附件3 八)", shown.Lines);
        Assert.Contains(added, shown.Lines);
        Assert.DoesNotContain(shown.Lines, line => line.StartsWith(old, StringComparison.Ordinal));
        Assert.Contains("      kind: rate", shown.Lines);
        Assert.Contains("        upgrade_projects: { take_up: 30%, range: 15%..45%, basis: assumption }", shown.Lines);
        Assert.All(shown.Lines, line => Assert.True(TerminalText.Width(line) <= 80, line));
    }

    // Thirty-six names are more than three lines; every one of them is there, and none is broken.
    [Fact]
    public void Show_ALongList_IsNotCut()
    {
        var names = Enumerable.Range(1, 36).Select(index => $"general_{index:00}").ToList();
        var shown = Show(
            $"changes:\n  - {{ path: fuzhou-2026-5/a3.1/general_readings, value: [{string.Join(", ", names)}], why: {string.Concat(Enumerable.Repeat("很长的理由，", 12))} }}\n");
        Assert.Equal(0, shown.Code);
        Assert.All(names, name => Assert.Contains(name, shown.Output, StringComparison.Ordinal));
        Assert.All(shown.Lines, line => Assert.True(TerminalText.Width(line) <= 80, line));
    }

    // seeds/readings.yaml: CAP_PERIOD is A in fuzhou-2026-5, the only document of the scenario.
    [Theory]
    [InlineData("en", "    old: A (default)")]
    [InlineData("zh", "    原值: A（缺省）")]
    public void Show_AReading_HasTheOptionThatHeldByDefault(string language, string old)
    {
        var file = Path.Combine(_folder, "reading.yaml");
        File.WriteAllText(file, Head + "readings: { CAP_PERIOD: B }\n");
        Assert.Contains(old, Commands.Run("reform", "show", Scenario, file, "--lang", language).Lines);
    }

    [Fact]
    public void Measures_OfAScenarioUnderAReform_HoldWhatItAddsAndChanges()
    {
        using var json = JsonDocument.Parse(
            Commands.Run("measures", "--scenario", $"{Scenario}+guarantee-fee+equipment-cap-300", "--json").Output);
        var measures = json.RootElement.EnumerateArray().ToDictionary(measure => measure.GetProperty("id").GetString()!);
        Assert.Equal("200000", measures["fuzhou-2026-5/a3.8"].GetProperty("figures").GetProperty("cap").GetString());
        Assert.Equal("3000000", measures["fuzhou-2026-5/a3.1"].GetProperty("figures").GetProperty("cap").GetString());
    }

    // The run's own awards of replication 0 under the added measure, explained from the folder.
    [Fact]
    public void Explain_OfARunUnderAReform_KnowsTheAddedMeasure()
    {
        var name = ReformName.Read(Scenario + "+guarantee-fee").Value!;
        var scenario = ReformedScenario.Read(name, Repository.PathTo("seeds"), new ScenarioOverrides { Replications = 1 }).Value!;
        var forecast = RunReplications.Run(scenario.Model, 1, progress: null, CancellationToken.None);
        File.WriteAllBytes(Path.Combine(_folder, "manifest.json"), RunManifest.Json(scenario, forecast, "", new RunStages()));
        var award = ExampleAwards.From(scenario.Model, 0).Rows
            .First(row => row[3] is TextCell { Value.Zh: "fuzhou-2026-5/a3.8" } && row[5] is YuanCell { Amount.Fen: > 0 });
        using var json = JsonDocument.Parse(
            Commands.Run("explain", _folder, "--enterprise", ((TextCell)award[2]).Value.Zh, "--json").Output);
        var claim = json.RootElement.GetProperty("claims")
            .EnumerateArray()
            .First(claim => claim.GetProperty("measure").GetString() == "fuzhou-2026-5/a3.8");
        Assert.Equal(((YuanCell)award[5]).Amount, Core.Quantities.Money.FromYuan(claim.GetProperty("award").GetInt64()));
        Assert.Equal("草案 附件3 八", claim.GetProperty("article").GetString());
    }

    private Printed Show(string changes)
    {
        var file = Path.Combine(_folder, "reform.yaml");
        File.WriteAllText(file, Head + changes);
        return Commands.Run("reform", "show", Scenario, file, "--lang", "en");
    }
}
