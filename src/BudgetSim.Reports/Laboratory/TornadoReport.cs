// The report of a tornado: bars, and a table of every factor.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Tornadoes;
using static BudgetSim.Reports.Laboratory.LaboratoryText;

namespace BudgetSim.Reports.Laboratory;

/// <summary>From a tornado to its report.</summary>
public static class TornadoReport
{
    /// <summary>The report as a value.</summary>
    public static Report From(Tornado tornado, Text title, IReadOnlyList<ManifestEntry> manifest)
    {
        ArgumentNullException.ThrowIfNull(tornado);
        return new Report("tornado", new Text("敏感性：", "What matters most: ") + title, [.. Sections(tornado)])
        {
            Subtitle = new Text(
                $"{tornado.Baseline.Finished:#,##0} 次模拟，同一抽样；每次只动一项",
                $"{Figures.Counted(tornado.Baseline.Finished, "replication")} on the same draws; one factor moves at a time"),
            Summary = [.. tornado.Rows.Where(row => row.Swing > 0).Take(3).Select(Sentence), .. ByShortage(tornado).Take(1).Select(Risk)],
            Manifest = manifest,
        };
    }

    /// <summary>One row per factor, ranked.</summary>
    public static ReportTable Table(Tornado tornado)
    {
        ArgumentNullException.ThrowIfNull(tornado);
        return new ReportTable(
            "factors-table",
            new Text("各因素的影响（按P95支出变化排序）", "Every factor, ranked by the change of P95 outlay"),
            [
                Column("kind", "类别", "Kind", ColumnKind.Text), Column("factor", "因素", "Factor", ColumnKind.Text),
                Column("path", "路径", "Path", ColumnKind.Text), Column("low-setting", "低取值", "Low setting", ColumnKind.Text),
                Column("low-p95", "P95支出", "P95 outlay at low", ColumnKind.Yuan),
                Column("high-setting", "高取值", "High setting", ColumnKind.Text),
                Column("high-p95", "P95支出（高）", "P95 outlay at high", ColumnKind.Yuan),
                Column("swing", "P95变化", "Change of P95", ColumnKind.Yuan),
                Column("mean-swing", "平均支出变化", "Change of mean", ColumnKind.Yuan),
                Column("shortage-swing", "不足概率变化", "Change of P(shortage)", ColumnKind.Probability),
                Column("range", "范围依据", "Range from", ColumnKind.Text),
            ],
            [.. tornado.Rows.Select(row => (IReadOnlyList<Cell>)[
                Cell.Of(Word(row.Kind)), Cell.Of(Of(row.Name)), Cell.Of(row.Path), Cell.Of(Setting(row.LowSetting)),
                Cell.Of(Money.FromYuan(row.Low.P95)), Cell.Of(Setting(row.HighSetting)), Cell.Of(Money.FromYuan(row.High.P95)),
                Cell.Of(Money.FromYuan(row.Swing)), Cell.Of(Fen(row.MeanSwing * 100)), Cell.Probability(row.ShortageSwing),
                Cell.Of(Word(row.Range))])])
        { Searchable = true, Notes = [.. Unstated(tornado)] };
    }

    /// <summary>The factors that move the probability of a shortage, the largest change first; no row where no fund has a limit.</summary>
    public static ReportTable ShortageTable(Tornado tornado)
    {
        ArgumentNullException.ThrowIfNull(tornado);
        return new ReportTable(
            "shortage-table",
            new Text("按资金不足概率的变化排序", "Ranked by the change of the probability of a shortage"),
            [
                Column("kind", "类别", "Kind", ColumnKind.Text), Column("factor", "因素", "Factor", ColumnKind.Text),
                Column("path", "路径", "Path", ColumnKind.Text), Column("low-setting", "低取值", "Low setting", ColumnKind.Text),
                Column("low-shortage", "不足概率", "P(shortage) at low", ColumnKind.Probability),
                Column("high-setting", "高取值", "High setting", ColumnKind.Text),
                Column("high-shortage", "不足概率（高）", "P(shortage) at high", ColumnKind.Probability),
                Column("shortage-swing", "变化", "Change", ColumnKind.Probability),
                Column("range", "范围依据", "Range from", ColumnKind.Text),
            ],
            [.. ByShortage(tornado).Select(row => (IReadOnlyList<Cell>)[
                Cell.Of(Word(row.Kind)), Cell.Of(Of(row.Name)), Cell.Of(row.Path), Cell.Of(Setting(row.SafestSetting)),
                Cell.Probability(row.SafestChance), Cell.Of(Setting(row.RiskiestSetting)), Cell.Probability(row.RiskiestChance),
                Cell.Probability(row.ShortageSwing), Cell.Of(Word(row.Range))])]);
    }

    private static IEnumerable<TornadoRow> ByShortage(Tornado tornado) =>
        tornado.Rows.Where(row => row.ShortageSwing > 0).OrderByDescending(row => row.ShortageSwing);

