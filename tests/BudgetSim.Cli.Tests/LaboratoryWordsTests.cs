// The laboratory's tables, charts and sentences speak of names and words, never of names in files, and its maps answer the questions asked.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Designs;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Tornadoes;
using BudgetSim.Scenarios.Laboratory.Transplants;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class LaboratoryWordsTests
{
    private static readonly string Seeds = Repository.PathTo("seeds"),
        Folder = Repository.PathTo("scenarios", "fuzhou-2026-upgrade-and-software");
    private static readonly ScenarioSource Few = new(Seeds, new ScenarioOverrides { Replications = 10 });
    private static readonly VariantSource Source = new(Side.ReadAll([Folder], Seeds, Few.Overrides).Value![0], Few);

    [Fact]
    public void Maps_OfTwoPaths_AnswerRatioShortageAndEnterprises()
    {
        var sweep = Swept("fuzhou-2026-5/a4.2.2/cap=100万,300万", "funds/fuzhou_software_fund=0万,4000万");
        var charts = SweepReport.From(sweep, Text.Same("t"), []).Sections[0].Charts.OfType<HeatmapChart>().ToDictionary(chart => chart.Id);
        Assert.Equal(["enterprises-map", "outlay-map", "ratio-map", "shortage-map"], charts.Keys.Order());
        Assert.Equal(
            sweep.Points.Select(point => (double?)point.Outcome.MeanEnterprises), charts["enterprises-map"].Values.SelectMany(row => row));
        Assert.Equal(
            sweep.Points.Select(point => (double?)point.Outcome.ShortageChance().Value),
            charts["shortage-map"].Values.SelectMany(row => row));
        Assert.Equal("Lead of a national major software project: cap", charts["ratio-map"].Down.En);
        Assert.Equal(["0万", "4000万"], charts["ratio-map"].Columns.Select(column => column.Zh));
        Assert.Equal(["0", "40 million"], charts["ratio-map"].Columns.Select(column => column.En));
        Assert.Equal(
            sweep.Points[1].Outcome.MeanEnterprises,
            (double)Assert.IsType<CountCell>(charts["enterprises-map"].ToTable().Rows[0][2]).Number,
            2);
    }

    // A cap changes what is paid, not to how many, and leaves another fund's shortage as it was: two sentences say so in place of charts.
    [Fact]
    public void Sweep_OfWhatMovesTheOutlayAlone_SaysThatTheRestStays()
    {
        var sweep = Swept("fuzhou-2026-5/a3.1/cap=100万,300万");
        var report = SweepReport.From(sweep, Text.Same("t"), []);
        Assert.Equal(["outlay-by-value", "exceedance-map"], report.Sections[0].Charts.Select(chart => chart.Id));
        Assert.Equal(["100万", "300万"], report.Sections[0].Charts.OfType<BandsChart>().Single().Bands.Select(band => band.Name.Zh));
        Assert.StartsWith("“技改设备投资补助：限额”取 2 个值：平均支出从 ", report.Summary[0].Zh, StringComparison.Ordinal);
        Assert.StartsWith(
            "2 values of “Technical-upgrade equipment subsidy: cap”: mean outlay from ", report.Summary[0].En, StringComparison.Ordinal);
        Assert.Equal($"资金不足概率各取值下都是 {Figures.Percent(sweep.Points[0].Outcome.ShortageChance().Value)}。", report.Summary[1].Zh);
    }

    [Fact]
    public void Columns_OfASweep_AreTheNamesOfItsPaths()
    {
        var columns = SweepReport.Table(Swept("fuzhou-2026-5/a3.1/rate=2%,3%")).Columns;
        Assert.Equal(("技改设备投资补助：比例", "Technical-upgrade equipment subsidy: rate"), (columns[0].Title.Zh, columns[0].Title.En));
    }

    [Theory]
    [InlineData("500万", "500万", "5 million")]
    [InlineData("1.2亿", "1.2亿", "120 million")]
    [InlineData("16万", "16万", "0.16 million")]
    [InlineData("1万", "1万", "10,000")]
    [InlineData("2.5%", "2.5%", "2.5%")]
    [InlineData("P10 = 84", "P10 = 84", "P10 = 84")]
    [InlineData("true", "是", "yes")]
    [InlineData("srdi_sme", "省级专精特新企业", "SRDI SME")]
    public void Setting_IsReadInBothLanguages(string written, string zh, string en)
    {
        var text = LaboratoryText.Setting(written);
        Assert.Equal((zh, en), (text.Zh, text.En));
    }

    [Fact]
    public void Name_WithQuotationMarks_HasSingleOnesInsideASentence() =>
        Assert.Equal("“‘软件专项’：额度”", LaboratoryText.Quoted(new Bilingual("“软件专项”：额度", "x")).Zh);

    [Fact]
    public void Tornado_OfAParameter_ShowsItsSettingsInWords_AndThePathThatMovesIt()
    {
        var factors = Tornado.Factors(Source, [FactorKind.Policy]).Where(factor => factor.Path == "parameters/uplift_budget_unlimited")
            .ToList();
        var table = TornadoReport.Table(Tornado.Run(Source, factors, Runs()));
        var row = table.Columns.Select(column => column.Id)
            .Zip(Assert.Single(table.Rows))
            .ToDictionary(pair => pair.First, pair => CellText.Of(pair.Second, MoneyUnit.Yuan, Language.En));
        Assert.Equal(
            ("uplift budget unlimited", "parameters/uplift_budget_unlimited", "no", "yes"),
            (row["factor"], row["path"], row["low-setting"], row["high-setting"]));
    }

    [Fact]
    public void Reform_InTheWaterfall_IsNamed()
    {
        var sides = Side.ReadAll([Folder, "+equipment-cap-300"], Seeds, Few.Overrides).Value!;
        var comparison = Comparison.Run(sides, Few, Runs());
        var waterfall = ComparisonReport.From(comparison, [null], []).Sections.SelectMany(section => section.Charts)
            .OfType<WaterfallChart>()
            .Single();
        Assert.Equal(
            ("技改设备投资补助：限额 → 300万", "Technical-upgrade equipment subsidy: cap → 3,000,000"),
            (waterfall.Steps[1].Name.Zh, waterfall.Steps[1].Name.En));
        Assert.IsType<MissingCell>(ComparisonTables.Clauses(comparison.Contrasts[0]).Total![0]);
    }

    // Technical-upgrade projects under other rules: what they read and the pool does not state.
    [Fact]
    public void LackingAttributes_AreNamed_WithTheClausesAndCohortsThatReadThem()
    {
        var side = Side.Under(Side.ReadAll([Folder], Seeds, Few.Overrides).Value![0], ["jinjiang-2025-5"], Seeds, Few.Overrides).Value!;
        Assert.Equal("《晋江市加快推动县域重点产业链高质量发展若干措施》的条款", side.Title.Zh);
        var table = LackingTable.From(LackingAttribute.In(side.Scenario.Model))!;
        var row = table.Rows.Single(cells => CellText.Of(cells[1], MoneyUnit.Yuan, Language.Zh) == "is_industry_association")
            .Select(cell => CellText.Of(cell, MoneyUnit.Yuan, Language.Zh))
            .ToList();
        Assert.Equal(["行业协会", "is_industry_association", "否"], row.Take(3));
        Assert.DoesNotContain(row.Skip(3), text => text.Contains('_') || text.Contains("jinjiang", StringComparison.Ordinal));
    }

    // Budget, risk and support: two are the axes, the third stands beside the values.
    [Theory]
    [InlineData("P95<=3.9亿", "short ")]
    [InlineData("P(shortage)<=60%", "P95 ")]
    public void Frontier_ShowsBudgetRiskAndSupport(string target, string third)
    {
        var question = new DesignQuestion(
            [DesignTarget.Read(target).Value!], [VariedPath.Read("fuzhou-2026-5/a4.2.2/cap=100万,300万", "--adjust").Value!]);
        var design = Design.Run(Source, question, Runs(), solver: null, CancellationToken.None);
        var chart = Assert.IsType<FrontierChart>(Assert.Single(DesignReport.From(design, Text.Same("t"), []).Sections[0].Charts));
        Assert.Equal(2, chart.Points.Count);
        Assert.All(chart.Points, point => Assert.StartsWith(third, point.Name.En, StringComparison.Ordinal));
        Assert.Contains("million", chart.Points[0].Name.En, StringComparison.Ordinal);
    }

    private static LaboratoryRuns Runs() => new(ResultCache.None, 2, progress: null, CancellationToken.None);

    private static Sweep Swept(params string[] vary)
    {
        VariedPath[] paths = [.. vary.Select(text => VariedPath.Read(text, "--vary").Value!)];
        return Sweep.Run(Source, paths, Sweep.Plan(Source, paths).Value!, Runs());
    }
}
