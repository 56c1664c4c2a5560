// The split of a fund over its clauses, with the price of one more yuan.
using BudgetSim.Allocation.FundSplit;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Splitting;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Table and sentences about a split.</summary>
public static class SplitTable
{
    /// <summary>One row per clause.</summary>
    public static ReportTable From(FundSplitOutcome split, Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(forecast);
        return new ReportTable(
            "allocation",
            new Text("年初切块建议", "Suggested split before the year starts"),
            [
                ForecastTables.Of("measure", "条款编号", "Clause id", ColumnKind.Text), ForecastTables.Of("name", "条款", "Clause", ColumnKind.Text), ForecastTables.Of("floor", "下限", "Floor", ColumnKind.Yuan),
                ForecastTables.Of("ceiling", "上限", "Ceiling", ColumnKind.Yuan), ForecastTables.Of("share", "切块", "Share", ColumnKind.Yuan), ForecastTables.Of("demand-mean", "期望需求", "Mean demand", ColumnKind.Yuan),
                ForecastTables.Of("short-probability", "本条款不足概率", "Probability that it falls short", ColumnKind.Probability),
            ],
            [.. split.Measures.Select((measure, clause) => Row(split, forecast, measure, clause))])
        { Total = Total(split) };
    }

    /// <summary>
    /// Shadow prices in yuan of expected shortfall saved by one yuan: of the fund, of one more yuan of ceiling, of one yuan less of floor. A
    /// yuan given to a clause saves the share of replications in which it is short; it comes from where it saves least.
    /// </summary>
    public static ReportTable? Prices(FundSplitOutcome split, Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(forecast);
        if (split.Answer.Price is not { } price) return null;
        var fund = forecast.Model.Terms.Library.Funds[split.Plan.Fund].Name;
        var rows = new List<IReadOnlyList<Cell>> { PriceRow(new Text(fund.Zh, fund.En), new Text("资金总额", "the fund"), split.Problem.Fund, price.More) };
        for (var clause = 0; clause < split.Measures.Count; clause++) rows.AddRange(Bounds(split, forecast, clause, price));
        return new ReportTable(
            "allocation-prices",
            new Text("影子价格（每放宽1元减少的期望缺口）", "Shadow prices: expected shortfall saved by one yuan"),
            [
                ForecastTables.Of("where", "资金或条款", "Fund or clause", ColumnKind.Text), ForecastTables.Of("limit", "约束", "Limit", ColumnKind.Text), ForecastTables.Of("amount", "数额", "Amount", ColumnKind.Yuan),
                ForecastTables.Of("price", "影子价格", "Shadow price", ColumnKind.Ratio),
            ],
            rows);
    }

    /// <summary>What the split achieves, its price, and how it was checked.</summary>
    public static IReadOnlyList<Text> Notes(FundSplitOutcome split)
    {
        ArgumentNullException.ThrowIfNull(split);
        var objective = Figures.Amount(new Money((long)Math.Round(split.Answer.Objective * 100)));
        var notes = new List<Text>
        {
            new($"按各次模拟的需求切块，使期望缺口最小：{objective.Zh}（切块后条款之间不调剂）。", $"The split leaves the least expected shortfall over the replications: {objective.En} (no transfers between clauses afterwards)."),
        };
        if (split.Answer.Price is { } price)
        {
            notes.Add(new Text(
                $"资金的影子价格：再多1元，期望缺口减少 {price.More:0.0000} 元{(price.IsUnique ? "" : $"；少1元则增加 {price.Less:0.0000} 元，价格不唯一")}。",
                $"Shadow price of the fund: one more yuan saves {price.More:0.0000} yuan of expected shortfall{(price.IsUnique ? "" : $"; one less costs {price.Less:0.0000}: the price is not unique")}."));
        }

        if (split is { SolverAnswer: { } solver, SampleAnswer: { } exact })
        {
            notes.Add(new Text(
                $"{solver.Method} 在 {split.SolverSample} 次模拟的样本上求解同一线性规划（{solver.Status}），目标值与精确排序解相差 {Math.Abs(solver.Objective - exact.Objective):0.00} 元。",
                $"{solver.Method} solved the same linear program on a sample of {split.SolverSample} replications ({solver.Status}); its objective differs from the exact sorting solution by {Math.Abs(solver.Objective - exact.Objective):0.00} yuan."));
        }

        return notes;
    }

    private static IReadOnlyList<Cell> Row(FundSplitOutcome split, Forecast forecast, int measure, int clause)
    {
        var terms = split.Problem.Clauses[clause];
        var share = split.Answer.Amounts[clause];
        var (shorts, sum) = (0, 0L);
        for (var sample = 0; sample < split.Problem.Samples; sample++)
        {
            if (split.Problem.Demand[sample, clause] > share) shorts++;
            sum += split.Problem.Demand[sample, clause];
        }

        var title = forecast.Model.Terms.Compiled[measure].Measure.Title;
        return
        [
            Cell.Of(terms.Id), Cell.Of(new Text(title.Zh, title.En)), Cell.Of(Money.FromYuan(terms.Floor)), terms.Ceiling >= split.Problem.Fund ? Cell.Blank : Cell.Of(Money.FromYuan(terms.Ceiling)),
            Cell.Of(Money.FromYuan(share)), Cell.Of(new Money((long)Math.Round(100.0 * sum / split.Problem.Samples))), Cell.Probability((double)shorts / split.Problem.Samples),
        ];
    }

    private static IEnumerable<IReadOnlyList<Cell>> Bounds(FundSplitOutcome split, Forecast forecast, int clause, ShadowPrice price)
    {
        var terms = split.Problem.Clauses[clause];
        var share = split.Answer.Amounts[clause];
        var title = forecast.Model.Terms.Compiled[split.Measures[clause]].Measure.Title;
        double ShareOf(Func<long, bool> isShort) => Enumerable.Range(0, split.Problem.Samples).Count(sample => isShort(split.Problem.Demand[sample, clause])) / (double)split.Problem.Samples;
        if (share == terms.Ceiling) yield return PriceRow(new Text(title.Zh, title.En), new Text("上限", "ceiling"), terms.Ceiling, Math.Max(0, ShareOf(demand => demand > share) - price.Less));
        if (share == terms.Floor && terms.Floor > 0) yield return PriceRow(new Text(title.Zh, title.En), new Text("下限", "floor"), terms.Floor, Math.Max(0, price.More - ShareOf(demand => demand >= share)));
    }

    private static IReadOnlyList<Cell> PriceRow(Text where, Text limit, long yuan, double price) => [Cell.Of(where), Cell.Of(limit), Cell.Of(Money.FromYuan(yuan)), Cell.Ratio(price)];

    private static IReadOnlyList<Cell> Total(FundSplitOutcome split) =>
    [
        Cell.Of(new Text("合计", "Total")), Cell.Of(split.Answer.Unallocated == 0 ? Text.Empty : new Text("另有未切块部分", "a part is left unallocated")), Cell.Blank, Cell.Blank,
        Cell.Of(Money.FromYuan(split.Answer.Amounts.Sum())), Cell.Blank, Cell.Blank,
    ];
}
