// Charts made from simulated figures hold the figures that arithmetic by hand gives.
using System.Text.Json;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Tests;

public sealed class ChartFactoryTests
{
    private static Money Yuan(long yuan) => Money.FromYuan(yuan);

    [Fact]
    public void Exceedance_OfFourOutlays_CountsThoseAbove()
    {
        var chart = ExceedanceChart.FromOutlays("e", Text.Same("e"), [Yuan(4), Yuan(1), Yuan(2), Yuan(2)], Yuan(2));
        Assert.Equal([(1L, 0.75), (2L, 0.25), (4L, 0.0)], chart.Points.Select(point => (point.Amount.WholeYuan, point.Probability)));
        Assert.Equal(0.25, chart.ShortageProbability);
    }

    [Fact]
    public void Bands_OfYears_KeepTheirOrderAndHoldWhatWasPaid()
    {
        Band Year(string name, long p50, long? paid) =>
            new(Text.Same(name), Yuan(p50), Yuan(p50), Yuan(p50 + 1), Yuan(p50 + 2), paid is { } known ? Yuan(known) : null);
        var chart = new BandsChart("years", Text.Same("y"), [Year("2023", 10, 70), Year("2024", 30, null), Year("2025", 20, 5)])
        {
            IsOrdered = true,
        };
        var drawn = JsonDocument.Parse(ChartJson.Write(chart)).RootElement.GetProperty("bands").EnumerateArray().ToList();
        Assert.Equal(["2023", "2024", "2025"], drawn.Select(band => band.GetProperty("name").GetProperty("en").GetString()));
        Assert.Equal([true, false, true], drawn.Select(band => band.TryGetProperty("paid", out _)));
        Assert.Equal([Cell.Of(Yuan(70)), Cell.Blank, Cell.Of(Yuan(5))], chart.ToTable().Rows.Select(row => row[5]));
        Assert.Equal(5, (chart with { Bands = [Year("2024", 30, null)] }).ToTable().Columns.Count);
    }

    [Fact]
    public void Exceedance_OfNothing_HasNoPoint() => Assert.Empty(ExceedanceChart.FromOutlays("e", Text.Same("e"), [], Yuan(2)).Points);

    [Fact]
    public void Exceedance_OfTenThousand_CountsTheShortageOverAll()
    {
        var outlays = Enumerable.Range(1, 10_000).Select(i => Yuan(i)).ToList();
        Assert.Equal(0.0123, ExceedanceChart.FromOutlays("e", Text.Same("e"), outlays, Yuan(9877)).ShortageProbability);
    }

    [Fact]
    public void Lorenz_OneTakesAll_HasGiniThreeQuarters() =>
        Assert.Equal(0.75, LorenzCurve.FromAwards(Text.Same("l"), [Yuan(0), Yuan(0), Yuan(0), Yuan(8)]).Gini, 12);

    [Fact]
    public void Lorenz_EvenAwards_HasGiniZero() =>
        Assert.Equal(0, LorenzCurve.FromAwards(Text.Same("l"), [Yuan(3), Yuan(3), Yuan(3)]).Gini, 12);

    [Fact]
    public void Ratios_WithInfiniteOnes_CountThemAsPaidInFull()
    {
        var chart = RatioChart.FromRatios("r", Text.Same("r"), [double.PositiveInfinity, 1, 0.98, 0.91]);
        Assert.Equal([("90–95%", 0.25), ("95–100%", 0.25), ("In full", 0.5)], chart.Bins.Select(bin => (bin.Name.En, bin.Share)));
    }

    [Theory]
    [InlineData(99_999, "元")]
    [InlineData(100_000, "万元")]
    [InlineData(-100_000, "万元")]
    [InlineData(1_000_000_000, "亿元")]
    public void Unit_OfTheLargestAmount_IsChosen(long yuan, string unit) => Assert.Equal(unit, MoneyUnit.For([Yuan(yuan)]).Name.Zh);

    [Theory]
    [InlineData(123_456_789_01, "12,345.68")]
    [InlineData(-50_00, "-0.01")]
    [InlineData(-49_99, "0.00")]
    public void Amount_InTenThousands_IsRoundedToTwoDecimals(long fen, string shown) =>
        Assert.Equal(shown, MoneyUnit.Wan.Format(new Money(fen)));
}
