// How sure the figures are: whether more replications would move them, and which inputs the uncertainty comes from.
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Charts about the forecast rather than about the policy.</summary>
internal static class PrecisionCharts
{
    private const int FirstCount = 50, MostSources = 15;

    /// <summary>P50 and P90 of the total outlay from the first 50, 100, 200, 500, ... replications; null below 100.</summary>
    public static ConvergenceChart? Convergence(Forecast forecast, Text note)
    {
        if (forecast.Finished < 2 * FirstCount) return null;
        var outlay = forecast.SumOf(forecast.Paid, Enumerable.Range(0, forecast.Paid.Length));
        var estimates = Counts(forecast.Finished)
            .Select(count => (Count: count, Estimate: OutlayEstimate.FromYuan(outlay[..count], forecast.InPairs)))
            .ToList();
        ConvergenceLine Line(string name, Func<OutlayEstimate, YuanQuantile> of) =>
            new(
                Text.Same(name),
                [.. estimates.Select(each => new ConvergencePoint(
                    each.Count, of(each.Estimate).Value, of(each.Estimate).Low, of(each.Estimate).High))]);
        return new ConvergenceChart(
            "convergence",
            new Text("模拟次数够不够：总支出的估计随次数如何收敛", "Whether the replications suffice: how the estimates of the outlay settle"),
            [Line("P50", estimate => estimate.P50), Line("P90", estimate => estimate.P90)])
        { Note = note + new Text("；阴影为95%置信区间", "; shaded: 95 % confidence intervals") };
    }

    /// <summary>The inputs that explain most of the variance of the outlay; null where none does.</summary>
    public static BarsChart? Sources(IReadOnlyList<UncertaintySource> sources, Forecast forecast, Text note)
    {
        if (sources.Count == 0) return null;
        return new BarsChart(
            "uncertainty-sources",
            new Text("不确定性主要来自哪些假设", "Which assumptions the uncertainty comes from"),
            new Text("占总支出方差", "Share of the variance of the outlay"),
            [new Text("占总支出方差", "Share of the variance of the outlay")],
            [.. sources.Take(MostSources).Select(source => new BarRow(source.Named(forecast), [Cell.Ratio(source.Share)]))])
        { Note = note };
    }

    // 50, 100, 200, 500, 1,000, ... and all of them.
    private static IEnumerable<int> Counts(int finished)
    {
        for (long scale = FirstCount / 5; scale < finished; scale *= 10)
        {
            foreach (var step in new[] { 5, 10, 20 })
            {
                if (step * scale < finished) yield return (int)(step * scale);
            }
        }

        yield return finished;
    }
}
