// The report of a sweep: a table of every point, and a heat map or a band of results.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;
using static BudgetSim.Reports.Laboratory.LaboratoryText;

namespace BudgetSim.Reports.Laboratory;

/// <summary>From a sweep to its report.</summary>
public static class SweepReport
{
    private const int MostShown = 60, ExceedanceRows = 25, ExceedanceLevels = 12;

    /// <summary>The report as a value.</summary>
    public static Report From(Sweep sweep, Text title, IReadOnlyList<ManifestEntry> manifest)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return new Report(
            "sweep",
            new Text("参数扫描：", "Sweep: ") + title,
            [new ReportSection("points", new Text("逐点结果", "Every point")) { Charts = [.. Charts(sweep)], Tables = [Table(sweep)] }])
        {
            Subtitle = new Text(
                $"{sweep.Baseline.Finished:#,##0} 次模拟，同一抽样",
                $"{Figures.Counted(sweep.Baseline.Finished, "replication")} on the same draws"),
            Summary = [.. Summary(sweep)],
            KeyFigures = [.. KeyFigures(sweep)],
            Manifest = manifest,
        };
    }

    /// <summary>One row per point.</summary>
    public static ReportTable Table(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return new ReportTable(
            "points-table",
            new Text("逐点结果", "Every point"),
            [
                .. sweep.Names.Select((name, index) => new Column(index == 0 ? "value" : "value-2", Of(name), ColumnKind.Text)),
                Column("mean", "平均支出", "Mean outlay", ColumnKind.Yuan), Column("p95", "P95支出", "P95 outlay", ColumnKind.Yuan),
                Column("change", "较基准", "Against the baseline", ColumnKind.Yuan),
                Column("shortage", "资金不足概率", "P(shortage)", ColumnKind.Probability),
                Column("ratio", "平均兑现比例", "Mean ratio", ColumnKind.Ratio),
                Column("enterprises", "受益企业", "Enterprises paid", ColumnKind.Count),
            ],
            [.. sweep.Points.Select(point => (IReadOnlyList<Cell>)[.. point.Values
                .Select(value => Cell.Of(Setting(value))), .. Cells(point.Outcome, sweep.Baseline)])])
        {
            Total = [
                .. sweep.Paths.Select((_, index) => Cell.Of(index == 0 ? new Text("基准", "Baseline") : Text.Empty)),
                .. Cells(sweep.Baseline, sweep.Baseline),
            ],
            Searchable = true,
        };
    }

    private static IReadOnlyList<Cell> Cells(VariantOutcome outcome, VariantOutcome baseline) =>
    [
        Cell.Of(Fen(outcome.Mean * 100)), Cell.Of(Money.FromYuan(outcome.P95)), Cell.Of(Fen((outcome.Mean - baseline.Mean) * 100)),
        outcome.Funds.Count == 0 ? Cell.Missing(new Text("未设额度", "no limit given")) : Cell.Probability(outcome.ShortageChance().Value),
        Cell.Ratio(outcome.MeanRatio().Value), Cell.Count(outcome.MeanEnterprises),
    ];

    private static IEnumerable<Chart> Charts(Sweep sweep)
    {
        if (sweep.Paths.Count == 2)
        {
            if (Varies(sweep, Shortage))
                yield return Heatmap(sweep, "shortage-map", new Text("资金不足的概率", "Probability of a shortage"), HeatKind.Share, Shortage);
            if (Varies(sweep, Ratio))
                yield return Heatmap(sweep, "ratio-map", new Text("平均兑现比例", "Mean ratio paid"), HeatKind.Share, Ratio);
            if (Varies(sweep, Enterprises))
                yield return Heatmap(sweep, "enterprises-map", new Text("受益企业数", "Enterprises paid"), HeatKind.Count, Enterprises);
            yield return Heatmap(sweep, "outlay-map", new Text("P95支出", "P95 outlay"), HeatKind.Yuan, outcome => outcome.P95);
            yield break;
        }

        yield return new BandsChart(
            "outlay-by-value", new Text("支出区间随取值的变化", "Outlay at each value"), [.. sweep.Points.Take(MostShown).Select(Band)])
        {
            IsOrdered = true,
            Lead = Of(sweep.Names[0]),
        };
        yield return Exceedance(sweep);
        if (Varies(sweep, Shortage))
            yield return new FrontierChart(
                "shortage-by-value",
                new Text("支出与资金不足概率", "Outlay and probability of a shortage"),
                new Text("平均支出", "Mean outlay"),
                new Text("资金不足概率", "P(shortage)"),
                [.. sweep.Points.Take(MostShown)
                    .Select(point => new FrontierPoint(
                        Setting(point.Values[0]), Fen(point.Outcome.Mean * 100), Shortage(point.Outcome), FrontierStanding.Setting))])
            {
                Lead = Of(sweep.Names[0]),
            };
    }

    private static double Shortage(VariantOutcome outcome) => outcome.Funds.Count == 0 ? 0 : outcome.ShortageChance().Value;

    private static double Ratio(VariantOutcome outcome) => outcome.MeanRatio().Value;

    private static double Enterprises(VariantOutcome outcome) => outcome.MeanEnterprises;

    // A map of one figure everywhere is a sentence.
    private static bool Varies(Sweep sweep, Func<VariantOutcome, double> of) =>
        sweep.Points.Select(point => of(point.Outcome)).Distinct().Skip(1).Any();

    private static Band Band(SweepPoint point)
    {
        var sample = Simulation.Statistics.SortedSample.OfFen(point.Outcome.Outlay);
        Money At(double probability) => Money.FromYuan((long)sample.Quantile(probability));
        return new Band(Setting(point.Values[0]), At(0.05), At(0.5), At(0.9), At(0.95));
    }

    // How likely the outlay is above each of a few round amounts, value by value.
    private static HeatmapChart Exceedance(Sweep sweep)
    {
        var step = Math.Max(1, (sweep.Points.Count + ExceedanceRows - 1) / ExceedanceRows);
        var points = sweep.Points.Where((_, index) => index % step == 0).ToList();
        var samples = points.Select(point => Simulation.Statistics.SortedSample.OfFen(point.Outcome.Outlay)).ToList();
        var (low, high) = (samples.Min(sample => sample.Quantile(0.05)), samples.Max(sample => sample.Quantile(0.95)));
        var width = RoundUp(Math.Max(1, (high - low) / ExceedanceLevels));
        var levels = Enumerable.Range(0, ExceedanceLevels + 1).Select(index => (Math.Floor(low / width) + index) * width)
            .Where(level => level <= high + width)
            .ToList();
        var values = samples.Select(
            sample => (IReadOnlyList<double?>)[.. levels.Select(level => (double?)(sample.CountAbove(level) / (double)sample.Count))]);
        var title = new Text("支出超过某一金额的概率", "Probability that the outlay is above an amount");
        return new HeatmapChart(
            "exceedance-map", title, title, HeatKind.Share, new Text("金额（万元）", "Amount (10,000 yuan)"),
            [.. levels.Select(level => Text.Same($"{level / 10_000:#,##0.##}"))], Of(sweep.Names[0]),
            [.. points.Select(point => Setting(point.Values[0]))], [.. values]);
    }

    // 1, 2 or 5 times a power of ten.
    private static double RoundUp(double width)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        return new[] { 1, 2, 5, 10 }.First(digit => digit * power >= width) * power;
    }

    private static HeatmapChart Heatmap(Sweep sweep, string id, Text title, HeatKind kind, Func<VariantOutcome, double> of)
    {
        var (down, across) = (sweep.Paths[0], sweep.Paths[1]);
        var values = down.Values.Select((_, row) => (IReadOnlyList<double?>)[.. across.Values
            .Select((_, column) => (double?)of(sweep.Points[(row * across.Values.Count) + column].Outcome))]);
        return new HeatmapChart(
            id, title, title, kind, Of(sweep.Names[1]), [.. across.Values.Select(Setting)], Of(sweep.Names[0]),
            [.. down.Values.Select(Setting)], [.. values]);
    }

    private static IEnumerable<Text> Summary(Sweep sweep)
    {
        var (least, most) = (sweep.Points.MinBy(point => point.Outcome.Mean)!, sweep.Points.MaxBy(point => point.Outcome.Mean)!);
        var (low, high) = (Figures.Amount(Fen(least.Outcome.Mean * 100)), Figures.Amount(Fen(most.Outcome.Mean * 100)));
        var (from, to) = (Settings(least.Values), Settings(most.Values));
        var (names, count) = (sweep.Names.Select(Quoted).ToList(), sweep.Points.Count);
        yield return new Text(
            $"{string.Join("与", names.Select(name => name.Zh))}取 {count} 个值：平均支出从 {low.Zh}（{from.Zh}）到 {high.Zh}（{to.Zh}）。",
            $"{Figures.Counted(count, "value")} of {string.Join(" and ", names.Select(name => name.En))}: mean outlay from {low.En} ({from.En}) to {high.En} ({to.En}).");
        if (sweep.Baseline.Funds.Count > 0)
            yield return Range(sweep, new Text("资金不足概率", "probability of a shortage"), Shortage, chance => Figures.Percent(chance));
        yield return Range(
            sweep,
            new Text("平均受益企业", "mean number of enterprises paid"),
            Enterprises,
            number => Figures.Count((decimal)Math.Round(number, 2, MidpointRounding.AwayFromZero)));
    }

    private static Text Range(Sweep sweep, Text what, Func<VariantOutcome, double> of, Func<double, string> shown)
    {
        var (least, most) = (sweep.Points.MinBy(point => of(point.Outcome))!, sweep.Points.MaxBy(point => of(point.Outcome))!);
        var (low, high) = (shown(of(least.Outcome)), shown(of(most.Outcome)));
        return Varies(sweep, of)
            ? new Text(
                $"{what.Zh}从 {low}（{Settings(least.Values).Zh}）到 {high}（{Settings(most.Values).Zh}）。",
                $"The {what.En} goes from {low} ({Settings(least.Values).En}) to {high} ({Settings(most.Values).En}).")
            : new Text($"{what.Zh}各取值下都是 {low}。", $"The {what.En} is {low} at every value.");
    }

    private static IEnumerable<KeyFigure> KeyFigures(Sweep sweep)
    {
        var (least, most) = (sweep.Points.MinBy(point => point.Outcome.Mean)!, sweep.Points.MaxBy(point => point.Outcome.Mean)!);
        yield return Tile(new Text("最低平均支出", "Lowest mean outlay"), least);
        yield return Tile(new Text("最高平均支出", "Highest mean outlay"), most);
        yield return new KeyFigure(
            new Text("基准平均支出", "Mean outlay of the baseline"),
            Figures.Amount(Fen(sweep.Baseline.Mean * 100)),
            new Text("情景原有取值", "the scenario as it stands"));
    }

    private static KeyFigure Tile(Text label, SweepPoint point) =>
        new(label, Figures.Amount(Fen(point.Outcome.Mean * 100)), Settings(point.Values));
}
