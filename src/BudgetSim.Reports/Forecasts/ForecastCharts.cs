// The pictures of a run.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Charts from a forecast.</summary>
internal static class ForecastCharts
{
    /// <summary>Outlay bands of every clause.</summary>
    public static BandsChart Bands(IReadOnlyList<ForecastLine> lines, Text note) => new(
        "outlay-bands",
        new Text("各条款支出区间", "Outlay bands by clause"),
        [.. lines.Select(line => new Band(
            line.Name, line.Outlay.P5.Value, line.Outlay.P50.Value, line.Outlay.P90.Value, line.Outlay.P95.Value))])
    { Note = note };

    /// <summary>The probability that all clauses together cost more than an amount.</summary>
    public static ExceedanceChart Total(Forecast forecast, Text note) =>
        ExceedanceChart.FromOutlays(
            "exceedance-total",
            new Text("全部条款：支出超过某金额的概率", "All clauses: probability that outlay exceeds an amount"),
            [.. forecast.SumOf(forecast.Paid, Enumerable.Range(0, forecast.Paid.Length)).Select(Money.FromYuan)],
            null) with
        { Note = note };

    /// <summary>The probability that the demand on a fund exceeds an amount.</summary>
    public static ExceedanceChart Exceedance(FundForecast fund, bool namesYear, Text note)
    {
        var year = namesYear ? Text.Same($" {fund.Year}") : Text.Empty;
        var demand = fund.Demand.Select(Money.FromYuan).ToList();
        var chart = ExceedanceChart.FromOutlays(
            $"exceedance-{Slug(fund.Id)}-{fund.Year}",
            fund.Name + year + new Text("：需求超过某金额的概率", ": probability that demand exceeds an amount"), demand,
            fund.Appropriation is { } yuan ? Money.FromYuan(yuan) : null);
        return chart with { Note = note };
    }

    /// <summary>
    /// From gross entitlement to payment over all replications, as means per replication to the fen; it ends at <paramref name="paid"/>,
    /// the mean that the tables show, and the gross takes what rounding leaves.
    /// </summary>
    public static WaterfallChart Waterfall(Forecast forecast, Money paid, IReadOnlyList<int> measures, Text title, string id, Text note)
    {
        var steps = DeductionSteps.All
            .Select(step => (step.Name,
                Sum: measures.Sum(measure => step.Stages.Sum(stage => ForecastLine.Deducted(forecast, measure, stage)))))
            .Where(step => step.Sum != 0)
            .Select(step => (step.Name, Mean: new Money((long)((Int128)step.Sum * 100 / forecast.Finished))))
            .ToList();
        var gross = new Money(paid.Fen + steps.Sum(step => step.Mean.Fen));
        var bars = new List<WaterfallStep> { WaterfallStep.Total(new Text("政策应得", "Entitlement"), gross) };
        bars.AddRange(steps.Select(step => WaterfallStep.Change(step.Name, -step.Mean)));
        bars.Add(WaterfallStep.Total(new Text("兑现", "Paid"), paid));
        return new WaterfallChart(id, title, bars) { Note = note };
    }

    /// <summary>How deep a fund's cut is.</summary>
    public static RatioChart Ratio(FundForecast fund, Text note) => RatioChart.FromRatios(
        $"ratio-{Slug(fund.Id)}-{fund.Year}",
        fund.Name + new Text("：兑现比例", ": pro-rata ratio"),
        [.. fund.Demand.Select(demand => demand == 0 ? double.PositiveInfinity : (double)fund.Appropriation!.Value / demand)]) with
    { Note = note };

    /// <summary>Outlay by year.</summary>
    public static FanChart Fan(Forecast forecast, Text note)
    {
        var years = forecast.Model.Years.Select((year, index) =>
        {
            var total = OutlayEstimate.FromYuan(
                forecast.SumOf(
                    forecast.Paid,
                    Enumerable.Range(0, forecast.Model.Terms.Measures.Count).Select(measure => forecast.Line(measure, index))),
                forecast.InPairs);
            return new FanYear(year, total.P5.Value, total.P25.Value, total.P50.Value, total.P75.Value, total.P95.Value);
        });
        return new FanChart("outlay-years", new Text("各年度支出", "Outlay by year"), [.. years]) { Note = note };
    }

    private static string Slug(string id) => id.Replace('_', '-').ToLowerInvariant();
}
