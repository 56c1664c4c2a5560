// The tables of a run: clauses, full forecast, funds, payers.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Tables from a forecast; every amount is what the CSV, workbook, page and JSON show.</summary>
internal static class ForecastTables
{
    /// <summary>The table people read first: one row per clause.</summary>
    public static ReportTable Clauses(IReadOnlyList<ForecastLine> lines, OutlayEstimate total, bool isLowerBound) => new(
        "clauses",
        new Text("各条款支出", "Outlay by clause"),
        [
            Of("clause", "条款", "Clause", ColumnKind.Text), Of("article", "依据", "Article", ColumnKind.Text),
            Of("claims", "预计申报", "Expected claims", ColumnKind.Count),
            Of("mean", "期望支出", "Expected outlay", ColumnKind.Yuan) with { MayBeLowerBound = true },
            Of("p50", "P50", "P50", ColumnKind.Yuan), Of("p90", "P90", "P90", ColumnKind.Yuan),
            Of("cut-probability", "被压减概率", "Probability of a cut", ColumnKind.Probability),
            Of("ratio", "平均兑现比例", "Mean pro-rata ratio", ColumnKind.Ratio),
        ],
        [.. lines.Select(line => (IReadOnlyList<Cell>)[
            Cell.Of(line.Name), Cell.Of(line.Article), Cell.Count(line.Claims), Bounded(line.Outlay.Mean, line.Undetermined > 0),
            Cell.Of(line.Outlay.P50.Value),
            Cell.Of(line.Outlay.P90.Value), Cell.Probability(line.CutProbability), Cell.Ratio(line.MeanRatio)])])
    {
        Total = [
            Cell.Of(new Text("合计", "Total")),
            Cell.Blank,
            Cell.Count(lines.Sum(line => line.Claims)),
            Bounded(total.Mean, isLowerBound),
            Cell.Of(total.P50.Value),
            Cell.Of(total.P90.Value),
            Cell.Blank,
            Cell.Blank,
        ],
        Notes =
        [
            new Text(
                "合计的分位数是各次模拟合计的分位数，不是各条款分位数之和。",
                "Quantiles of the total are those of the simulated totals, not sums of the clauses' quantiles."),
            .. isLowerBound
                ? new[] { new Text("标“≥”者含条文未定金额，为下限。", "“≥”: contains amounts that the text does not state; a lower bound.") }
                : [],
        ],
        Searchable = true,
    };

    /// <summary>The whole forecast per clause with intervals at 95 % confidence.</summary>
    public static ReportTable Forecast(IReadOnlyList<ForecastLine> lines) => new(
        "forecast",
        new Text("测算全表（含95%置信区间）", "Full forecast with 95 % confidence intervals"),
        [
            Of("measure", "条款编号", "Clause id", ColumnKind.Text), Of("name", "条款", "Clause", ColumnKind.Text),
            Of("claims", "预计申报", "Expected claims", ColumnKind.Count),
            Of("paid-claims", "预计兑现", "Expected paid claims", ColumnKind.Count),
            Of("undetermined", "金额未定", "Undetermined claims", ColumnKind.Count),
            Of("mean", "期望支出", "Mean", ColumnKind.Yuan), Of("standard-error", "标准误", "Standard error", ColumnKind.Yuan),
            .. new[] { "p5", "p50", "p90", "p95" }.SelectMany(quantile => new[]
            {
                Of(quantile, quantile.ToUpperInvariant(), quantile.ToUpperInvariant(), ColumnKind.Yuan),
                Of(quantile + "-low", quantile.ToUpperInvariant() + " 下限", quantile.ToUpperInvariant() + " low", ColumnKind.Yuan),
                Of(quantile + "-high", quantile.ToUpperInvariant() + " 上限", quantile.ToUpperInvariant() + " high", ColumnKind.Yuan),
            }),
            Of("tail-mean", "最差5%均值", "Mean of the worst 5 %", ColumnKind.Yuan),
            Of("cut-probability", "被压减概率", "Probability of a cut", ColumnKind.Probability),
            Of("ratio", "平均兑现比例", "Mean pro-rata ratio", ColumnKind.Ratio),
        ],
        [.. lines.Select(line => (IReadOnlyList<Cell>)[
            Cell.Of(line.Id), Cell.Of(line.Name), Cell.Count(line.Claims), Cell.Count(line.PaidClaims), Cell.Count(line.Undetermined),
            Cell.Of(line.Outlay.Mean), Cell.Of(line.Outlay.StandardError),
            .. new[] { line.Outlay.P5, line.Outlay.P50, line.Outlay.P90, line.Outlay.P95 }
                .SelectMany(quantile => new[] { Cell.Of(quantile.Value), Cell.Of(quantile.Low), Cell.Of(quantile.High) }),
            Cell.Of(line.Outlay.TailMean95), Cell.Probability(line.CutProbability), Cell.Ratio(line.MeanRatio)])])
    { Searchable = true };

