// The split of a fund over its clauses, with the price of one more yuan.
using BudgetSim.Allocation.FundSplit;
using BudgetSim.Allocation.Optimization;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
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
                ForecastTables.Of("measure", "条款编号", "Clause id", ColumnKind.Text),
                ForecastTables.Of("name", "条款", "Clause", ColumnKind.Text), ForecastTables.Of("floor", "下限", "Floor", ColumnKind.Yuan),
                ForecastTables.Of("ceiling", "上限", "Ceiling", ColumnKind.Yuan), ForecastTables.Of("share", "切块", "Share", ColumnKind.Yuan),
                ForecastTables.Of("demand-mean", "期望需求", "Mean demand", ColumnKind.Yuan),
                ForecastTables.Of("short-probability", "本条款不足概率", "Probability that it falls short", ColumnKind.Probability),
            ],
            [.. split.Measures.Select((measure, clause) => Row(split, forecast, measure, clause))])
        { Total = Total(split) };
    }

    /// <summary>What each clause is given beside what it needs on average.</summary>
    public static BarsChart Chart(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int At(string id) => table.Columns.ToList().FindIndex(column => column.Id == id);
        var (name, share, demand) = (At("name"), At("share"), At("demand-mean"));
        return new BarsChart(
            "fund-split",
            new Text("年初切块与期望需求", "The split before the year and the mean demand"),
            new Text("金额", "Amount"),
            [new Text("切块", "Given to the clause"), table.Columns[demand].Title],
            [.. table.Rows.Select(row => new BarRow(((TextCell)row[name]).Value, [row[share], row[demand]]))]);
    }

    /// <summary>
    /// Shadow prices in yuan of expected shortfall saved by one yuan: of the fund, of one more yuan of ceiling, of one yuan less of floor.
    /// A yuan given to a clause saves the share of replications in which it is short; it comes from where it saves least.
    /// </summary>
    public static ReportTable? Prices(FundSplitOutcome split, Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(forecast);
        if (split.Answer.Price is not { } price) return null;
        var fund = forecast.Model.Terms.Library.Funds[split.Plan.Fund].Name;
        var rows = new List<IReadOnlyList<Cell>>
        {
            PriceRow(new Text(fund.Zh, fund.En), new Text("资金总额", "the fund"), split.Problem.Fund, price.More),
        };
        if (split.Problem.IsSeparable)
            for (var clause = 0; clause < split.Measures.Count; clause++) rows.AddRange(Bounds(split, forecast, clause, price));
        return new ReportTable(
            "allocation-prices",
            split.Plan.Aim == SplitAim.ExpectedShortfall
                ? new Text("影子价格（每放宽1元减少的期望缺口）", "Shadow prices: expected shortfall saved by one yuan")
                : new Text("影子价格（每放宽1元减少的最差年份缺口）", "Shadow prices: shortfall of the worst years saved by one yuan"),
            [
                ForecastTables.Of("where", "资金或条款", "Fund or clause", ColumnKind.Text),
                ForecastTables.Of("limit", "约束", "Limit", ColumnKind.Text), ForecastTables.Of("amount", "数额", "Amount", ColumnKind.Yuan),
                ForecastTables.Of("price", "影子价格", "Shadow price", ColumnKind.Ratio),
            ],
            rows);
    }

    /// <summary>What the split achieves, its price, and how it was checked.</summary>
    public static IReadOnlyList<Text> Notes(FundSplitOutcome split)
    {
        ArgumentNullException.ThrowIfNull(split);
        var notes = new List<Text> { Achieved(split) };
        var aim = split.Plan.Aim == SplitAim.ExpectedShortfall
            ? new Text("期望缺口", "expected shortfall")
            : new Text("最差年份缺口", "shortfall in the worst years");
        if (split.Answer.Price is { } price)
        {
            var other = price is { IsUnique: false, Less: { } less }
                ? new Text(
                    $"；每少安排一笔则增加其 {Figures.Percent(less)}，价格不唯一",
                    $"; of less money {Figures.Percent(less)} is added to it: the price is not unique")
                : new Text("", "");
            notes.Add(new Text(
                $"资金的影子价格：{Figures.Percent(price.More)}，即每多安排一笔资金，{aim.Zh}减少其 {Figures.Percent(price.More)}{other.Zh}。",
                $"Shadow price of the fund: {Figures.Percent(price.More)}, the part of more money that comes off the {aim.En}{other.En}."));
        }

        if (split is { SolverAnswer: { } solver, SampleAnswer: { } exact })
        {
            notes.Add(new Text(
                $"{solver.Method} 在 {split.SolverSample} 次模拟的样本上求解同一线性规划（{Word(solver.Status).Zh}），目标值与精确排序解相差 {Math.Abs(solver.Objective - exact.Objective):#,##0.00}元。",
                $"{solver.Method} solved the same linear program on a sample of {Figures.Counted(split.SolverSample, "replication")} ({Word(solver.Status).En}); its objective differs from the exact sorting solution by {Math.Abs(solver.Objective - exact.Objective):#,##0.00} yuan."));
        }

        if (split is { SolverAnswer: { } only, SampleAnswer: null })
        {
            notes.Add(new Text(
                $"{only.Method} 在 {split.SolverSample} 次模拟的样本上求解（{Word(only.Status).Zh}）：样本目标值 {only.Objective:#,##0}元，下界 {only.Bound:#,##0}元；上面的数字按全部模拟重新计算。",
                $"{only.Method} solved it on a sample of {Figures.Counted(split.SolverSample, "replication")} ({Word(only.Status).En}): {only.Objective:#,##0} yuan there, nothing is below {only.Bound:#,##0} yuan; the figure above is recomputed over all replications."));
        }

        return notes;
    }

    // What the split leaves open, over all replications.
    private static Text Achieved(FundSplitOutcome split)
    {
        var left = Figures.Amount(new Money((long)Math.Round(split.Answer.Objective * 100)));
        var transfers = split.Plan.TransferShare == 0
            ? new Text("切块后条款之间不调剂", "no transfers between clauses afterwards")
            : new Text(
                $"切块后每个条款至多可调出 {100 * split.Plan.TransferShare:0.##}%，表中的不足概率为调剂前",
                $"afterwards a clause may hand over {100 * split.Plan.TransferShare:0.##}% of its money; the probabilities of the table are before that");
        return split.Plan.Aim == SplitAim.ExpectedShortfall
            ? new Text(
                $"按各次模拟的需求切块，使期望缺口最小：{left.Zh}（{transfers.Zh}）。",
                $"The split leaves the least expected shortfall over the replications: {left.En} ({transfers.En}).")
            : new Text(
                $"按最差的 {100 * (1 - split.Plan.Level):0.##}% 年份切块，使这些年份的平均缺口最小：{left.Zh}（{transfers.Zh}）。",
                $"The split leaves the least mean shortfall in the worst {100 * (1 - split.Plan.Level):0.##}% of the years: {left.En} ({transfers.En}).");
    }

    private static Text Word(SolverStatus status) => status switch
    {
        SolverStatus.Optimal => new Text("最优", "optimal"),
        SolverStatus.Feasible => new Text("可行，未证明最优", "feasible, not proved best"),
        SolverStatus.TimeLimit => new Text("未在限定的工作量内求出", "stopped at the limit"),
        _ => new Text("未求出", "no answer"),
    };

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
            Cell.Of(terms.Id), Cell.Of(new Text(title.Zh, title.En)), Cell.Of(Money.FromYuan(terms.Floor)),
            terms.Ceiling >= split.Problem.Fund ? Cell.Blank : Cell.Of(Money.FromYuan(terms.Ceiling)),
            Cell.Of(Money.FromYuan(share)), Cell.Of(new Money((long)Math.Round(100.0 * sum / split.Problem.Samples))),
            Cell.Probability((double)shorts / split.Problem.Samples),
        ];
    }

    private static IEnumerable<IReadOnlyList<Cell>> Bounds(FundSplitOutcome split, Forecast forecast, int clause, ShadowPrice price)
    {
        var terms = split.Problem.Clauses[clause];
        var share = split.Answer.Amounts[clause];
        var title = forecast.Model.Terms.Compiled[split.Measures[clause]].Measure.Title;
        double ShareOf(Func<long, bool> isShort) =>
            Enumerable.Range(0, split.Problem.Samples)
                .Count(sample => isShort(split.Problem.Demand[sample, clause])) / (double)split.Problem.Samples;
        if (share == terms.Ceiling && price.Less is { } less)
            yield return PriceRow(
                new Text(title.Zh, title.En),
                new Text("上限", "ceiling"),
                terms.Ceiling,
                Math.Max(0, ShareOf(demand => demand > share) - less));
        if (share == terms.Floor && terms.Floor > 0)
            yield return PriceRow(
                new Text(title.Zh, title.En),
                new Text("下限", "floor"),
                terms.Floor,
                Math.Max(0, price.More - ShareOf(demand => demand >= share)));
    }

    private static IReadOnlyList<Cell> PriceRow(Text where, Text limit, long yuan, double price) =>
        [Cell.Of(where), Cell.Of(limit), Cell.Of(Money.FromYuan(yuan)), Cell.Ratio(price)];

    private static IReadOnlyList<Cell> Total(FundSplitOutcome split) =>
    [
        Cell.Of(new Text("合计", "Total")),
        Cell.Of(split.Answer.Unallocated == 0 ? Text.Empty : new Text("另有未切块部分", "a part is left unallocated")), Cell.Blank, Cell.Blank,
        Cell.Of(Money.FromYuan(split.Answer.Amounts.Sum())), Cell.Blank, Cell.Blank,
    ];
}
