// The report of a backtest: coverage, losses, the calibration picture, and every forecast beside what was paid.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Backtests;
using static BudgetSim.Reports.Laboratory.LaboratoryText;

namespace BudgetSim.Reports.Laboratory;

/// <summary>From a backtest to its report.</summary>
public static class BacktestReport
{
    /// <summary>The report as a value.</summary>
    public static Report From(Backtest backtest, IReadOnlyList<ManifestEntry> manifest)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        var score = BacktestScore.Of([.. backtest.OfMeasures]);
        var plan = backtest.Plan;
        var title = plan.Scenario.Title;
        return new Report("backtest", new Text("回测：", "Backtest: ") + Of(title), [Quality(score, backtest), .. Sections(backtest)])
        {
            Subtitle = plan.IsOfScenario
                ? new Text(
                    $"{plan.History.First}—{plan.History.Last} 年兑现；{plan.Years[0]}—{plan.Years[^1]} 年按情景自身的群组预测，{plan.Replications:#,##0} 次模拟",
                    $"Payments of {plan.History.First} to {plan.History.Last}; {plan.Years[0]} to {plan.Years[^1]} forecast by the scenario's own cohorts, {Figures.Counted(plan.Replications, "replication")}")
                : new Text(
                    $"{plan.History.First}—{plan.History.Last} 年兑现；{plan.Years[0]}—{plan.Years[^1]} 年逐年用此前数据预测，每年 {plan.Replications:#,##0} 次模拟",
                    $"Payments of {plan.History.First} to {plan.History.Last}; each of {plan.Years[0]} to {plan.Years[^1]} forecast from the years before it, {Figures.Counted(plan.Replications, "replication")} a year"),
            Summary = [.. Summary(score)],
            KeyFigures = [.. KeyFigures(score)],
            Manifest = manifest,
        };
    }

    /// <summary>Coverage and losses, one row per score.</summary>
    public static ReportTable Scores(BacktestScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        IReadOnlyList<Cell> Covered(string zh, string en, double said, Simulation.Statistics.Proportion found) =>
            [
                Cell.Of(new Text(zh, en)),
                Cell.Probability(said),
                Cell.Probability(found.Value),
                Cell.Probability(found.Interval.Low),
                Cell.Probability(found.Interval.High),
                Cell.Blank,
            ];
        IReadOnlyList<Cell> Lost(string zh, string en, double loss) =>
            [Cell.Of(new Text(zh, en)), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Of(Fen(loss * 100))];
        return new ReportTable(
            "scores",
            new Text("预测质量", "How good the forecasts were"),
            [
                Column("score", "指标", "Score", ColumnKind.Text), Column("nominal", "应覆盖", "Should cover", ColumnKind.Probability),
                Column("covered", "实际覆盖", "Covered", ColumnKind.Probability),
                Column("low", "95%区间下限", "95 % interval from", ColumnKind.Probability),
                Column("high", "95%区间上限", "to", ColumnKind.Probability), Column("loss", "分位数损失", "Pinball loss", ColumnKind.Yuan),
            ],
            [
                Covered("50%区间", "50 % band", 0.5, score.Half), Covered("90%区间", "90 % band", 0.9, score.Ninety),
                Lost("本模型", "this model", score.Loss), Lost("照搬上年", "last year again", score.LastYearLoss),
                Lost("按平均增速", "mean growth", score.MeanGrowthLoss),
            ])
        {
            Notes = [new Text(
            $"按 {score.Cases} 个“条款×年度”计算；损失为5%、25%、50%、75%、95%分位的平均，越小越好。",
            $"Over {Figures.Counted(score.Cases, "pair")} of measure and year; the loss is the mean over the quantiles 5, 25, 50, 75 and 95 %, smaller is better.")]
        };
    }

    /// <summary>One row per forecast.</summary>
    public static ReportTable Table(Backtest backtest)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        Money At(BacktestPoint point, double probability) => Fen(point.Quantile(probability) * 100);
        var inside = new Text("在内", "inside");
        return new ReportTable(
            "forecasts",
            new Text("逐条预测与实际", "Every forecast and what was paid"),
            [
                Column("year", "年度", "Year", ColumnKind.Text), Column("measure", "条款", "Measure", ColumnKind.Text),
                Column("p5", "P5", "P5", ColumnKind.Yuan), Column("p25", "P25", "P25", ColumnKind.Yuan),
                Column("p50", "P50", "P50", ColumnKind.Yuan),
                Column("p75", "P75", "P75", ColumnKind.Yuan), Column("p95", "P95", "P95", ColumnKind.Yuan),
                Column("actual", "实际兑现", "Paid", ColumnKind.Yuan), Column("in-90", "90%区间", "90 % band", ColumnKind.Text),
                Column("last-year", "照搬上年", "Last year again", ColumnKind.Yuan),
                Column("mean-growth", "按平均增速", "Mean growth", ColumnKind.Yuan),
            ],
            [.. backtest.Points.Select(point => (IReadOnlyList<Cell>)[
                Cell.Of($"{point.Year}"), Cell.Of(NameOf(backtest, point.Measure)), Cell.Of(At(point, 0.05)), Cell.Of(At(point, 0.25)),
                Cell.Of(At(point, 0.5)), Cell.Of(At(point, 0.75)), Cell.Of(At(point, 0.95)),
                Cell.Of(Fen(point.Actual * 100)),
                Cell.Of(point.Covers(0.9) ? inside : point.Actual > point.Quantile(0.5) ? new Text(
                    "偏高", "above") : new Text("偏低", "below")),
                Cell.Of(Fen(point.LastYear * 100)), Cell.Of(Fen(point.MeanGrowth * 100))])])
        { Searchable = true, Notes = [.. backtest.New.Select(one => NotForecast(backtest.Plan, one.Measure, one.Year))] };
    }

    private static Text NotForecast(BacktestPlan plan, string measure, int year) => plan.IsOfScenario
        ? new Text(
            $"{measure} 在 {year} 年有兑现，情景没有申报，未计分。", $"{measure} was paid in {year} and the scenario claims none of it: it is not scored.")
        : new Text($"{measure} 在 {year} 年首次兑现，无法回测。", $"{measure} was first paid in {year} and cannot be forecast from before.");

    private static ReportSection Quality(BacktestScore score, Backtest backtest) =>
        new("quality", new Text("预测可信吗", "Whether the forecasts can be trusted"))
        {
            Charts =
            [
                new CalibrationChart(
                    "calibration",
                    new Text("校准：说 p% 的，实际有多少", "Calibration: how often what was said at p % came true"),
                    [.. score.Calibration.Select(point => new CalibrationPoint(
                        point.Predicted, point.Observed.Value, point.Observed.Interval.Low, point.Observed.Interval.High, point.Cases))]),
                new BandsChart(
                    "years",
                    new Text("各年合计的预测区间与实际", "Forecast of each year's sum, and what was paid"),
                    [.. backtest.Points.Where(point => point.Measure is null).OrderBy(point => point.Year).Select(Band)])
                {
                    IsOrdered = true,
                },
            ],
            Tables = [Scores(score)],
        };

    private static IEnumerable<ReportSection> Sections(Backtest backtest)
    {
        yield return new ReportSection("every-forecast", new Text("逐条对照", "Forecast by forecast")) { Tables = [Table(backtest)] };
    }

    private static Band Band(BacktestPoint point)
    {
        Money At(double probability) => Fen(point.Quantile(probability) * 100);
        return new Band(new Text($"{point.Year}年", $"{point.Year}"), At(0.05), At(0.5), At(0.9), At(0.95), Fen(point.Actual * 100));
    }

    private static Text NameOf(Backtest backtest, string? measure) =>
        measure is null ? new Text("合计", "Sum") : Of(backtest.Plan.Scenario.Model.Terms.Library.Find(measure)!.Measure.Title);

    private static IEnumerable<Text> Summary(BacktestScore score)
    {
        var (ninety, half) = (Figures.Percent(score.Ninety.Value), Figures.Percent(score.Half.Value));
        yield return new Text(
            $"90%区间覆盖了 {ninety} 的实际兑现，50%区间覆盖了 {half}（{score.Cases} 个“条款×年度”）。",
            $"The 90 % bands covered {ninety} of what was paid, the 50 % bands {half} ({Figures.Counted(score.Cases, "pair")} of measure and year).");
        if (!score.Ninety.Interval.Covers(0.9))
            yield return new Text(
                "覆盖率与90%的差别超出抽样误差，请勿直接采用这些区间。",
                "The coverage differs from 90 % by more than sampling error: do not rely on these bands as they are.");
        yield return Against(new Text("照搬上年", "last year again"), score.LastYearLoss, score.Loss);
        yield return Against(new Text("按平均增速外推", "mean growth"), score.MeanGrowthLoss, score.Loss);
    }

    private static Text Against(Text naive, double theirs, double ours) => theirs <= 0
        ? new Text($"“{naive.Zh}”没有误差。", $"‘{naive.En}’ made no error.")
        : new Text(
            $"预测误差（分位数损失）是“{naive.Zh}”的 {Figures.Percent(ours / theirs)}。",
            $"The error of the forecasts (pinball loss) is {Figures.Percent(ours / theirs)} of that of ‘{naive.En}’.");

    private static IEnumerable<KeyFigure> KeyFigures(BacktestScore score)
    {
        var (low, high) = (Figures.Percent(score.Ninety.Interval.Low), Figures.Percent(score.Ninety.Interval.High));
        yield return new KeyFigure(
            new Text("90%区间实际覆盖", "Covered by the 90 % bands"),
            Text.Same(Figures.Percent(score.Ninety.Value)),
            new Text($"95%置信区间 {low} 至 {high}", $"95 % interval {low} to {high}"),
            score.Ninety.Interval.Covers(0.9) ? Tone.Good : Tone.Warning);
        if (score.LastYearLoss > 0)
            yield return Error(new Text("误差：与“照搬上年”之比", "Error against ‘last year again’"), score.Loss / score.LastYearLoss);
        if (score.MeanGrowthLoss > 0)
            yield return Error(new Text("误差：与“按平均增速”之比", "Error against ‘mean growth’"), score.Loss / score.MeanGrowthLoss);
    }

    private static KeyFigure Error(Text label, double share) =>
        new(label, Text.Same(Figures.Percent(share)), new Text("低于100%为更准", "below 100 % is better"), share < 1 ? Tone.Good : Tone.Warning);
}
