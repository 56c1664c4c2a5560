// Every figure of the pool in words, with its basis.
using BudgetSim.Policy.Library;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Reports.Forecasts;

/// <summary>What was assumed of whom, and why; figures by the names of files, with what these mean beside them.</summary>
internal sealed class AssumptionsTable(PolicyLibrary library)
{
    /// <summary>The table of a pool.</summary>
    public ReportTable Of(Pool pool) => new(
        "assumptions",
        new Text("假设与依据", "Assumptions and their basis"),
        [
            ForecastTables.Of("subject", "对象", "Subject", ColumnKind.Text), ForecastTables.Of("figure", "数据项", "Figure", ColumnKind.Text),
            ForecastTables.Of("meaning", "含义", "Meaning", ColumnKind.Text),
            ForecastTables.Of("value", "取值", "Value", ColumnKind.Text), ForecastTables.Of("basis", "依据", "Basis", ColumnKind.Text),
        ],
        [.. pool.Populations.SelectMany(PopulationRows), .. pool.Cohorts.SelectMany(CohortRows)])
    { Searchable = true };

    private IEnumerable<IReadOnlyList<Cell>> PopulationRows(Population population)
    {
        var name = Text.Same(population.Name);
        var count = Row(name, new Text("户数", "enterprises"), Text.Empty, Text.Same(population.Count.ToString()), population.Basis);
        return TitleRows(population, name).Concat(AttributeRows(name, population.Attributes)).Prepend(count);
    }

    private static IEnumerable<IReadOnlyList<Cell>> TitleRows(Population population, Text name)
    {
        if (population.Titles is not { } ladder) yield break;
        var (start, yearly) = DrawText.Of(ladder);
        var since = new Text($"{ladder.Since}年末称号", $"titles at the end of {ladder.Since}");
        yield return Row(name, since, Text.Empty, start, ladder.Basis);
        yield return Row(name, new Text("称号每年升级", "steps up a year"), Text.Empty, yearly, ladder.Basis);
    }

    private IEnumerable<IReadOnlyList<Cell>> CohortRows(Cohort cohort)
    {
        var name = new Text(cohort.Title.Zh, cohort.Title.En);
        var heads = cohort.Titled is { } titled ? TitledText(titled) : Text.Same(DrawText.CountOf(cohort));
        var count = Row(name, new Text("每年个数", "number a year"), Text.Empty, heads, cohort.Basis);
        IReadOnlyList<Cell> Share(CohortClaim claim, Text what, Distribution share) =>
            Row(name, what + Text.Same(claim.Measure), TitleOf(claim.Measure), Text.Same(DrawText.OfShare(share)), claim.Basis);
        var claims = cohort.Claims.Select(claim => Share(claim, new Text("申报率 ", "take-up "), claim.TakeUp));
        var approvals = cohort.Claims.Where(claim => claim.Approval is not Fixed { Value: 1 })
            .Select(claim => Share(claim, new Text("获批率 ", "approval "), claim.Approval));
        return AttributeRows(name, cohort.Attributes).Prepend(count).Concat(claims).Concat(approvals);
    }

    private IEnumerable<IReadOnlyList<Cell>> AttributeRows(Text subject, IReadOnlyList<DrawnAttribute> attributes) =>
        attributes.Select(attribute =>
            Row(subject, Text.Same(attribute.Name), MeaningOf(attribute.Name), DrawText.Of(attribute.Draw), attribute.Basis));

    private Text MeaningOf(string name) =>
        library.Vocabulary.Find(name) is { } attribute
            ? new Text(AttributeLabel.Of(attribute, "zh"), AttributeLabel.Of(attribute, "en"))
            : Text.Empty;

    private Text TitleOf(string measure) => library.Find(measure)?.Measure.Title is { } title ? new Text(title.Zh, title.En) : Text.Empty;

    private static Text TitledText(TitledHeads titled)
    {
        var who = titled.Moment == TitleMoment.Newly
            ? new Text("当年新获称号的企业", "the newly titled of the year")
            : new Text("持有称号的企业", "those who hold the title");
        return titled.Share >= 1 ? who : who + Text.Same($" × {Figures.Percent(titled.Share)}");
    }

    private static IReadOnlyList<Cell> Row(Text subject, Text figure, Text meaning, Text value, Basis basis) =>
        [
            Cell.Of(subject),
            Cell.Of(figure),
            meaning == Text.Empty ? Cell.Blank : Cell.Of(meaning),
            Cell.Of(value),
            Cell.Of(BasisText(basis)),
        ];

    // A file says "assumption", perhaps with a remark behind it.
    private static Text BasisText(Basis basis)
    {
        var assumption = Basis.Assumption.Text;
        if (!basis.Text.StartsWith(assumption, StringComparison.Ordinal)) return Text.Same(basis.Text);
        return new Text("假设" + basis.Text[assumption.Length..].Replace("; ", "；", StringComparison.Ordinal), basis.Text);
    }
}
