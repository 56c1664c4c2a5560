// What each year costs: the figures of the fan, with mean and P90.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>One row per year of the run.</summary>
internal static class YearsTable
{
    public static ReportTable From(Forecast forecast) =>
        From(
            forecast,
            AddingMeans.Years(forecast),
            AddingMeans.Counts(
                forecast, [.. forecast.Model.Years.Select((_, year) => Lines(forecast, year).Sum(line => forecast.Claims[line]))]));

    private static ReportTable From(Forecast forecast, Money[] means, double[] claims) => new(
        "years",
        new Text("分年度支出", "Outlay by year"),
        [
            ForecastTables.Of("year", "年度", "Year", ColumnKind.Text),
            ForecastTables.Of("claims", "预计申报", "Expected claims", ColumnKind.Count),
            ForecastTables.Of("mean", "期望支出", "Expected outlay", ColumnKind.Yuan),
            ForecastTables.Of("p50", "P50", "P50", ColumnKind.Yuan), ForecastTables.Of("p90", "P90", "P90", ColumnKind.Yuan),
            ForecastTables.Of("p95", "P95", "P95", ColumnKind.Yuan),
            ForecastTables.Of("appropriation", "已设额度", "Appropriations given", ColumnKind.Yuan),
        ],
        [.. forecast.Model.Years.Select((year, index) => Row(forecast, year, index, means[index], claims[index]))]);

    private static IReadOnlyList<Cell> Row(Forecast forecast, int year, int index, Money mean, double claims)
    {
        var outlay = OutlayEstimate.FromYuan(forecast.SumOf(forecast.Paid, Lines(forecast, index)), forecast.InPairs);
        var limits = forecast.Model.Funds.Where(money => (money.Year ?? year) == year).Select(money => money.Yuan).ToList();
        return
        [
            Cell.Of($"{year}"), Cell.Count(claims), Cell.Of(mean), Cell.Of(outlay.P50.Value), Cell.Of(outlay.P90.Value),
            Cell.Of(outlay.P95.Value),
            limits.Count == 0 ? Cell.Missing(new Text("未设额度", "no limit given")) : Cell.Of(Money.FromYuan(limits.Sum())),
        ];
    }

    private static IEnumerable<int> Lines(Forecast forecast, int year) =>
        Enumerable.Range(0, forecast.Model.Terms.Measures.Count).Select(measure => forecast.Line(measure, year));
}
