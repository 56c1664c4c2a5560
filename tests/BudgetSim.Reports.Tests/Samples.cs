// Charts and tables as a real run gives them, in every size that a run may have.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Tests;

internal static class Samples
{
    private static readonly Text[] Clauses =
    [
        new("技术改造项目设备投资补助（附件三第一条）", "Equipment investment grant for upgrading projects (annex 3, art. 1)"),
        new("重点技改项目贷款贴息", "Interest subsidy on upgrading loans"),
        new("工业云平台服务费补助", "Cloud platform fees"),
        new("软件企业首版次产品奖励", "First edition software award"),
        new("信息技术应用创新大赛获奖项目奖励", "Innovation contest award"),
        new("软件著作权与质量认证补助", "Copyright and quality certificates"),
        new("龙头企业规模晋级奖励", "Growth of leading enterprises"),
        new("试点示范项目一次性奖励", "Pilot project award"),
    ];

    public static Text Clause(int i) => i < Clauses.Length
        ? Clauses[i]
        : new Text($"第{i + 1}条 {Clauses[i % Clauses.Length].Zh}", $"Clause {i + 1}: {Clauses[i % Clauses.Length].En}");

    public static Money Yuan(double yuan) => Money.FromYuan((long)yuan);

    // A smooth spread without any draw: the i-th of n outlays around a centre.
    public static IReadOnlyList<Money> Outlays(int count, double centre) => Enumerable.Range(0, count)
        .Select(i => (i + 0.5) / count)
        .Select(u => Yuan(centre * Math.Exp(0.25 * Math.Log(u / (1 - u)) / 1.7)))
        .ToList();

    public static BandsChart Bands(int clauses) =>
        new("outlay-bands", new Text("各条款支出区间", "Outlay bands by clause"), Enumerable.Range(0, clauses).Select(i =>
        {
            var centre = 68_000_000.0 / (1 + (i * 0.7)) + 350_000;
            return new Band(Clause(i), Yuan(centre * 0.62), Yuan(centre), Yuan(centre * 1.38), Yuan(centre * 1.55));
        }).ToList())
        {
            Lead = new Text("设备投资补助占支出的一半，也最不确定", "The equipment grant is half of the outlay, and the least certain"),
            Note = new Text("10,000 次模拟，种子 20260101", "10,000 replications, seed 20260101"),
        };

    public static ExceedanceChart Exceedance(double appropriation = 50_000_000, string id = "software-fund-exceedance") =>
        ExceedanceChart.FromOutlays(
            id, new Text("软件专项资金：支出超过某金额的概率", "Software fund: probability that outlay exceeds an amount"), Outlays(10_000, 46_000_000),
            Yuan(appropriation))
            with
        {
            Lead = new Text("按 5,000 万元安排，约三成的年份不够", "At 50 million yuan about three years in ten run short"),
            Note = new Text("10,000 次模拟", "10,000 replications"),
        };

    public static WaterfallChart Waterfall() =>
        new("software-waterfall", new Text("从应得到实付：软件专项资金", "From entitlement to payment: software fund"),
        [
            WaterfallStep.Total(new("政策应得", "Entitlement"), Yuan(83_215_400)),
            WaterfallStep.Change(new("未申报", "Not claimed"), Yuan(-11_020_377)),
            WaterfallStep.Change(new("单项封顶", "Item caps"), Yuan(-9_480_120)),
            WaterfallStep.Change(new("不重复享受", "Non-duplication"), Yuan(-6_233_903)),
            WaterfallStep.Change(new("名额限制", "Quotas"), Yuan(-2_400_000)),
            WaterfallStep.Change(new("上级配套增加", "Top-up"), Yuan(1_250_000)),
            WaterfallStep.Total(new("核定申报", "Admitted"), Yuan(55_331_000)),
            WaterfallStep.Change(new("按比例压减", "Pro-rata cut"), Yuan(-5_331_000)),
            WaterfallStep.Total(new("实际支付", "Paid"), Yuan(50_000_000)),
        ]);

    public static FanChart Fan(int years) =>
        new("fan", new Text("2026—2030 年支出走势", "Outlay 2026 to 2030"), Enumerable.Range(0, years).Select(i =>
        {
            var centre = 46e6 * (1 + (i * 0.08));
            var spread = 0.1 + (0.05 * i);
            return new FanYear(
                2026 + i,
                Yuan(centre * (1 - (1.6 * spread))),
                Yuan(centre * (1 - (0.7 * spread))),
                Yuan(centre),
                Yuan(centre * (1 + (0.7 * spread))),
                Yuan(centre * (1 + (1.9 * spread))),
                i < 3 ? Yuan(50e6) : null);
        }).ToList());

    public static TornadoChart Tornado(int factors = 9) =>
        new("tornado", new Text("哪些假设最影响 P95 支出", "What moves the P95 outlay most"), new("P95 支出", "P95 outlay"), Yuan(72_400_000),
            Enumerable.Range(0, factors).Select(i => new TornadoBar(
                new Text($"申报率（{Clause(i).Zh}）", $"Take-up ({Clause(i).En})"), new("60%", "60%"),
                Yuan(72_400_000 - (9_100_000 / (i + 1.0))),
                new("90%", "90%"), Yuan(72_400_000 + (12_300_000 / (i + 1.2)) - (i == 3 ? 4e6 : 0)))).ToList());

