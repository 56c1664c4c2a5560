// The page and the workbook of one enterprise's money path.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Explanations;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Explanations;

/// <summary>From a story to a report: claims, the path step by step, and the waterfall.</summary>
public static class StoryReport
{
    private const string Indent = "　";
    private static readonly Cell NotKnown = Cell.Missing(new Text("未定", "undetermined"));

    /// <summary>The report as a value.</summary>
    public static Report From(EnterpriseStory story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return new Report("explain", new Text($"{story.Enterprise}：资金是怎么来的", $"{story.Enterprise}: where the money comes from"),
        [
            new ReportSection("claims", new Text("逐笔结果", "Claims")) { Charts = [.. Waterfall(story)], Tables = [Claims(story)] },
            new ReportSection("path", new Text("逐步说明", "Step by step")) { Tables = [Path(story)] },
        ])
        {
            Subtitle = story.Context,
            Summary = [.. story.Summary().Skip(1)],
        };
    }

    private static ReportTable Claims(EnterpriseStory story) => new(
        "story-claims",
        new Text("逐笔结果", "Claims"),
        [
            ForecastTables.Of("claim", "申报", "Claim", ColumnKind.Text), ForecastTables.Of("measure", "条款编号", "Clause id", ColumnKind.Text),
            ForecastTables.Of("title", "条款", "Clause", ColumnKind.Text), ForecastTables.Of("article", "依据", "Article", ColumnKind.Text),
            ForecastTables.Of("entitlement", "应得", "Entitlement", ColumnKind.Yuan),
            ForecastTables.Of("deducted", "扣减", "Deducted", ColumnKind.Yuan), ForecastTables.Of("award", "兑现", "Award", ColumnKind.Yuan),
            ForecastTables.Of("decided-by", "决定因素", "Decided by", ColumnKind.Text),
        ],
        [.. story.Claims.Select(Row)])
    {
        Unit = MoneyUnit.Yuan,
        Total = [
            Cell.Of(Wording.Of("total")),
            Cell.Blank,
            Cell.Blank,
            Cell.Blank,
            Cell.Blank,
            Cell.Blank,
            story.IsLowerBound ? Cell.AtLeast(story.Total) : Cell.Of(story.Total),
            Cell.Blank,
        ],
    };

    private static IReadOnlyList<Cell> Row(StoryClaim claim)
    {
        return
        [
            Cell.Of(claim.Id), Cell.Of(claim.Measure.Id), Cell.Of(claim.Title), Cell.Of(claim.Measure.Article),
            claim.Entitlement is { } entitlement ? Cell.Of(entitlement) : NotKnown,
            claim.Award is null ? NotKnown : Cell.Of(claim.Deductions.Aggregate(Money.Zero, (sum, deduction) => sum + deduction.Amount)),
            claim.Award is { } award ? Cell.Of(award) : NotKnown, Cell.Of(claim.DecidedBy()),
        ];
    }

    private static ReportTable Path(EnterpriseStory story) => new(
        "money-path",
        new Text("逐步说明", "Step by step"),
        [
            ForecastTables.Of("claim", "申报", "Claim", ColumnKind.Text),
            ForecastTables.Of("step", "步骤", "Step", ColumnKind.Text) with { Width = 80 },
            ForecastTables.Of("outcome", "结果", "Outcome", ColumnKind.Text),
            ForecastTables.Of("amount", "此步后金额", "Amount after the step", ColumnKind.Yuan),
            ForecastTables.Of("article", "依据", "Article", ColumnKind.Text),
        ],
        [.. story.Claims.SelectMany(claim => Flattened(claim.Steps, 1).Select(step => StepRow(claim, step.Step, step.Depth))
            .Prepend(HeadRow(claim)))])
    { Unit = MoneyUnit.Yuan, Searchable = true };

    // What the steps below are about, and what they lead to.
    private static IReadOnlyList<Cell> HeadRow(StoryClaim claim) =>
    [
        Cell.Of(claim.Id), Cell.Of(claim.Title),
        Cell.Of(claim.Award is null ? new Text(
            "金额未定", "not known") : claim.Award is { Fen: > 0 } ? new Text("兑现", "paid") : new Text("未兑现", "paid nothing")),
        claim.Award is { } award ? Cell.Of(award) : NotKnown, Cell.Of(claim.Measure.Article),
    ];

    private static IReadOnlyList<Cell> StepRow(StoryClaim claim, ExplanationStep step, int depth)
    {
        var indent = string.Concat(Enumerable.Repeat(Indent, depth));
        var outcome = Outcome(step.Outcome);
        return
        [
            Cell.Of(claim.Id), Cell.Of(new Text(indent + step.Text.Zh, indent + step.Text.En)),
            Cell.Of(step.Decides ? outcome + new Text("（由此决定）", " (decides)") : outcome),
            step.Yuan is { } yuan ? Cell.Of(new Money((long)(yuan * 100).Floor())) : Cell.Blank,
            Cell.Of(step.Source.Length > 0 ? step.Source : depth == 1 ? claim.Measure.Article : ""),
        ];
    }

    private static Text Outcome(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Holds => new Text("√ 成立", "√ holds"),
        StepOutcome.Fails => new Text("× 不成立", "× fails"),
        StepOutcome.Unknown => new Text("? 未知", "? not known"),
        _ => Text.Empty,
    };

    private static IEnumerable<(ExplanationStep Step, int Depth)> Flattened(IEnumerable<ExplanationStep> steps, int depth) =>
        steps.SelectMany(step => Flattened(step.Parts, depth + 1).Prepend((step, depth)));

    private static IEnumerable<Chart> Waterfall(EnterpriseStory story)
    {
        var known = story.Claims.Where(claim => claim is { IsOutlay: true, Award: not null, Entitlement: not null }).ToList();
        var gross = known.Aggregate(Money.Zero, (sum, claim) => sum + claim.Entitlement!.Value);
        // Two equal columns tell nothing that the table does not.
        if (gross == Money.Zero || known.TrueForAll(claim => claim.Deductions.Count == 0)) yield break;
        var steps = known.SelectMany(claim => claim.Deductions).GroupBy(deduction => deduction.Stage).OrderBy(group => group.Key)
            .Select(group => WaterfallStep.Change(
                StageWords.Of(group.Key), -group.Aggregate(Money.Zero, (sum, deduction) => sum + deduction.Amount)));
        yield return new WaterfallChart(
            "story-waterfall",
            new Text("从应得到兑现", "From entitlement to payment"),
            [
                WaterfallStep.Total(new Text("政策应得", "Entitlement"), gross),
                .. steps,
                WaterfallStep.Total(new Text("兑现", "Paid"), known.Aggregate(Money.Zero, (sum, claim) => sum + claim.Award!.Value)),
            ]);
    }
}
