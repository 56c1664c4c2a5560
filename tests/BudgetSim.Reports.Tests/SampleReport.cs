// A full report as a run gives it, with any number of clauses and any names.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Tests;

internal static class SampleReport
{
    public static Report Of(int clauses) => Of(Clauses(clauses, Samples.Clause), Samples.TwelveCharts());

    public static Report Of(ReportTable clauses, IReadOnlyList<Chart> charts) =>
        new("sample", new Text("福州市 2026 年技术改造与软件专项资金：预算测算", "Fuzhou 2026: upgrading and software fund, budget estimate"),
        [
            new ReportSection("clauses", new Text("各条款要花多少", "What each clause costs"))
            {
                Paragraphs = [new Text(
                    "按 10,000 次模拟，每个条款给出中位数与 P90；预算建议按 P90 安排。",
                    "10,000 replications give the median and P90 of each clause; P90 is the suggested budget.")],
                Charts = charts.Take(1).ToList(),
                Tables = [clauses],
            },
            new ReportSection("funds", new Text("资金够不够", "Whether the funds suffice"))
            {
                Charts = charts.Skip(1).Take(4).ToList(),
                Tables = [Payers()],
            },
            new ReportSection("choices", new Text("还能怎么做", "What else could be done")) { Charts = charts.Skip(5).ToList() },
        ])
        {
            Subtitle = new Text(
                "情景 fuzhou-2026-upgrade-and-software · 10,000 次模拟 · 种子 20260101",
                "Scenario fuzhou-2026-upgrade-and-software · 10,000 replications · seed 20260101"),
            KeyFigures =
            [
                new(
                    new Text("软件专项资金预计支出", "Expected outlay, software fund"),
                    Figures.Amount(Samples.Yuan(46_120_000)),
                    new Text("P50 4,598 万元，P90 6,312 万元", "P50 45.98, P90 63.12 million yuan")),
                new(
                    new Text("资金不足的概率", "Probability of a shortage"),
                    Text.Same("36.19%"),
                    new Text("预算额度 5,000 万元", "Appropriation 50 million yuan"),
                    Tone.Warning),
                new(
                    new Text("不足时平均拨付比例", "Mean ratio when short"),
                    Text.Same("84.20%"),
                    new Text("按附件四同比例压减", "Cut pro rata under annex 4")),
                new(
                    new Text("求解核验差额", "Certificate"),
                    new Text("0 元", "0 yuan"),
                    new Text("抽查 200 次模拟，全部一致", "200 replications re-solved, all equal"),
                    Tone.Good),
            ],
            Summary =
            [
                new Text(
                    "按现行条款，2026 年软件专项资金大概需要 4,598 万元；十年里有九年不超过 6,312 万元。",
                    "Under the present clauses the software fund will need about 45.98 million yuan in 2026, and not more than 63.12 million in nine years of ten."),
                new Text(
                    "如果只安排 5,000 万元，大约每三年有一年不够；不够时每家企业平均拿到应得的 84%。",
                    "With 50 million yuan it runs short about one year in three; then each enterprise gets 84% of what is due on average."),
                new Text("设备投资补助占全部支出的一半，也是最大的不确定来源。", "The equipment grant is half of the outlay and the largest source of uncertainty."),
            ],
            Assumptions = Assumptions(),
            Certificate = new Certificate(
                true,
                new Text("OR-Tools 重新求解 200 次模拟，最大差额 0 元。", "OR-Tools re-solved 200 replications; the largest difference is 0 yuan.")),
            Manifest = [
                new(new Text("随机种子", "Seed"), "20260101"),
                new(new Text("政策库", "Policy library"), "sha256:8f2c41d0"),
                new(new Text("程序版本", "Version"), "0.1.0"),
            ],
        };

    public static ReportTable Clauses(int count, Func<int, Text> name) => new(
        "forecast",
        new Text("条款测算表", "Forecast by clause"),
        [
            new("clause", new Text("条款", "Clause"), ColumnKind.Text), new("claims", new Text("预计申报数", "Expected claims"), ColumnKind.Count),
            new("mean", new Text("期望支出", "Expected outlay"), ColumnKind.Yuan) { MayBeLowerBound = true },
            new("p50", Text.Same("P50"), ColumnKind.Yuan), new("p90", Text.Same("P90"), ColumnKind.Yuan),
            new("cut-probability", new Text("被压减的概率", "Probability of a cut"), ColumnKind.Probability),
            new("ratio", new Text("平均拨付比例", "Mean pro-rata ratio"), ColumnKind.Ratio),
            new("until", new Text("有效期至", "Valid until"), ColumnKind.Date),
        ],
        Enumerable.Range(0, count).Select(i => Row(i, name(i))).ToList())
    {
        Total = [
            Cell.Of(Wording.Of("total")), Cell.Count(412.5), Cell.AtLeast(new Money(9_812_345_678)), Cell.Of(new Money(9_700_000_000)),
            Cell.Of(new Money(12_345_678_901)), Cell.Probability(0.3619), Cell.Ratio(0.9431), Cell.Blank,
        ],
        Notes = [new Text("“≥”表示含有条文未定金额的项目，合计为下限。", "“≥” marks totals that contain amounts the text leaves undetermined: lower bounds.")],
        Searchable = true,
    };

    private static IReadOnlyList<Cell> Row(int i, Text name) =>
    [
        Cell.Of(name), Cell.Count(12.25 + i),
        i % 7 == 3 ? Cell.AtLeast(new Money(1_234_567_89 + i)) : Cell.Of(new Money(6_835_012_345 / (i + 1))),
        i % 5 == 4 ? Cell.Missing(new Text("条文未定", "Undetermined")) : Cell.Of(Samples.Yuan(68_000_000.0 / (i + 1))),
        Cell.Of(Samples.Yuan(94_000_000.0 / (i + 1))),
        Cell.Probability(1.0 / (i + 3)), Cell.Ratio(i == 2 ? double.PositiveInfinity : 1 - (1.0 / (i + 7))),
        Cell.Of(new DateOnly(2026, 12, 31)),
    ];

    private static ReportTable Payers() => new(
        "payers", new Text("各级财政分担", "Payers"),
        [
            new("payer", new Text("承担方", "Payer"), ColumnKind.Text),
            new("p50", Text.Same("P50"), ColumnKind.Yuan),
            new("share", new Text("占比", "Share"), ColumnKind.Ratio),
        ],
        [
            [Cell.Of(new Text("市级", "City")), Cell.Of(Samples.Yuan(23_000_000)), Cell.Ratio(0.5)],
            [Cell.Of(new Text("受益县（市、区）", "Counties")), Cell.Of(Samples.Yuan(-1_500)), Cell.Ratio(0.5)],
        ]);

    private static ReportTable Assumptions() => new(
        "assumptions-list", Wording.Of("assumptions"),
        [
            new("item", Wording.Of("item"), ColumnKind.Text),
            new("value", Wording.Of("value"), ColumnKind.Text),
            new("basis", new Text("依据", "Basis"), ColumnKind.Text),
        ],
        [
            [Cell.Of(new Text(
                "重点技改项目数", "Key upgrading projects")), Cell.Of("200"), Cell.Of(new Text("方案目标：每年 200 项", "The plan's target: 200 a year"))],
            [Cell.Of(new Text("申报率", "Take-up")), Cell.Of("75%"), Cell.Of(new Text("假设", "Assumption"))],
        ]);
}
