// Pictures that were begun early are the ones that the report gets; others are painted when asked for.
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Tests;

public sealed class AheadPainterTests
{
    private static readonly PictureForm Form = new(Language.Zh);

    [Fact]
    public async Task Picture_BegunEarly_IsPaintedOnce()
    {
        var counted = new CountingPainter();
        await using var ahead = new AheadPainter(counted);
        ahead.Begin([Samples.Bands(3), Samples.Fan(2)], Form);
        await ahead.PaintAsync(ChartJson.Write(Samples.Bands(3)), Form, TestContext.Current.CancellationToken);
        Assert.Equal(2, counted.Painted);
        await ahead.PaintAsync(ChartJson.Write(Samples.Bands(4)), Form, TestContext.Current.CancellationToken);
        await ahead.PaintAsync(ChartJson.Write(Samples.Bands(3)), Form with { Theme = Theme.Dark }, TestContext.Current.CancellationToken);
        Assert.Equal(4, counted.Painted);
    }

    private sealed class CountingPainter : IChartPainter
    {
        public int Painted { get; private set; }

        public Task<Picture> PaintAsync(string chart, PictureForm form, CancellationToken cancellation)
        {
            Painted++;
            return Task.FromResult(new Picture(chart, default));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
