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
        return new Report(
            "design",
            new Text("限额设计：", "Design: ") + title,
            [new ReportSection("choice", new Text("方案与前沿", "The choice and the frontier"))
            {
                Charts = [Frontier(design)],
                Tables = [Values(design), Table(design)],
            }])
        {
            Subtitle = new Text(
                $"目标 {Asked(design).Zh} · {design.Baseline.Finished:#,##0} 次模拟，另以新抽样核验",
                $"target {Asked(design).En} · {Figures.Counted(design.Baseline.Finished, "replication")}, verified on fresh draws"),
            Summary = [.. Sentences(design)],
            KeyFigures = [.. KeyFigures(design)],
            Manifest = manifest,
        };
    }

    /// <summary>What is chosen, what it does, what vouches for it, and whether it holds.</summary>
    public static IEnumerable<Text> Sentences(Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var (targets, values) = (design.Question.Targets, At(design, design.Best.Values));
        var asked = Asked(design);
        var reached = Join(targets.Select(target => Shown(target, target.Of(design.Best.Outcome))));
        yield return design.IsFeasible
            ? new Text($"取 {values.Zh} 可达到 {asked.Zh}（{reached.Zh}）。", $"{values.En} meets {asked.En} ({reached.En}).")
            : new Text(
                $"在给定范围内无法达到 {asked.Zh}；最接近的是 {values.Zh}（{reached.Zh}）。",
                $"Nothing in the ranges meets {asked.En}; the closest is {values.En} ({reached.En}).");
        if (!design.IsFeasible && design.Unmet.All(unmet => !unmet.ByItself))
            yield return new Text("每个目标单独都能达到，合在一起不能。", "Each target can be met by itself, but not all together.");
        foreach (var unmet in design.Unmet) yield return Unmet(design, unmet);
        var change = Signed(Fen((design.Best.Outcome.Mean - design.Baseline.Mean) * 100));
        yield return new Text($"平均支出较现行 {change.Zh}。", $"The mean outlay changes by {change.En}.");
        if (design.Proof.Solver.Length > 0) yield return Proof(design);
        if (!design.IsFeasible) yield break;
        foreach (var target in targets) yield return Fresh(design, target);
    }

    // "Within the ranges" stands in the sentence before. What an outlay exceeds its limit by says itself; what money lacks for a risk does
    // not.
    private static Text Unmet(Design design, UnmetTarget unmet)
    {
        var (closest, at, lack) =
            (Shown(unmet.Target, unmet.Closest), At(design, unmet.Values), Figures.Amount(Money.FromYuan(unmet.Lack)));
        var missing = unmet.Target.Result == TargetResult.Shortage
            ? new Text($"，每年尚缺 {lack.Zh}", $", where the funds lack {lack.En} a year")
            : Text.Empty;
        return unmet.ByItself
            ? new Text(
                $"{TargetText.Of(unmet.Target).Zh} 单独也无法达到：最好只能到 {closest.Zh}（{at.Zh}）{missing.Zh}。",
                $"{TargetText.Of(unmet.Target).En} cannot be met even by itself: the closest that can is {closest.En} ({at.En}){missing.En}.")
            : new Text(
                $"其他目标都达到时，{TargetText.Of(unmet.Target).Zh} 最好只能到 {closest.Zh}（{at.Zh}）{missing.Zh}。",
                $"With the other targets met, the closest to {TargetText.Of(unmet.Target).En} is {closest.En} ({at.En}){missing.En}.");
    }

    private static Text At(Design design, IReadOnlyList<string> values) =>
        Join(design.Names.Select((name, index) => Of(name) + Text.Same(" = ") + Setting(values[index])));

    private static Text Proof(Design design)
    {
        var proof = design.Proof;
        var status = proof.SolverSupport is null
            ? new Text("没有找到可行的组合", "found no combination that meets the targets")
            : new Text(
                $"已从 {(long)proof.Combinations:#,##0} 个组合中选出", $"chose among {Figures.Counted((long)proof.Combinations, "combination")}");
        var exact = proof.IsExact
            ? new Text("逐次复算到元一致", "the run of the choice agrees with it to the yuan")
            : new Text("复算有出入", "the run of the choice differs from it");
        var all = proof is { BestOfAll: { } best, SolverSupport: { } own }
            ? Math.Abs(best - own) <= 1e-6 * Math.Abs(best)
                ? new Text("；逐一比较全部组合，结果相同", "; looking at every combination gives the same")
                : new Text(
                    $"；逐一比较全部组合，可再多保留 {Math.Abs(best - own) / Math.Abs(best) * 100:0.000}%，取后者",
                    $"; looking at every combination keeps {Math.Abs(best - own) / Math.Abs(best) * 100:0.000}% more, which is taken")
            : Text.Empty;
        return new Text(
            $"{proof.Solver} 按 {proof.Sample} 次模拟的样本{status.Zh}；{exact.Zh}{all.Zh}。",
            $"{proof.Solver} {status.En} on a sample of {Figures.Counted(proof.Sample, "replication")}; {exact.En}{all.En}.");
    }

    private static Text Fresh(Design design, DesignTarget target)
    {
        var (fresh, interval) = (Shown(target, target.Of(design.Fresh)), target.Within(design.Fresh));
        var (low, high) = (Shown(target, interval.Low), Shown(target, interval.High));
        var holds = target.HoldsWithinError(design.Fresh);
        return new Text(
            $"换用新抽样核验 {TargetText.Of(target).Zh}：{fresh.Zh}（95% 区间 {low.Zh} 至 {high.Zh}），{(holds ? "在误差内达到目标" : "未达到目标，请增加模拟次数")}。",
            $"On fresh draws, {TargetText.Of(target).En}: {fresh.En} (95 % interval {low.En} to {high.En}); {(holds ? "the target holds within this error" : "the target does not hold: use more replications")}.");
    }

    private static Text Asked(Design design) => Join(design.Question.Targets.Select(TargetText.Of));

    private static IEnumerable<KeyFigure> KeyFigures(Design design) => design.Question.Targets.Select(target =>
    {
        var (limit, isMet) = (TargetText.Of(target), target.Excess(design.Best.Outcome) == 0);
        return new KeyFigure(
            TargetText.ResultOf(target),
            Shown(target, target.Of(design.Best.Outcome)),
            (isMet ? new Text("达到：", "met: ") : new Text("未达到：", "missed: ")) + limit,
            isMet ? Tone.Good : Tone.Warning);
    });

    /// <summary>The values to write into the policy, beside the range that was searched.</summary>
    private static ReportTable Values(Design design) => new(
        "design-values",
        design.IsFeasible ? new Text("建议取值", "Values of the design") : new Text("最接近的取值", "Values of the closest point"),
        [
            Column("figure", "参数", "Figure", ColumnKind.Text),
            Column("value", "取值", "Value", ColumnKind.Text),
            Column("from", "搜索范围下限", "Searched from", ColumnKind.Text),
            Column("to", "搜索范围上限", "to", ColumnKind.Text),
            Column("path", "路径", "Path", ColumnKind.Text),
        ],
        [.. design.Question.Paths.Select((path, index) => (IReadOnlyList<Cell>)[
            Cell.Of(Of(design.Names[index])),
            Cell.Of(Setting(design.Best.Values[index])),
            Cell.Of(Setting(path.Values[0])),
            Cell.Of(Setting(path.Values[^1])),
            Cell.Of(path.Path),
        ])]);

    private static Text Join(IEnumerable<Text> texts)
    {
        var list = texts.ToList();
        return new Text(string.Join("，", list.Select(text => text.Zh)), string.Join("; ", list.Select(text => text.En)));
    }

    /// <summary>The scenario as it stands, the design, and the design on fresh draws.</summary>
    public static ReportTable Table(Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return new ReportTable(
            "design-table",
            new Text("现行与设计", "As it stands and as designed"),
            [
                Column("option", "方案", "Option", ColumnKind.Text), Column("mean", "平均支出", "Mean outlay", ColumnKind.Yuan),
                Column("p95", "P95支出", "P95 outlay", ColumnKind.Yuan),
                Column("shortage", "资金不足概率", "P(shortage)", ColumnKind.Probability),
                Column("ratio", "平均兑现比例", "Mean ratio", ColumnKind.Ratio), Column("enterprises", "受益企业", "Enterprises", ColumnKind.Count),
            ],
            [
                Row(new Text("现行", "As it stands"), design.Baseline),
                Row(
                    (design.IsFeasible ? new Text("设计：", "Design: ") : new Text("最接近：", "Closest: ")) + Settings(design.Best.Values),
                    design.Best.Outcome),
                Row(
                    design.IsFeasible ? new Text("设计，新抽样", "Design on fresh draws") : new Text("最接近，新抽样", "Closest on fresh draws"),
                    design.Fresh),
            ]);
    }

    private static IReadOnlyList<Cell> Row(Text name, VariantOutcome outcome) =>
    [
        Cell.Of(name), Cell.Of(Fen(outcome.Mean * 100)), Cell.Of(Money.FromYuan(outcome.P95)),
        outcome.Funds.Count == 0 ? Cell.Missing(new Text("未设额度", "no limit given")) : Cell.Probability(outcome.ShortageChance().Value),
        Cell.Ratio(outcome.MeanRatio().Value), Cell.Count(outcome.MeanEnterprises),
    ];

    // Risk or ratio over mean outlay; where the outlay itself is bounded, support kept over outlay. The first target decides.
    private static FrontierChart Frontier(Design design)
    {
        var target = design.Question.Targets[0];
        var points = design.Tried
            .Select(point => (Point: point,
                Across: target.IsShare ? point.Outcome.Mean : target.Of(point.Outcome),
                Up: target.IsShare ? target.Of(point.Outcome) : point.Outcome.Mean / Math.Max(1, design.Baseline.Mean)))
            .ToList();
        var (acrossSign, upSign) = target.Result switch
        {
            TargetResult.Shortage => (1, -1),
            TargetResult.MeanRatio => (1, 1),
            _ => (-1, 1),
        };
        bool IsDominated((DesignPoint Point, double Across, double Up) point) => points.Exists(other =>
            acrossSign * (other.Across - point.Across) >= 0 && upSign * (other.Up - point.Up) >= 0
                && (other.Across != point.Across || other.Up != point.Up));
        var across = target.Result == TargetResult.P95 ? new Text("P95支出", "P95 outlay") : new Text("平均支出", "Mean outlay");
        var up = target.Result switch
        {
            TargetResult.Shortage => new Text("资金不足概率", "P(shortage)"),
            TargetResult.MeanRatio => new Text("平均兑现比例", "Mean ratio"),
            _ => new Text("平均支出占现行比例", "Mean outlay against the present one"),
        };
        return new FrontierChart("frontier", new Text(
            "预算、风险与支持力度", "Budget, risk and support"), across, up, [.. points.Select(point => new FrontierPoint(
            Third(target, point.Point.Outcome) + Settings(point.Point.Values), Fen(point.Across * 100), point.Up,
            ReferenceEquals(point.Point, design.Best) ? FrontierStanding.Current
                : IsDominated(point) ? FrontierStanding.Dominated
                : FrontierStanding.Efficient))]);
    }

    // What the two axes leave out of budget, risk and support stands before the values, where a long name is not cut: the outlay to budget
    // for, or the risk.
    private static Text Third(DesignTarget target, VariantOutcome outcome)
    {
        if (target.IsShare)
            return Figures.Amount(Money.FromYuan(outcome.P95)) is var budget
                ? new Text($"P95 {budget.Zh}：", $"P95 {budget.En}: ")
                : Text.Empty;
        var risk = Figures.Percent(outcome.ShortageChance().Value);
        return outcome.Funds.Count == 0 ? Text.Empty : new Text($"不足 {risk}：", $"short {risk}: ");
    }

    private static Text Shown(DesignTarget target, double value) =>
        target.IsShare ? Text.Same(Figures.Percent(value)) : Figures.Amount(Fen(value * 100));
}
