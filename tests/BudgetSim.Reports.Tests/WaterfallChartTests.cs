// A waterfall that does not reconcile cannot be made.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Tests;

public sealed class WaterfallChartTests
{
    private static readonly Text Name = Text.Same("x");

    [Fact]
    public void Total_OneFenOff_IsRefused()
    {
        var steps = new[] { WaterfallStep.Total(
            Name, new Money(1000)), WaterfallStep.Change(Name, new Money(-300)), WaterfallStep.Total(Name, new Money(701)) };
        Assert.Throws<ArgumentException>(() => new WaterfallChart("w", Name, steps));
    }

    [Fact]
    public void Totals_ThatReconcile_GiveTheRunningTotals()
    {
        var steps = new[] { WaterfallStep.Total(
            Name,
            new Money(1000)), WaterfallStep.Change(
                Name,
                new Money(-300)), WaterfallStep.Total(
                    Name, new Money(700)), WaterfallStep.Change(Name, new Money(-900)), WaterfallStep.Total(Name, new Money(-200)) };
        Assert.Equal([1000L, 700, 700, -200, -200], new WaterfallChart("w", Name, steps).Ends.Select(end => end.Fen));
    }

    [Fact]
    public void Steps_WithoutALastTotal_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new WaterfallChart(
            "w", Name, [WaterfallStep.Total(Name, new Money(1)), WaterfallStep.Change(Name, new Money(1))]));
}
