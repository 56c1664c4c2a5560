// Quantiles with their intervals for everything and every year, how far funds reach, and what the uncertainty comes from.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>The statistics of a run beyond the tables people read first.</summary>
internal static class StatisticsTables
{
    /// <summary>Quantiles of everything, and how far the funds reach.</summary>
    public static IEnumerable<ReportTable> Of(Forecast forecast, IReadOnlyList<ForecastLine> lines, IReadOnlyList<FundForecast> funds)
    {
        yield return Quantiles(forecast, lines, funds);
        if (funds.Any(fund => fund.Appropriation is not null)) yield return Ratios(funds);
    }

    private static ReportTable Quantiles(Forecast forecast, IReadOnlyList<ForecastLine> lines, IReadOnlyList<FundForecast> funds) => new(
        "statistics",
        new Text("按条款、资金、承担方、地区和年度的分位数", "Quantiles by clause, fund, payer, place and year"),
        [
            ForecastTables.Of("of", "类别", "Of", ColumnKind.Text), ForecastTables.Of("id", "编号", "Id", ColumnKind.Text),
            ForecastTables.Of("name", "名称", "Name", ColumnKind.Text), ForecastTables.Of("year", "年度", "Year", ColumnKind.Text),
            ForecastTables.Of("mean", "期望", "Mean", ColumnKind.Yuan),
            ForecastTables.Of("standard-error", "标准误", "Standard error", ColumnKind.Yuan),
            .. new[] { "p50", "p90", "p95" }.SelectMany(quantile => new[]
            {
                ForecastTables.Of(quantile, quantile.ToUpperInvariant(), quantile.ToUpperInvariant(), ColumnKind.Yuan),
                ForecastTables.Of(
                    quantile + "-low", quantile.ToUpperInvariant() + " 下限", quantile.ToUpperInvariant() + " low", ColumnKind.Yuan),
                ForecastTables.Of(
                    quantile + "-high", quantile.ToUpperInvariant() + " 上限", quantile.ToUpperInvariant() + " high", ColumnKind.Yuan),
            }),
            ForecastTables.Of("tail-mean", "最差5%均值", "Mean of the worst 5 % (CVaR)", ColumnKind.Yuan),
        ],
        [.. Amounts(forecast, lines, funds).Select(amount => Row(amount, forecast.InPairs))])
    {
        Searchable = true,
        Notes =
        [
            new Text("区间为95%置信度的次序统计量区间，不假设分布形状。", "Intervals are order statistics at 95 % confidence, whatever the distribution."),
            .. forecast.InPairs
                ? new[] { new Text(
                    "模拟次数两两互为镜像：标准误按成对均值计算，区间的秩按成对相关性调整。",
                    "Replications are mirrored in pairs: standard errors are those of the means of pairs, and the ranks of intervals take in how alike the pairs are.") }
                : [],
        ],
    };

    // The means of all years, and those of a year, are the parts of the run's mean that the other tables show.
    private static IEnumerable<Amount> Amounts(Forecast forecast, IReadOnlyList<ForecastLine> lines, IReadOnlyList<FundForecast> funds)
    {
        var (years, terms) = (forecast.Model.Years, forecast.Model.Terms);
        IEnumerable<Amount> ByYear(Text of, string id, Text name, Func<int, long[]> yuan, Money? mean, Money[]? yearly = null)
        {
            var ofYears = years.Select((_, year) => yuan(year)).ToList();
            var all = new long[forecast.Finished];
            foreach (var ofYear in ofYears)
            {
                for (var number = 0; number < all.Length; number++) all[number] += ofYear[number];
            }

            if (!all.AsSpan().ContainsAnyExcept(0)) return [];
            return years.Count == 1
                ? [new(of, id, name, years[0].ToString(), all, mean)]
                : ofYears.Select((ofYear, year) => new Amount(of, id, name, years[year].ToString(), ofYear, yearly?[year]))
                    .Append(new(of, id, name, $"{years[0]}–{years[^1]}", all, mean));
        }

        var (ofPayers, measures) = (AddingMeans.Payers(forecast, lines), Enumerable.Range(0, terms.Measures.Count));
        var total = ByYear(
            new Text("合计", "total"),
            "total",
            new Text("全部条款", "all clauses"),
            year => forecast.SumOf(forecast.Paid, measures.Select(measure => forecast.Line(measure, year))),
            AddingMeans.Total(forecast),
            AddingMeans.Years(forecast));
        var clauses = lines.SelectMany(line => ByYear(
            new Text("条款", "clause"), line.Id, line.Name, year => forecast.Paid[forecast.Line(line.Measure, year)], line.Outlay.Mean));
        var ofFunds = funds.Select(fund => new Amount(
            new Text("资金", "fund"), fund.Id, fund.Name, fund.Year.ToString(), fund.Paid, fund.PaidMean));
        var payers = terms.Payers.SelectMany((id, payer) => ByYear(
            new Text("承担方", "payer"),
            id,
            ForecastTables.PayerName(forecast, id),
            year => [.. forecast.PayerYearFen[(payer * years.Count) + year].Select(fen => fen / 100)],
            ofPayers[payer]));
        var regions = forecast.Regions.SelectMany((name, region) => ByYear(
            new Text("地区", "place"), name, Text.Same(name), year => forecast.RegionPaid[(region * years.Count) + year], mean: null));
        return total.Concat(clauses)
            .Concat(ofFunds)
            .Concat(payers)
            .Concat(regions)
            .Select(row => row with { Yuan = row.Yuan[..forecast.Finished] });
    }