    private static Text Risk(TornadoRow row)
    {
        var (name, safest, riskiest) = (Quoted(row.Name), Setting(row.SafestSetting), Setting(row.RiskiestSetting));
        var (least, most) = (Figures.Percent(row.SafestChance), Figures.Percent(row.RiskiestChance));
        return new Text(
            $"资金不足概率受{name.Zh}影响最大：{safest.Zh} 时 {least}，{riskiest.Zh} 时 {most}。",
            $"The probability of a shortage depends most on {name.En}: {least} at {safest.En}, {most} at {riskiest.En}.");
    }

    private static IEnumerable<ReportSection> Sections(Tornado tornado)
    {
        yield return new ReportSection("ranking", new Text("谁的影响最大", "What moves the outlay most"))
        {
            Charts = [Chart("all", Text.Empty, tornado, tornado.Rows)],
            Tables = [Table(tornado)],
        };
        if (ByShortage(tornado).Any())
            yield return new ReportSection("by-shortage", new Text("谁最影响资金够不够", "What decides whether the funds suffice"))
            {
                Tables = [ShortageTable(tornado)],
            };
        foreach (var kind in tornado.Rows.Select(row => row.Kind).Distinct().Order())
        {
            var rows = tornado.Rows.Where(row => row.Kind == kind).ToList();
            if (rows.Count < tornado.Rows.Count)
                yield return new ReportSection($"only-{kind}".ToLowerInvariant(), Heading(kind))
                {
                    Charts = [Chart($"{kind}".ToLowerInvariant(), Word(kind), tornado, rows)],
                };
        }
    }

    private static TornadoChart Chart(string id, Text group, Tornado tornado, IReadOnlyList<TornadoRow> rows) => new(
        "tornado-" + id,
        new Text("P95支出的变化", "Change of P95 outlay") + (group == Text.Empty ? group : new Text($"：{group.Zh}", $": {group.En}")),
        new Text("P95支出", "P95 outlay"),
        Money.FromYuan(tornado.Baseline.P95),
        [.. rows.Where(row => row.Swing > 0)
            .Select(row => new TornadoBar(
                Of(row.Name), Setting(row.LowSetting), Money.FromYuan(row.Low.P95), Setting(row.HighSetting),
                Money.FromYuan(row.High.P95)))])
    { Note = Unstated(tornado).FirstOrDefault(Text.Empty) };

    // Bars of unequal ranges are not to be read as if each were as likely as the next.
    private static IEnumerable<Text> Unstated(Tornado tornado)
    {
        var (count, all) = (tornado.Rows.Count(row => row.Range == RangeBasis.Fallback), tornado.Rows.Count);
        if (count > 0)
            yield return new Text(
                $"{all} 项中有 {count} 项未写范围，按±20%变动，只比较敏感程度，不表示可能的范围。",
                $"{count} of {Figures.Counted(all, "factor")} {(count == 1 ? "states no range and moves" : "state no range and move")} by ±20 %: this compares how sensitive the outlay is, not how far they may really lie.");
    }

    private static Text Sentence(TornadoRow row)
    {
        var (name, low, high, swing) =
            (Quoted(row.Name), Setting(row.LowSetting), Setting(row.HighSetting), Figures.Amount(Money.FromYuan(row.Swing)));
        return row.Kind == FactorKind.Reading
            ? new Text(
                $"{name.Zh}按{Quoted(row.LowSetting).Zh}与按{Quoted(row.HighSetting).Zh}理解，P95支出相差 {swing.Zh}。",
                $"{name.En}: between {Quoted(row.LowSetting).En} and {Quoted(row.HighSetting).En} the P95 outlay differs by {swing.En}.")
            : new Text(
                $"{name.Zh}从 {low.Zh} 到 {high.Zh}，P95支出相差 {swing.Zh}。",
                $"{name.En}: from {low.En} to {high.En} the P95 outlay differs by {swing.En}.");
    }

    private static Text Word(RangeBasis basis) => basis switch
    {
        RangeBasis.Stated => new Text("情景所写", "stated"),
        RangeBasis.Own => new Text("自身P10—P90", "own P10–P90"),
        RangeBasis.Options => new Text("全部选项", "every option"),
        _ => new Text("±20%（未写）", "±20 % (none stated)"),
    };

    private static Text Heading(FactorKind kind) => kind switch
    {
        FactorKind.Policy => new Text("只看政策参数", "Figures of the policies alone"),
        FactorKind.Pool => new Text("只看数据假设", "Assumptions alone"),
        _ => new Text("只看歧义读法", "Readings alone"),
    };

    private static Text Word(FactorKind kind) => kind switch
    {
        FactorKind.Policy => new Text("政策参数", "policy"),
        FactorKind.Pool => new Text("数据假设", "assumption"),
        _ => new Text("歧义读法", "reading"),
    };
}
