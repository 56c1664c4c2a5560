// Who pays, and when: bands per payer and place, the course over the years, and the payers of each year.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Charts of the bearers; each only where there is something to compare.</summary>
internal static class PayerCharts
{
    /// <summary>None for one payer, one place and one year.</summary>
    public static IEnumerable<Chart> From(Forecast forecast, Text note)
    {
        var years = forecast.Model.Years.Count;
        var bearers = Bearers(forecast).Where(bearer => bearer.Fen.AsSpan().ContainsAnyExcept(0)).ToList();
        if (years > 1) yield return ForecastCharts.Fan(forecast, note);
        if (bearers.Count > 1)
            yield return Bands(
                "payer-bands",
                new Text("各级财政承担区间", "What each payer bears"),
                bearers.Select(bearer => (bearer.Name, InYuan(bearer.Fen))),
                forecast,
                note);
        if (bearers.Count > 1 && years > 1) yield return ByYear(forecast, bearers, note);
        if (forecast.Regions.Count > 1)
            yield return Bands(
                "place-bands",
                new Text("各地区兑现区间", "What is paid in each place"),
                forecast.Regions.Select((name, region) => (Text.Same(name), OfPlace(forecast, region))),
                forecast,
                note);
    }

    // Every payer, and what the text gives to none: fen per replication over all years, and the mean fen of a year.
    private static IEnumerable<(Text Name, long[] Fen, Func<int, long> MeanOf)> Bearers(Forecast forecast)
    {
        var years = forecast.Model.Years.Count;
        long MeanOf(int payer, int year) => forecast.PayerYearFen[(payer * years) + year].Take(forecast.Finished).Sum() / forecast.Finished;
        var payers = forecast.Model.Terms.Payers
            .Select((id, payer) => (ForecastTables.PayerName(forecast, id),
                forecast.PayerFen[payer][..forecast.Finished],
                (Func<int, long>)(year => MeanOf(payer, year))));
        long Rest(int year) =>
            OutlayFen(forecast, year) - Enumerable.Range(0, forecast.Model.Terms.Payers.Count).Sum(payer => MeanOf(payer, year));
        return payers.Append((ForecastTables.NotShared, ForecastTables.WithoutPayer(forecast), Rest));
    }

    private static long OutlayFen(Forecast forecast, int year) =>
        Enumerable.Range(0, forecast.Model.Terms.Measures.Count)
            .Sum(measure => forecast.Paid[forecast.Line(measure, year)].Take(forecast.Finished).Sum()) * 100 / forecast.Finished;

    private static BandsChart Bands(string id, Text title, IEnumerable<(Text Name, long[] Yuan)> amounts, Forecast forecast, Text note) =>
        new(
            id,
            title,
            [.. amounts.Select(amount => (amount.Name, Outlay: OutlayEstimate.FromYuan(amount.Yuan, forecast.InPairs)))
                .Select(one => new Band(one.Name, one.Outlay.P5.Value, one.Outlay.P50.Value, one.Outlay.P90.Value, one.Outlay.P95.Value))])
        {
            Note = note,
        };

    private static BarsChart ByYear(Forecast forecast, List<(Text Name, long[] Fen, Func<int, long> MeanOf)> bearers, Text note) => new(
        "payers-by-year",
        new Text("各年度由谁承担", "Who pays in each year"),
        new Text("期望支出", "Expected outlay"),
        [.. bearers.Select(bearer => bearer.Name)],
        [.. forecast.Model.Years.Select((year, index) => new BarRow(
            Text.Same($"{year}"), [.. bearers.Select(bearer => Cell.Of(new Money(bearer.MeanOf(index))))]))])
    { IsStacked = true, Note = note };

    private static long[] InYuan(long[] fen) => [.. fen.Select(each => each / 100)];

    private static long[] OfPlace(Forecast forecast, int region)
    {
        var years = forecast.Model.Years.Count;
        return [.. Enumerable.Range(0, forecast.Finished)
            .Select(number => Enumerable.Range(0, years).Sum(year => forecast.RegionPaid[(region * years) + year][number]))];
    }
}
