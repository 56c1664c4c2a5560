// plot: lists the charts of a run, paints one in exactly the size asked for, and refuses what it cannot paint.
using System.Buffers.Binary;
using System.Text.Json;
using System.Xml.Linq;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;
using BudgetSim.Tests;

namespace BudgetSim.Cli.Tests;

public sealed class PlotCommandTests : IDisposable
{
    private readonly TemporaryFolder _run = new();

    public PlotCommandTests()
    {
        Directory.CreateDirectory(_run["charts"]);
        var bands = Enumerable.Range(1, 60)
            .Select(i => new Band(
                new Text($"条款 {i}", $"Clause {i}"), Money.FromYuan(i), Money.FromYuan(2 * i), Money.FromYuan(3 * i), Money.FromYuan(4 * i)))
            .ToList();
        File.WriteAllText(
            _run["charts/outlay-bands.json"], ChartJson.Write(new BandsChart("outlay-bands", new Text("支出区间", "Outlay bands"), bands)));
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Plot_WithoutAChart_ListsThem()
    {
        var printed = Commands.Run("plot", _run.Root, "--lang", "en");
        Assert.Equal((0, "outlay-bands  bands  Outlay bands"), (printed.Code, printed.Lines[2]));
        using var json = JsonDocument.Parse(Commands.Run("plot", _run.Root, "--json").Output);
        Assert.Equal(
            ("budgetsim-charts-1", "outlay-bands"),
            (json.RootElement.GetProperty("form").GetString(), json.RootElement.GetProperty("charts")[0].GetProperty("id").GetString()));
    }

    [Fact]
    public void List_OfLongTitles_FitsEightyColumns()
    {
        var long_ = new BandsChart(new string('x', 60), Text.Same(string.Concat(Enumerable.Repeat("一个特别长的标题", 20))), []);
        File.WriteAllText(_run[$"charts/{long_.Id}.json"], ChartJson.Write(long_));
        Assert.All(Commands.Run("plot", _run.Root).Lines, line => Assert.InRange(ShortName.Width(line), 1, 80));
    }

    [Theory]
    [InlineData("1200x800", 1200, 800)]
    [InlineData("1200x160", 1200, 160)]
    [InlineData(" 333 × 777 ", 333, 777)]
    [InlineData("2399*1001", 2399, 1001)]
    public void Picture_OfAnySize_IsExactlyThatLarge(string size, int width, int height)
    {
        var file = _run["picture.png"];
        var printed = Commands.Run("plot", _run.Root, "--chart", "outlay-bands", "--size", size, "--out", file, "--theme", "dark");
        Assert.Equal((0, ""), (printed.Code, printed.Errors));
        var png = File.ReadAllBytes(file);
        Assert.Equal(
            (width, height), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [Fact]
    public void Svg_IsWellFormedAndOfTheSizeAskedFor()
    {
        var printed = Commands.Run(
            "plot", _run.Root, "--chart", "outlay-bands", "--size", "1200x300", "--format", "svg", "--out", _run["picture"], "--lang", "en",
            "--json");
        using var json = JsonDocument.Parse(printed.Output);
        var svg = XDocument.Load(json.RootElement.GetProperty("file").GetString()!).Root!;
        Assert.Equal(("1200", "300"), (svg.Attribute("width")!.Value, svg.Attribute("height")!.Value));
        Assert.Contains("Clause 60", svg.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100x100")]
    [InlineData("0x0")]
    [InlineData("-5x400")]
    [InlineData("1e3x500")]
    [InlineData("8000x8000")]
    [InlineData("99999999999x400")]
    [InlineData("400x300x200")]
    [InlineData("wide")]
    [InlineData("")]
    public void Size_ThatIsNone_IsRefused(string size)
    {
        var printed = Commands.Run("plot", _run.Root, "--chart", "outlay-bands", "--size", size);
        Assert.Equal(1, printed.Code);
        Assert.StartsWith("--size: error BS603: ", printed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outlay-band", "BS602: the run has no chart 'outlay-band'; did you mean 'outlay-bands'?")]
    [InlineData("../charts/outlay-bands", "BS602: the run has no chart")]
    public void Chart_ThatIsNotThere_IsNamedWithTheNearest(string chart, string message) =>
        Assert.Contains(message, Commands.Run("plot", _run.Root, "--chart", chart).Errors, StringComparison.Ordinal);

    [Fact]
    public void Folder_WithoutCharts_IsRefused() =>
        Assert.Contains("BS601", Commands.Run("plot", _run["charts"]).Errors, StringComparison.Ordinal);

    [Fact]
    public void Chart_ThatIsDamaged_IsNamed()
    {
        File.WriteAllText(_run["charts/broken.json"], "{\"kind\":");
        Assert.Contains("broken.json: error BS605", Commands.Run("plot", _run.Root).Errors, StringComparison.Ordinal);
    }
}
