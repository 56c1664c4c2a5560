// The tables of a comparison: clauses, funds, payers, enterprises, and what the reforms replace.
using BudgetSim.Policy.Library;
using BudgetSim.Reports.Rules;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Simulation.Statistics;
using static BudgetSim.Reports.Laboratory.LaboratoryText;

namespace BudgetSim.Reports.Laboratory;

/// <summary>One method per table.</summary>
public static class ComparisonTables
{
    private static readonly Column[] Amounts =
    [
        Column("baseline", "基准", "Baseline", ColumnKind.Yuan), Column("reform", "改革后", "Reform", ColumnKind.Yuan),
        Column("difference", "差额", "Difference", ColumnKind.Yuan),
        Column("low", "95%下限", "95 % low", ColumnKind.Yuan), Column("high", "95%上限", "95 % high", ColumnKind.Yuan),
        Column("share-higher", "增加的次数", "Share higher", ColumnKind.Probability),
        Column("share-lower", "减少的次数", "Share lower", ColumnKind.Probability),
    ];

    /// <summary>Mean outlay of every clause on both sides.</summary>
    public static ReportTable Clauses(Contrast contrast, string suffix = "")
    {
        ArgumentNullException.ThrowIfNull(contrast);
        return new ReportTable(
            "clauses" + suffix,
            new Text("各条款平均支出", "Mean outlay of each clause"),
            [Column("measure", "编号", "Id", ColumnKind.Text), Column("clause", "条款", "Clause", ColumnKind.Text), .. Amounts],
            [.. contrast.Clauses.Select(clause => (IReadOnlyList<Cell>)[Cell.Of(clause.Id), Cell.Of(Of(clause.Name)), .. Cells(clause)])])
        { Total = [Cell.Blank, Cell.Of(Of(contrast.Total.Name)), .. Cells(contrast.Total)], Searchable = true };
    }

    /// <summary>Every fund and year on both sides.</summary>
    public static ReportTable Funds(Contrast contrast, string suffix = "")
    {
        ArgumentNullException.ThrowIfNull(contrast);
        return new ReportTable(
            "funds" + suffix,
            new Text("资金", "Funds"),
            [
                Column("fund", "资金", "Fund", ColumnKind.Text), Column("year", "年度", "Year", ColumnKind.Text),
                Column("baseline-limit", "基准额度", "Baseline limit", ColumnKind.Yuan),
                Column("reform-limit", "改革额度", "Reform limit", ColumnKind.Yuan),
                Column("baseline-shortage", "基准不足概率", "Baseline P(shortage)", ColumnKind.Probability),
                Column("reform-shortage", "改革不足概率", "Reform P(shortage)", ColumnKind.Probability),
                Column("baseline-ratio", "基准兑现比例", "Baseline ratio", ColumnKind.Ratio),
                Column("reform-ratio", "改革兑现比例", "Reform ratio", ColumnKind.Ratio), .. Amounts,
            ],
            [.. contrast.Funds.Select(fund => (IReadOnlyList<Cell>)[
                Cell.Of(Of(fund.Name)), Cell.Of($"{fund.Year}"), Limit(fund.BaselineYuan), Limit(fund.OtherYuan),
                Probability(fund.Baseline), Probability(fund.Other), Ratio(fund.Baseline), Ratio(fund.Other), .. Cells(fund.Paid)])]);
    }

    /// <summary>Every payer on both sides.</summary>
    public static ReportTable Payers(Contrast contrast, string suffix = "")
    {
        ArgumentNullException.ThrowIfNull(contrast);
        return new ReportTable(
            "payers" + suffix,
            new Text("各级财政承担", "Payers"),
            [Column("payer", "承担方", "Payer", ColumnKind.Text), .. Amounts],
            [.. contrast.Payers.Select(payer => (IReadOnlyList<Cell>)[Cell.Of(Of(payer.Name)), .. Cells(payer)])]);
    }

