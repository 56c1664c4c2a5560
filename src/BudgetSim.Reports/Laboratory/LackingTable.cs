// What the rules ask and the pool does not say, with the value that holds instead.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Rules;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Transplants;
using static BudgetSim.Reports.Laboratory.LaboratoryText;

namespace BudgetSim.Reports.Laboratory;

/// <summary>The list that rules carried over to another pool must show.</summary>
public static class LackingTable
{
    private const int MostNamed = 4;

    /// <summary>One row per attribute; null if the pool says everything.</summary>
    public static ReportTable? From(IReadOnlyList<LackingAttribute> lacking, string suffix = "")
    {
        ArgumentNullException.ThrowIfNull(lacking);
        if (lacking.Count == 0) return null;
        return new ReportTable(
            "lacking" + suffix,
            new Text("规则要看而候选池没有写的属性，以及采用的取值", "What the rules read and the pool does not state, and the value that holds instead"),
            [
                Column("meaning", "属性", "Attribute", ColumnKind.Text), Column("attribute", "名称", "Name in files", ColumnKind.Text),
                Column("assumed", "采用取值", "Assumed", ColumnKind.Text),
                Column("measures", "条款", "Clauses", ColumnKind.Text), Column("cohorts", "对象", "Cohorts", ColumnKind.Text),
            ],
            [.. lacking.Select(lack => (IReadOnlyList<Cell>)[
                Cell.Of(Of(lack.Label)),
                Cell.Of(lack.Name),
                Cell.Of(Assumed(lack)),
                Cell.Of(Titles(lack.MeasureTitles)),
                Cell.Of(Titles(lack.CohortTitles)),
            ])])
        { Searchable = true };
    }

    /// <summary>The same in one sentence; null if the pool says everything.</summary>
    public static Text? Sentence(IReadOnlyList<LackingAttribute> lacking)
    {
        ArgumentNullException.ThrowIfNull(lacking);
        if (lacking.Count == 0) return null;
        string Named(string language) =>
            string.Join(
                language == "zh" ? "；" : "; ",
                lacking.Take(MostNamed)
                    .Select(lack => language == "zh"
                        ? $"{lack.Label.Zh}（{lack.Name}）为{Assumed(lack).Zh}"
                        : $"{lack.Label.En} ({lack.Name}): {Assumed(lack).En}"));
        var more = lacking.Count > MostNamed;
        return new Text(
            $"候选池没有写规则要看的 {lacking.Count} 项属性，按缺省值处理：{Named("zh")}{(more ? "等" : "")}。",
            $"The pool does not state {Figures.Counted(lacking.Count, "attribute")} that the rules read; defaults hold: {Named("en")}{(more ? "; and others" : "")}.");
    }

    private static Text Titles(IEnumerable<Bilingual> titles) =>
        new(string.Join("、", titles.Select(title => title.In("zh"))), string.Join(", ", titles.Select(title => title.In("en"))));

    private static Text Assumed(LackingAttribute lack) =>
        lack.Assumed.IsNull ? new Text("未知（金额未定）", "not known (amount undetermined)") : RuleWords.Fact(lack.Attribute, lack.Assumed);
}