    /// <summary>Every fund and year.</summary>
    public static ReportTable Funds(IReadOnlyList<FundForecast> funds) => new(
        "funds",
        new Text("资金", "Funds"),
        [
            Of("fund", "资金", "Fund", ColumnKind.Text), Of("year", "年度", "Year", ColumnKind.Text),
            Of("appropriation", "年度额度", "Appropriation", ColumnKind.Yuan), Of("demand-p50", "需求P50", "Demand P50", ColumnKind.Yuan),
            Of("demand-p90", "需求P90", "Demand P90", ColumnKind.Yuan), Of("paid-mean", "期望支付", "Expected payment", ColumnKind.Yuan),
            Of("shortage-probability", "不足概率", "Probability of a shortage", ColumnKind.Probability),
            Of("expected-shortfall", "期望缺口", "Expected shortfall", ColumnKind.Yuan),
            Of("mean-ratio", "平均兑现比例", "Mean pro-rata ratio", ColumnKind.Ratio),
        ],
        [.. funds.Select(FundRow)]);

    /// <summary>
    /// Every payer over all years, and what is left where the text states no share, so that the means add up to the outlay.
    /// </summary>
    public static ReportTable Payers(Forecast forecast, IReadOnlyList<ForecastLine> lines)
    {
        var payers = forecast.Model.Terms.Payers
            .Select((id, payer) => (Id: id, Name: PayerName(forecast, id), Fen: forecast.PayerFen[payer][..forecast.Finished]));
        var rows = payers.Append((Id: "share_not_stated", Name: NotShared, Fen: WithoutPayer(forecast)))
            .Zip(AddingMeans.Payers(forecast, lines), (payer, mean) => (payer.Id, payer.Name, payer.Fen, Mean: mean))
            .Where(payer => payer.Fen.Any(fen => fen != 0))
            .Select(payer => (IReadOnlyList<Cell>)[Cell.Of(payer.Id), Cell.Of(payer.Name), Cell.Of(payer.Mean), .. Quantiles(payer.Fen)]);
        return new ReportTable(
            "payers",
            new Text("各级财政承担", "Payers"),
            [
                Of("payer", "编号", "Id", ColumnKind.Text), Of("name", "承担方", "Payer", ColumnKind.Text),
                Of("mean", "期望支出", "Mean", ColumnKind.Yuan), Of("p50", "P50", "P50", ColumnKind.Yuan),
                Of("p90", "P90", "P90", ColumnKind.Yuan), Of("p95", "P95", "P95", ColumnKind.Yuan),
            ],
            [.. rows]);
    }

    /// <summary>The name of what the text gives to no payer.</summary>
    public static Text NotShared { get; } = new("条文未写分担比例", "share not stated in the text");

    /// <summary>A payer's name in both languages, or its id.</summary>
    public static Text PayerName(Forecast forecast, string id)
    {
        var name = forecast.Model.Terms.Library.Documents.Select(document => document.Payers.GetValueOrDefault(id))
            .FirstOrDefault(name => name is not null);
        return name is null ? Text.Same(id) : new Text(name.Zh, name.En);
    }

    /// <summary>A column; the same id heads the CSV in both languages.</summary>
    public static Column Of(string id, string zh, string en, ColumnKind kind) => new(id, new Text(zh, en), kind);

    /// <summary>What the text gives to no payer, in fen, <c>[replication]</c>.</summary>
    public static long[] WithoutPayer(Forecast forecast)
    {
        var left = forecast.SumOf(forecast.Paid, Enumerable.Range(0, forecast.Paid.Length));
        for (var replication = 0; replication < left.Length; replication++)
            left[replication] = (left[replication] * 100) - forecast.PayerFen.Sum(payer => payer[replication]);
        return left;
    }

    private static Cell Bounded(Money amount, bool isLowerBound) => isLowerBound ? Cell.AtLeast(amount) : Cell.Of(amount);

    private static IReadOnlyList<Cell> FundRow(FundForecast fund)
    {
        var demand = OutlayEstimate.FromYuan(fund.Demand, fund.InPairs);
        var none = Cell.Missing(new Text("未设额度", "no limit given"));
        var shortage = fund.Shortage;
        return
        [
            Cell.Of(fund.Name), Cell.Of(fund.Year.ToString()), fund.Appropriation is { } yuan ? Cell.Of(Money.FromYuan(yuan)) : none,
            Cell.Of(demand.P50.Value), Cell.Of(demand.P90.Value),
            Cell.Of(fund.PaidMean), shortage is null ? none : Cell.Probability(shortage.Probability.Value),
            shortage is null ? none : Cell.Of(new Money((long)Math.Round(shortage.ExpectedShortfall.Value * 100))),
            shortage is null ? none : Cell.Ratio(shortage.MeanRatio.Value),
        ];
    }

    private static IEnumerable<Cell> Quantiles(long[] fen)
    {
        var sample = Simulation.Statistics.SortedSample.OfFen(fen);
        foreach (var probability in new[] { 0.5, 0.9, 0.95 }) yield return Cell.Of(new Money((long)sample.Quantile(probability)));
    }
}
