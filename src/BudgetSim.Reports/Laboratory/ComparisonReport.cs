// Puts the report of a comparison together: what changes, by clause, fund and payer, who gains, and why.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Transplants;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Laboratory;

/// <summary>The report of a comparison.</summary>
public static class ComparisonReport
{
    /// <summary>
    /// The report as a value; <paramref name="reforms"/> are the tables of what the reforms replace, one per contrast, or null.
    /// </summary>
    public static Report From(Comparison comparison, IReadOnlyList<ReportTable?> reforms, IReadOnlyList<ManifestEntry> manifest)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(reforms);
        var note = Note(comparison);
        var name = LaboratoryText.Of(comparison.Baseline.Title);
        return new Report(
            "compare",
            new Text("同一抽样下的方案比较：", "Compared on the same draws: ") + name,
            [.. comparison.Contrasts.SelectMany((contrast, index) => Sections(comparison, contrast, index, reforms[index], note))])
        {
            Subtitle = new Text(
                $"{comparison.Forecast.Finished:#,##0} 次模拟 · 种子 {comparison.Forecast.Model.Seed}",
                $"{Figures.Counted(comparison.Forecast.Finished, "replication")} · seed {comparison.Forecast.Model.Seed}"),
            Summary = [.. comparison.Contrasts.SelectMany(contrast => ComparisonSummary.Sentences(comparison, contrast))],
            KeyFigures = [.. comparison.Contrasts.Take(1).SelectMany(ComparisonSummary.KeyFigures)],
            Manifest = manifest,
        };
    }

    /// <summary>The end of an id that tells several contrasts of one report apart.</summary>
    internal static string Suffix(int index) => index == 0 ? "" : $"-{index + 1}";

    private static IEnumerable<ReportSection> Sections(Comparison comparison, Contrast contrast, int index, ReportTable? reform, Text note)
    {
        var suffix = Suffix(index);
        var title = LaboratoryText.Of(contrast.Side.Title);
        yield return new ReportSection("changes" + suffix, title)
        {
            Charts = [
                Differences(contrast, suffix, note),
                .. contrast.Attribution is { Steps.Count: > 0 } steps
                    ? new Chart[] { Attributed(steps, contrast.Forecast.Model, suffix, note) }
                    : [],
            ],
            Tables = [ComparisonTables.Clauses(contrast, suffix), .. reform is null ? Array.Empty<ReportTable>() : [reform]],
        };
        yield return new ReportSection("funds-and-payers" + suffix, title + new Text("：资金与承担方", ": funds and payers"))
        {
            Tables = [
                ComparisonTables.Funds(contrast, suffix),
                ComparisonTables.Payers(contrast, suffix),
                .. LackingTable.From(LackingAttribute.In(contrast.Forecast.Model), suffix) is { } lacking ? new[] { lacking } : [],
            ],
        };
        yield return new ReportSection("gains-and-losses" + suffix, title + new Text("：谁得谁失", ": who gains and who loses"))
        {
            Charts = [Lorenz(comparison, contrast, suffix)],
            Tables =
            [
                ComparisonTables.Enterprises(contrast, suffix),
                .. contrast.Classes.Count == 0
                    ? Array.Empty<ReportTable>()
                    : [EquityTables.Classes(contrast.Classes, contrast.Forecast.Model.Terms.Library.Vocabulary, suffix)],
                EquityTables.Spread([(new Text("基准", "Baseline"), comparison.Awards), (title, contrast.Awards)], suffix),
            ],
        };
    }

    private static DifferenceChart Differences(Contrast contrast, string suffix, Text note) => new(
        "differences" + suffix,
        new Text("各条款支出的变化", "Change of each clause's outlay"),
        [.. contrast.Clauses.Where(IsChanged)
            .Select(clause => new Difference(
                LaboratoryText.Of(clause.Name),
                LaboratoryText.Fen(clause.Difference.Mean.Value),
                LaboratoryText.Fen(clause.Difference.Interval.Low),
                LaboratoryText.Fen(clause.Difference.Interval.High)))])
    {
        Note = note + new Text("；均值之差与 95% 置信区间", "; mean difference with its 95 % interval"),
    };

    // Rounded running totals, so that the bars add up to the fen.
    private static WaterfallChart Attributed(Attribution attribution, ScenarioModel model, string suffix, Text note)
    {
        Money Mean(long yuan) => LaboratoryText.Fen(yuan * 100.0 / attribution.Replications);
        var steps = new List<WaterfallStep> { WaterfallStep.Total(new Text("基准", "Baseline"), Mean(attribution.Baseline)) };
        var reached = attribution.Baseline;
        foreach (var step in attribution.Steps)
        {
            steps.Add(WaterfallStep.Change(
                LaboratoryText.Of(PathNames.Of(model, step.Step.Target)) + Text.Same(" → ") + LaboratoryText.Of(step.Step.NewWords),
                Mean(reached + step.Yuan) - Mean(reached)));
            reached += step.Yuan;
        }

        steps.Add(WaterfallStep.Total(new Text("改革后", "Reform"), Mean(attribution.Other)));
        return new WaterfallChart("attribution" + suffix, new Text("支出变化逐项归因", "The change of outlay, step by step"), steps)
        {
            Note = note,
        };
    }

    private static LorenzChart Lorenz(Comparison comparison, Contrast contrast, string suffix) => new(
        "lorenz" + suffix,
        new Text("资金在企业间的分布", "How the money is spread over enterprises"),
        [.. new[] { (Name: new Text("基准", "Baseline"), comparison.Awards), (Name: LaboratoryText.Of(contrast.Side.Title), contrast.Awards) }
            .Where(side => side.Awards.Recipients().Length > 0)
            .Select(side => EquityTables.Curve(side.Name, side.Awards))]);

    private static bool IsChanged(AmountContrast clause) => clause.Difference.ShareHigher + clause.Difference.ShareLower > 0;

    private static Text Note(Comparison comparison) =>
        new(
            $"{comparison.Forecast.Finished:#,##0} 次模拟，同一抽样，种子 {comparison.Forecast.Model.Seed}",
            $"{Figures.Counted(comparison.Forecast.Finished, "replication")} on the same draws, seed {comparison.Forecast.Model.Seed}");
}