    /// <summary>Who gains and who loses.</summary>
    public static ReportTable Enterprises(Contrast contrast, string suffix = "")
    {
        ArgumentNullException.ThrowIfNull(contrast);
        var counts = contrast.Enterprises;
        return new ReportTable(
            "enterprises" + suffix,
            new Text(
                $"企业得失（前 {counts.Replications} 次模拟的平均）",
                $"Enterprises (mean of the first {Figures.Counted(counts.Replications, "replication")})"),
            [
                Column("group", "类别", "Group", ColumnKind.Text),
                Column("enterprises", "户数", "Enterprises", ColumnKind.Count),
                Column("amount", "金额", "Amount", ColumnKind.Yuan),
            ],
            [
                [Cell.Of(new Text("多得", "Gain")), Cell.Count(counts.Winners), Cell.Of(Fen(counts.YuanGained * 100))],
                [Cell.Of(new Text("少得", "Lose")), Cell.Count(counts.Losers), Cell.Of(Fen(counts.YuanLost * -100))],
                [Cell.Of(new Text("不变", "Unchanged")), Cell.Count(counts.Unchanged), Cell.Blank],
                [Cell.Of(new Text("其中：新获兑现", "of these: paid for the first time")), Cell.Count(counts.NewlyPaid), Cell.Blank],
                [Cell.Of(new Text("其中：不再兑现", "of these: no longer paid")), Cell.Count(counts.NoLongerPaid), Cell.Blank],
            ]);
    }

    /// <summary>
    /// Old beside new, with the article; a measure that <paramref name="library"/> knows as added stands in words, else as its file has it.
    /// </summary>
    public static ReportTable Reform(IReadOnlyList<ReformChange> changes, string suffix = "", PolicyLibrary? library = null) => new(
        "reform" + suffix,
        new Text("改动：原文与新值", "What is replaced: old and new"),
        [
            Column("target", "路径", "Path", ColumnKind.Text), Column("article", "条文", "Article", ColumnKind.Text),
            Column("old", "原值", "Old", ColumnKind.Text), Column("new", "新值", "New", ColumnKind.Text),
            Column("from", "起始日", "From", ColumnKind.Text), Column("why", "理由", "Why", ColumnKind.Text),
        ],
        [.. changes.Select(change => (IReadOnlyList<Cell>)[Cell.Of(change.Target), Cell.Of(change.Article), Cell.Of(Of(change.Old)),
        Cell.Of(New(
            change, library)), Cell.Of(change.From is { } from ? Figures.Date(from) : ""), Cell.Of(change.Why)])]);

    private static Text New(ReformChange change, PolicyLibrary? library)
    {
        if (!change.IsNew || library?.Find(change.Target)?.Measure is not { } added) return Of(change.New);
        var (title, standard) = (Quoted(added.Title), StandardText.Of(added, library.Vocabulary));
        return new Text($"新增{title.Zh}：{standard.Zh}", $"added: {title.En}: {standard.En}");
    }

    private static IReadOnlyList<Cell> Cells(AmountContrast amount) =>
    [
        Cell.Of(Fen(amount.Baseline)), Cell.Of(Fen(amount.Other)), Cell.Of(Fen(amount.Difference.Mean.Value)),
        Cell.Of(Fen(amount.Difference.Interval.Low)), Cell.Of(Fen(amount.Difference.Interval.High)),
        Cell.Probability(amount.Difference.ShareHigher), Cell.Probability(amount.Difference.ShareLower),
    ];

    private static Cell Limit(long? yuan) =>
        yuan is { } known ? Cell.Of(Core.Quantities.Money.FromYuan(known)) : Cell.Missing(new Text("未设额度", "no limit given"));

    private static Cell Probability(Shortage? shortage) => shortage is null ? Cell.Blank : Cell.Probability(shortage.Probability.Value);

    private static Cell Ratio(Shortage? shortage) => shortage is null ? Cell.Blank : Cell.Ratio(shortage.MeanRatio.Value);
}
