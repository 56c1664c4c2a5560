// Charts become pictures in which Chinese is Chinese, whatever the figures are.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;
using BudgetSim.Tests;

namespace BudgetSim.Reports.Tests;

public sealed class PainterFixture : IAsyncLifetime
{
    internal NodeChartPainter Painter { get; } = new(Sidecar.FindAbove(Repository.Root)!);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => Painter.DisposeAsync();
}

public sealed class PainterTests(PainterFixture fixture) : IClassFixture<PainterFixture>
{
    private static readonly PictureForm Small = new(Language.Zh, Width: 400, Scale: 1);

    [Fact]
    public async Task Hanzi_InAPicture_IsNotAnEmptyBox()
    {
        var hanzi = await Pixels("测");
        var missing = await Pixels("\uF8FE");
        Assert.NotEqual(missing, hanzi);
        Assert.NotEqual(await Pixels("试"), hanzi);
    }

    [Fact]
    public async Task EveryKind_InBothLanguagesAndThemes_IsPainted()
    {
        foreach (var chart in Samples.EveryKind())
        {
            foreach (var form in new[] { Small, Small with { Language = Language.En, Theme = Theme.Dark } })
            {
                var picture = await Paint(chart, form);
                Assert.Contains(form.Language == Language.Zh ? "" : chart.Title.En.Split(' ')[0], picture.Svg);
                Assert.DoesNotContain("NaN", picture.Svg);
                Assert.Equal(0x474E5089u, BitConverter.ToUInt32(picture.Png.Span));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(60)]
    [InlineData(300)]
    public async Task Bands_OfAnyNumberOfClauses_AreWellFormed(int clauses)
    {
        var picture = await Paint(Samples.Bands(clauses), Small with { Width = 1000 });
        System.Xml.Linq.XDocument.Parse(picture.Svg);
        Assert.Equal(clauses > BandsChart.MostShown, picture.Svg.Contains(Wording.Of("largest-shown").Zh, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Charts_WithoutFigures_SayThatThereIsNothing()
    {
        var title = Text.Same("t");
        Chart[] empty =
        [
            new BandsChart("a", title, []), ExceedanceChart.FromOutlays("b", title, [], null), new FanChart("c", title, []),
            new TornadoChart("d", title, title, Money.Zero, []),
            new HeatmapChart("e", title, title, HeatKind.Yuan, title, [], title, [], []), new FrontierChart("f", title, title, title, []),
            new LorenzChart("g", title, []),
            new DifferenceChart("h", title, []), RatioChart.FromRatios("i", title, []), new CalibrationChart("j", title, []),
            new BarsChart("k", title, title, [title], []), new ConvergenceChart("l", title, []),
        ];
        foreach (var chart in empty) Assert.Contains(Wording.Of("no-data").Zh, (await Paint(chart, Small)).Svg);
    }

    [Fact]
    public async Task Charts_OfZeroMoney_AreWellFormed()
    {
        var title = Text.Same("t");
        Chart[] zeros =
        [
            new BandsChart("a", title, [new Band(title, Money.Zero, Money.Zero, Money.Zero, Money.Zero)]),
            ExceedanceChart.FromOutlays("b", title, [Money.Zero], Money.Zero),
            new WaterfallChart("c", title, [WaterfallStep.Total(title, Money.Zero), WaterfallStep.Total(title, Money.Zero)]),
            new TornadoChart("d", title, title, Money.Zero, [new TornadoBar(title, title, Money.Zero, title, Money.Zero)]),
            new HeatmapChart("e", title, title, HeatKind.Yuan, title, [title], title, [title], [[null]]),
            new DifferenceChart("h", title, [new Difference(title, Money.Zero, Money.Zero, Money.Zero)]),
            new BarsChart("k", title, title, [title], [new BarRow(title, [Cell.Of(Money.Zero)]), new BarRow(title, [Cell.Blank])]),
            new ConvergenceChart("l", title, [new ConvergenceLine(title, [new ConvergencePoint(1, Money.Zero, Money.Zero, Money.Zero)])]),
        ];
        foreach (var chart in zeros) Assert.DoesNotContain("NaN", (await Paint(chart, Small)).Svg);
    }

    [Fact]
    public async Task HostileNames_InAPicture_AreText()
    {
        var chart = new BandsChart(
            "bands",
            Text.Same(Hostile.Names[11]),
            Hostile.Names.Select((name, i) => new Band(Text.Same(name), new Money(-i), new Money(i), new Money(i + 2), new Money(i + 3)))
                .ToList());
        var svg = System.Xml.Linq.XDocument.Parse((await Paint(chart, Small)).Svg);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "img");
    }

    [Fact]
    public async Task Worker_ThatDies_IsStartedAgain()
    {
        await using var painter = new NodeChartPainter(Sidecar.FindAbove(Repository.Root)!);
        await Assert.ThrowsAsync<PaintingException>(() => painter.PaintAsync(
            """{"kind":"unknown","unit":{}}""", Small, TestContext.Current.CancellationToken));
        Assert.NotEmpty((await painter.PaintAsync(ChartJson.Write(Samples.Fan(2)), Small, TestContext.Current.CancellationToken)).Svg);
    }

    [Fact]
    public async Task Node_ThatIsMissing_IsNamed()
    {
        await using var painter = new NodeChartPainter(Sidecar.FindAbove(Repository.Root)! with { Node = "no-such-node" });
        var fault = await Assert.ThrowsAsync<PaintingException>(() => painter.PaintAsync(
            ChartJson.Write(Samples.Fan(2)), Small, TestContext.Current.CancellationToken));
        Assert.Contains("install Node.js", fault.Message);
    }

    private Task<Picture> Paint(Chart chart, PictureForm form) =>
        fixture.Painter.PaintAsync(ChartJson.Write(chart), form, TestContext.Current.CancellationToken);

    private async Task<byte[]> Pixels(string title) => (await Paint(new FanChart("f", Text.Same(title), []), Small)).Png.ToArray();
}
