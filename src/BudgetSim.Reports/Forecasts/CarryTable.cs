// What funds pass from year to year: claims carried in, claimed, paid, cut and carried out add up.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Forecasts;

/// <summary>One row per fund and year that carries something over; means per replication to the fen.</summary>
internal static class CarryTable
{
    /// <summary>The table, or null where no fund carries anything over.</summary>
    public static ReportTable? From(IReadOnlyList<FundForecast> funds)
    {
        var carrying = funds.Where(fund => fund.Carried is not null).ToList();
        if (carrying.Count == 0) return null;
        return new ReportTable(
            "carry-over",
            new Text("年度结转", "Carried from year to year"),
            [
                ForecastTables.Of("fund", "资金", "Fund", ColumnKind.Text), ForecastTables.Of("year", "年度", "Year", ColumnKind.Text),
                ForecastTables.Of("claimed", "当年应付", "Claimed in the year", ColumnKind.Yuan),
                ForecastTables.Of("carried-in", "上年结转应付", "Claims carried in", ColumnKind.Yuan),
                ForecastTables.Of("paid", "支付", "Paid", ColumnKind.Yuan), ForecastTables.Of("cut", "压减", "Cut", ColumnKind.Yuan),
                ForecastTables.Of("carried-out", "结转下年应付", "Claims carried out", ColumnKind.Yuan),
                ForecastTables.Of("topped-up", "其中追加资金", "Of what is paid, topped up", ColumnKind.Yuan),
                ForecastTables.Of("money-in", "上年结余资金", "Money carried in", ColumnKind.Yuan),
                ForecastTables.Of("money-out", "结余资金结转", "Money carried out", ColumnKind.Yuan),
            ],
            [.. carrying.Select(Row)])
        {
            Notes = [new Text(
                "每次模拟的平均。每行：当年应付＋上年结转应付＝支付＋压减＋结转下年应付；结转的应付只在当年计入需求。",
                "Means per replication. In each row claimed and carried in are paid, cut and carried out; a claim counts as demand of its own year only.")],
        };
    }

    // What was claimed takes what rounding the means leaves, so that each row adds up to the fen.
    private static IReadOnlyList<Cell> Row(FundForecast fund)
    {
        var carried = fund.Carried!;
        var count = fund.Demand.Length;
        Money Mean(long[] yuan) => new((long)((Int128)yuan.Take(count).Sum() * 100 / count));
        var (carriedIn, paid, cut, carriedOut) = (Mean(carried.CarriedIn), fund.PaidMean, Mean(fund.Cut), Mean(carried.CarriedOut));
        return
        [
            Cell.Of(fund.Name), Cell.Of(fund.Year.ToString()), Cell.Of(paid + cut + carriedOut - carriedIn), Cell.Of(carriedIn),
            Cell.Of(paid), Cell.Of(cut), Cell.Of(carriedOut),
            Cell.Of(Mean(carried.ToppedUp)), Cell.Of(Mean(carried.MoneyIn)), Cell.Of(Mean(carried.MoneyOut)),
        ];
    }
}
