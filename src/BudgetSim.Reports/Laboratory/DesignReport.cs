// The report of a design: the chosen values, whether they hold on fresh draws, and the frontier of what was tried.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Designs;
using BudgetSim.Scenarios.Laboratory.Variants;
using static BudgetSim.Reports.Laboratory.LaboratoryText;

namespace BudgetSim.Reports.Laboratory;

/// <summary>From a design to its report.</summary>
public static class DesignReport
{
    /// <summary>The report as a value.</summary>
    public static Report From(Design design, Text title, IReadOnlyList<ManifestEntry> manifest)
    {
        ArgumentNullException.ThrowIfNull(design);
        return new Report("design", new Text("限额设计：", "Design: ") + title, [new ReportSection("choice", new Text("方案与前沿", "The choice and the frontier")) { Charts = [Frontier(design)], Tables = [Table(design)] }])
        {
            Subtitle = new Text($"目标 {design.Target.Text} · {design.Baseline.Finished:#,##0} 次模拟，另以新抽样核验", $"target {design.Target.Text} · {design.Baseline.Finished:#,##0} replications, verified on fresh draws"),
            Summary = [.. Sentences(design)],
            Manifest = manifest,
        };
    }

    /// <summary>What is chosen, what it does, and whether it holds.</summary>
    public static IEnumerable<Text> Sentences(Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var values = string.Join("，", design.Paths.Select((path, index) => $"{path.Path} = {design.Best.Values[index]}"));
        var reached = Shown(design.Target, design.Target.Of(design.Best.Outcome));
        yield return design.IsFeasible
            ? new Text($"取 {values} 可达到 {design.Target.Text}（{reached.Zh}）。", $"{values} meets {design.Target.Text} ({reached.En}).")
            : new Text($"在给定范围内无法达到 {design.Target.Text}；最接近的是 {values}（{reached.Zh}）。", $"Nothing in the ranges meets {design.Target.Text}; the closest is {values} ({reached.En}).");
        var change = Signed(Fen((design.Best.Outcome.Mean - design.Baseline.Mean) * 100));
        yield return new Text($"平均支出较现行 {change.Zh}。", $"The mean outlay changes by {change.En}.");
        if (!design.IsFeasible) yield break;
        var (fresh, interval) = (Shown(design.Target, design.Target.Of(design.Fresh)), design.Target.Within(design.Fresh));
        var (low, high) = (Shown(design.Target, interval.Low), Shown(design.Target, interval.High));
        var holds = design.Target.HoldsWithinError(design.Fresh);
        yield return new Text(
            $"换用新抽样核验：{fresh.Zh}（95% 区间 {low.Zh} 至 {high.Zh}），{(holds ? "在误差内达到目标" : "未达到目标，请增加模拟次数")}。",
            $"On fresh draws: {fresh.En} (95 % interval {low.En} to {high.En}); {(holds ? "the target holds within this error" : "the target does not hold: use more replications")}.");
    }

    /// <summary>The scenario as it stands, the design, and the design on fresh draws.</summary>
    public static ReportTable Table(Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return new ReportTable(
            "design-table",
            new Text("现行与设计", "As it stands and as designed"),
            [
                Column("option", "方案", "Option", ColumnKind.Text), Column("mean", "平均支出", "Mean outlay", ColumnKind.Yuan), Column("p95", "P95支出", "P95 outlay", ColumnKind.Yuan),
                Column("shortage", "资金不足概率", "P(shortage)", ColumnKind.Probability), Column("ratio", "平均兑现比例", "Mean ratio", ColumnKind.Ratio), Column("enterprises", "受益企业", "Enterprises", ColumnKind.Count),
            ],
            [
                Row(new Text("现行", "As it stands"), design.Baseline),
                Row(new Text("设计：", "Design: ") + Text.Same(string.Join(", ", design.Best.Values)), design.Best.Outcome),
                Row(new Text("设计，新抽样", "Design on fresh draws"), design.Fresh),
            ]);
    }

    private static IReadOnlyList<Cell> Row(Text name, VariantOutcome outcome) =>
    [
        Cell.Of(name), Cell.Of(Fen(outcome.Mean * 100)), Cell.Of(Money.FromYuan(outcome.P95)), outcome.Funds.Count == 0 ? Cell.Missing(new Text("未设额度", "no limit given")) : Cell.Probability(outcome.ShortageChance().Value),
        Cell.Ratio(outcome.MeanRatio().Value), Cell.Count(outcome.MeanEnterprises),
    ];

    // Risk or ratio over mean outlay; where the outlay itself is bounded, support kept over outlay.
    private static FrontierChart Frontier(Design design)
    {
        var points = design.Tried.Select(point => (Point: point, Across: design.Target.IsShare ? point.Outcome.Mean : design.Target.Of(point.Outcome), Up: design.Target.IsShare ? design.Target.Of(point.Outcome) : point.Outcome.Mean / Math.Max(1, design.Baseline.Mean))).ToList();
        var (acrossSign, upSign) = design.Target.Result switch
        {
            TargetResult.Shortage => (1, -1),
            TargetResult.MeanRatio => (1, 1),
            _ => (-1, 1),
        };
        bool IsDominated((DesignPoint Point, double Across, double Up) point) => points.Exists(other =>
            acrossSign * (other.Across - point.Across) >= 0 && upSign * (other.Up - point.Up) >= 0 && (other.Across != point.Across || other.Up != point.Up));
        var across = design.Target.Result == TargetResult.P95 ? new Text("P95支出", "P95 outlay") : new Text("平均支出", "Mean outlay");
        var up = design.Target.Result switch
        {
            TargetResult.Shortage => new Text("资金不足概率", "P(shortage)"),
            TargetResult.MeanRatio => new Text("平均兑现比例", "Mean ratio"),
            _ => new Text("平均支出占现行比例", "Mean outlay against the present one"),
        };
        return new FrontierChart("frontier", new Text("预算、风险与支持力度", "Budget, risk and support"), across, up, [.. points.Select(point => new FrontierPoint(
            Text.Same(string.Join(", ", point.Point.Values)), Fen(point.Across * 100), point.Up, ReferenceEquals(point.Point, design.Best) ? FrontierStanding.Current : IsDominated(point) ? FrontierStanding.Dominated : FrontierStanding.Efficient))]);
    }

    private static Text Shown(DesignTarget target, double value) => target.IsShare ? Text.Same(Figures.Percent(value)) : Figures.Amount(Fen(value * 100));
}