    public static HeatmapChart Heatmap(int columns = 7, int rows = 6) =>
        new("heatmap", new Text(
            "封顶额与补助率：资金不足的概率", "Cap and rate: probability of a shortage"), new("资金不足的概率", "Probability of a shortage"), HeatKind.Share,
            new("单个企业封顶", "Cap per enterprise"),
            Enumerable.Range(1, columns).Select(i => new Text($"{i * 100}万元", $"{i} million")).ToList(),
            new("补助率", "Rate"), Enumerable.Range(1, rows).Select(i => Text.Same($"{i * 2 + 2}%")).ToList(),
            Enumerable.Range(0, rows)
                .Select(y => (IReadOnlyList<double?>)Enumerable.Range(0, columns)
                    .Select(x => x == 2 && y == 1 ? (double?)null : 1 / (1 + Math.Exp(5 - x - y)))
                    .ToList())
                .ToList());

    public static FrontierChart Frontier() =>
        new("frontier", new Text(
            "多花一点钱，少担多少风险", "What a little more money buys"), new("期望支出", "Expected outlay"), new("资金不足的概率", "Probability of a shortage"),
            Enumerable.Range(0, 14).Select(i => new FrontierPoint(new(
                $"封顶 {200 + (i * 50)}万",
                $"cap {2 + (i * 0.5)}m"), Yuan(38e6 + (i * 1.7e6)), i % 3 == 2 ? 0.55 - (i * 0.02) : 0.5 / (1 + (i * 0.5)),
                i == 8 ? FrontierStanding.Current : i % 3 == 2 ? FrontierStanding.Dominated : FrontierStanding.Efficient)).ToList());

    public static LorenzChart Lorenz() => new("lorenz", new Text("资金在企业间的集中程度", "How evenly the money is spread"),
    [
        LorenzCurve.FromAwards(new("基准", "Baseline"), Enumerable.Range(1, 400).Select(i => Yuan(Math.Pow(i, 3))).ToList()),
        LorenzCurve.FromAwards(
            new("封顶 300 万", "Cap 3 million"), Enumerable.Range(1, 400).Select(i => Yuan(Math.Min(Math.Pow(i, 3), 2e7))).ToList()),
    ]);

    public static DifferenceChart Difference(int clauses = 8) =>
        new("difference", new Text("封顶降至 300 万：各条款支出变化", "Cap at 3 million: change by clause"),
            Enumerable.Range(0, clauses)
                .Select(i => new Difference(
                    Clause(i), Yuan(-8_200_000 + (i * 1_400_000)), Yuan(-8_900_000 + (i * 1_300_000)), Yuan(-7_500_000 + (i * 1_500_000))))
                .ToList());

    public static RatioChart Ratio() => RatioChart.FromRatios("ratio", new Text("按比例压减的分布", "How deep the cut is"),
        Outlays(10_000, 46_000_000).Select(outlay => 50_000_000.0 / outlay.WholeYuan).ToList());

    public static CalibrationChart Calibration() => new("calibration", new Text("历史回测：预测是否可信", "Backtest: do forecasts come true"),
        Enumerable.Range(1, 9)
            .Select(i => new CalibrationPoint(
                i / 10.0, i / 10.0 + (i % 2 == 0 ? 0.03 : -0.04), Math.Max(0, (i / 10.0) - 0.12), Math.Min(1, (i / 10.0) + 0.11), 120))
            .ToList());

    public static BarsChart Losses(int clauses) =>
        new("clause-losses", new Text(
            "每个条款的应得金额去了哪里", "What becomes of each clause's entitlement"), new("占应得金额", "Share of the entitlement"),
            [new("兑现", "Paid"), new("单项限额", "Own ceilings"), new("资金按比例压减", "Cut by the fund")],
            Enumerable.Range(0, clauses)
                .Select(i => new BarRow(
                    Clause(i),
                    [Cell.Ratio(0.5), Cell.Ratio(0.5 / (i + 1)), Cell.Ratio(0.5 - (0.5 / (i + 1)))],
                    Yuan(90_000_000.0 / (i + 1))))
                .ToList())
        { IsStacked = true, Beside = new("应得", "Entitlement") };

    public static BarsChart Split(int clauses) =>
        new("fund-split", new Text("年初切块与期望需求", "The split before the year and the mean demand"), new("金额", "Amount"),
            [new("切块", "Given to the clause"), new("期望需求", "Mean demand")],
            Enumerable.Range(0, clauses)
                .Select(i => new BarRow(Clause(i), [Cell.Of(Yuan(8_000_000.0 / (i + 1))), Cell.Of(Yuan(7_000_000.0 / (i + 1)))]))
                .ToList());

    public static ConvergenceChart Convergence() => new("convergence", new Text("模拟次数够不够", "Whether the replications suffice"),
        new[] { ("P50", 46e6), ("P90", 63e6) }
            .Select(line => new ConvergenceLine(
                Text.Same(line.Item1),
                new[] { 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000 }
                    .Select(n => new ConvergencePoint(
                        n, Yuan(line.Item2), Yuan(line.Item2 * (1 - (1 / Math.Sqrt(n)))), Yuan(line.Item2 * (1 + (1 / Math.Sqrt(n))))))
                    .ToList()))
            .ToList());

    // Every kind of chart, the twelve of a full report first.
    public static IReadOnlyList<Chart> EveryKind() => [.. TwelveCharts(), Losses(8), Split(8), Convergence()];

    // The twelve charts of a full report.
    public static IReadOnlyList<Chart> TwelveCharts() =>
    [
        Bands(24), Exceedance(), Exceedance(64_000_000, "upgrade-fund-exceedance"), Waterfall(), Fan(5), Tornado(), Heatmap(), Frontier(),
        Lorenz(), Difference(), Ratio(), Calibration(),
    ];
}