    private static IReadOnlyList<Cell> Row(Amount amount, bool inPairs)
    {
        var estimate = OutlayEstimate.FromYuan(amount.Yuan, inPairs);
        return
        [
            Cell.Of(amount.Of), Cell.Of(amount.Id), Cell.Of(amount.Name), Cell.Of(amount.Year), Cell.Of(amount.Mean ?? estimate.Mean),
            Cell.Of(estimate.StandardError),
            .. new[] { estimate.P50, estimate.P90, estimate.P95 }
                .SelectMany(quantile => new[] { Cell.Of(quantile.Value), Cell.Of(quantile.Low), Cell.Of(quantile.High) }),
            Cell.Of(estimate.TailMean95),
        ];
    }

    // Yuan per replication; Mean where it is a part of the mean of the run.
    private sealed record Amount(Text Of, string Id, Text Name, string Year, long[] Yuan, Money? Mean);

    private static ReportTable Ratios(IReadOnlyList<FundForecast> funds) => new(
        "fund-ratios",
        new Text("兑现比例的分布", "Distribution of the pro-rata ratio"),
        [
            ForecastTables.Of("fund", "资金", "Fund", ColumnKind.Text), ForecastTables.Of("year", "年度", "Year", ColumnKind.Text),
            ForecastTables.Of("shortage", "不足概率", "Probability of a shortage", ColumnKind.Probability),
            ForecastTables.Of("shortage-low", "下限", "Low", ColumnKind.Probability),
            ForecastTables.Of("shortage-high", "上限", "High", ColumnKind.Probability),
            ForecastTables.Of("mean", "平均", "Mean", ColumnKind.Ratio),
            ForecastTables.Of("p5", "P5", "P5", ColumnKind.Ratio), ForecastTables.Of("p25", "P25", "P25", ColumnKind.Ratio),
            ForecastTables.Of("p50", "P50", "P50", ColumnKind.Ratio), ForecastTables.Of("p75", "P75", "P75", ColumnKind.Ratio),
        ],
        [.. funds.Where(fund => fund.Appropriation is not null).Select(fund =>
        {
            var shortage = fund.Shortage!;
            return (IReadOnlyList<Cell>)[
                Cell.Of(fund.Name), Cell.Of(fund.Year.ToString()), Cell.Probability(shortage.Probability.Value),
                Cell.Probability(shortage.Probability.Interval.Low), Cell.Probability(shortage.Probability.Interval.High),
                Cell.Ratio(shortage.MeanRatio.Value),
                .. new[] { 0.05, 0.25, 0.5, 0.75 }.Select(probability => Cell.Ratio(shortage.Ratios.Quantile(probability)))];
        })]);

    /// <summary>What the uncertainty comes from, the largest share first.</summary>
    public static ReportTable Variance(IReadOnlyList<UncertaintySource> sources, Forecast forecast) => new(
        "variance",
        new Text("不确定性从哪里来", "Where the uncertainty comes from"),
        [
            ForecastTables.Of("input", "输入", "Input", ColumnKind.Text),
            ForecastTables.Of("id", "编号", "Id", ColumnKind.Text),
            ForecastTables.Of("name", "名称", "Name", ColumnKind.Text),
            ForecastTables.Of("share", "占总支出方差", "Share of the variance of the outlay", ColumnKind.Probability),
        ],
        [.. sources.Select(source => (IReadOnlyList<Cell>)[
            Cell.Of(source.Kind), Cell.Of(source.Id), Cell.Of(source.NameOf(forecast)), Cell.Probability(source.Share),
        ])])
    {
        Searchable = true,
        Notes =
        [
            new Text(
                "一阶Sobol指数：把各次模拟按该输入分箱，看箱均值的方差占总方差的比例（已扣除箱内噪声）。件数和金额随共同因素变动，故各项可重复计入、不必相加为100%；交互作用不单列。",
                "First-order Sobol indices: replications are sorted into bins of the input, and the variance of the bins' means is set against the whole (less the bins' own noise). Numbers and amounts move with the common factors, so shares overlap and need not sum to 100 %; interactions are not shown."),
        ],
    };
}
