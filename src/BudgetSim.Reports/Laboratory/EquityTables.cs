// How evenly the money is spread, and which classes of enterprises get it.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Naming;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Statistics;
using static BudgetSim.Reports.Laboratory.LaboratoryText;

namespace BudgetSim.Reports.Laboratory;

/// <summary>Equity of one run, or of two side by side.</summary>
public static class EquityTables
{
    /// <summary>Gini coefficient and top shares, one row per side.</summary>
    public static ReportTable Spread(IReadOnlyList<(Text Side, EnterpriseAwards Awards)> sides, string suffix = "")
    {
        ArgumentNullException.ThrowIfNull(sides);
        return new ReportTable(
            "equity" + suffix,
            new Text(
                $"资金分布是否均衡（前 {sides[0].Awards.ByReplication.Count} 次模拟）",
                $"How evenly the money is spread (first {Figures.Counted(sides[0].Awards.ByReplication.Count, "replication")})"),
            [
                Column("side", "方案", "Side", ColumnKind.Text), Column("enterprises", "受益企业", "Enterprises paid", ColumnKind.Count),
                Column("mean-award", "户均金额", "Mean per enterprise", ColumnKind.Yuan),
                Column("gini", "基尼系数", "Gini", ColumnKind.Text), Column("top-1", "前1%企业所得", "Top 1 % get", ColumnKind.Ratio),
                Column("top-10", "前10%企业所得", "Top 10 % get", ColumnKind.Ratio),
            ],
            [.. sides.Select(side => Row(side.Side, side.Awards))]);
    }

    /// <summary>What each class of enterprises is paid on both sides, and who in it gains or loses.</summary>
    public static ReportTable Classes(IReadOnlyList<ClassContrast> classes, Vocabulary vocabulary, string suffix = "")
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new ReportTable(
            "classes" + suffix,
            new Text("分企业类别：规模、称号、地区等", "By class of enterprise: size, grade, region"),
            [
                Column("class", "类别", "Class", ColumnKind.Text), Column("value", "取值", "Value", ColumnKind.Text),
                Column("baseline", "基准", "Baseline", ColumnKind.Yuan), Column("reform", "改革后", "Reform", ColumnKind.Yuan),
                Column("difference", "差额", "Difference", ColumnKind.Yuan),
                Column("baseline-paid", "基准户数", "Paid before", ColumnKind.Count),
                Column("reform-paid", "改革户数", "Paid after", ColumnKind.Count),
                Column("winners", "多得户数", "Gain", ColumnKind.Count), Column("gained", "多得金额", "Gained", ColumnKind.Yuan),
                Column("losers", "少得户数", "Lose", ColumnKind.Count), Column("lost", "少得金额", "Lost", ColumnKind.Yuan),
            ],
            [.. classes.Select(row => (IReadOnlyList<Cell>)[
                Cell.Of(Meaning(row.Attribute, vocabulary)), Cell.Of(Word(row.Value)), Yuan(row.Yuan.Baseline), Yuan(row.Yuan.Other),
                Yuan(row.Yuan.Other - row.Yuan.Baseline),
                Cell.Count(row.Paid.Baseline), Cell.Count(row.Paid.Other), Cell.Count(row.Gain.Enterprises), Yuan(row.Gain.Yuan),
                Cell.Count(row.Loss.Enterprises), Yuan(-row.Loss.Yuan)])])
        { Notes = [NotStated] };
    }

    /// <summary>The same for one run by itself: what each class is paid.</summary>
    public static ReportTable Support(EnterpriseAwards awards, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(awards);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var total = awards.ByReplication.Sum(table => table.Values.Sum()) / (double)Math.Max(1, awards.ByReplication.Count);
        return new ReportTable(
            "support-by-class",
            new Text("分企业类别的支持", "Support by class of enterprise"),
            [
                Column("class", "类别", "Class", ColumnKind.Text), Column("value", "取值", "Value", ColumnKind.Text),
                Column("paid", "受益企业", "Enterprises paid", ColumnKind.Count),
                Column("amount", "金额", "Amount", ColumnKind.Yuan), Column("share", "占比", "Share", ColumnKind.Ratio),
                Column("mean-award", "户均金额", "Mean per enterprise", ColumnKind.Yuan),
            ],
            [.. ClassContrast.Of(awards, awards).Select(row => (IReadOnlyList<Cell>)[
                Cell.Of(Meaning(row.Attribute, vocabulary)), Cell.Of(Word(row.Value)), Cell.Count(row.Paid.Other), Yuan(row.Yuan.Other),
                Cell.Ratio(total == 0 ? 0 : row.Yuan.Other / total), Yuan(row.Paid.Other == 0 ? 0 : row.Yuan.Other / row.Paid.Other)])])
        { Notes = [NotStated] };
    }

    /// <summary>Whether a class gets more of the money than it has of the enterprises.</summary>
    private static BarsChart ClassShares(EnterpriseAwards awards, Vocabulary vocabulary)
    {
        var classes = ClassContrast.Of(awards, awards);
        Cell Share(ClassContrast row, Func<ClassContrast, double> of) =>
            Cell.Ratio(of(row) / Math.Max(1e-9, classes.Where(other => other.Attribute == row.Attribute).Sum(of)));
        return new BarsChart(
            "class-shares",
            new Text("哪类企业拿得多：户数占比与资金占比", "Who gets more than its number: share of enterprises and of money"),
            new Text("占比", "Share"),
            [new Text("受益企业占比", "Share of the enterprises paid"), new Text("资金占比", "Share of the money")],
            [.. classes.Select(row => new BarRow(
                Word(row.Value) + new Text("：", ": ") + Meaning(row.Attribute, vocabulary),
                [Share(row, each => each.Paid.Other), Share(row, each => each.Yuan.Other)]))]);
    }

    /// <summary>The section of a run: curve, spread, classes; null if nobody is paid.</summary>
    public static ReportSection? Section(EnterpriseAwards awards, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(awards);
        if (awards.Recipients().Length == 0) return null;
        var name = new Text("本方案", "This scenario");
        return new ReportSection("who-gets-it", new Text("钱到了哪些企业", "Which enterprises get the money"))
        {
            Charts = [
                new LorenzChart("lorenz", new Text("资金在企业间的分布", "How the money is spread over enterprises"), [Curve(name, awards)]),
                .. awards.Classes.Count == 0 ? Array.Empty<Chart>() : [ClassShares(awards, vocabulary)],
            ],
            Tables = [Spread([(name, awards)]), .. awards.Classes.Count == 0 ? Array.Empty<ReportTable>() : [Support(awards, vocabulary)]],
        };
    }

    /// <summary>The Lorenz curve of a side.</summary>
    public static LorenzCurve Curve(Text name, EnterpriseAwards awards)
    {
        ArgumentNullException.ThrowIfNull(awards);
        return LorenzCurve.FromAwards(name, [.. awards.Recipients().Select(Core.Quantities.Money.FromYuan)]);
    }

    private static Text NotStated =>
        new(
            "“未说明”：候选池没有写这项属性。称号随年份变化的，按企业首次受益时计。",
            "“not stated”: the pool does not say it of these enterprises. Of a title that changes with the years, the one of the first award counts.");

    private static IReadOnlyList<Cell> Row(Text side, EnterpriseAwards awards)
    {
        var yuan = awards.Recipients();
        if (yuan.Length == 0) return [Cell.Of(side), Cell.Count(0), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank];
        var spread = Inequality.Of(yuan);
        return
        [
            Cell.Of(side), Cell.Count(yuan.Length / (double)awards.ByReplication.Count), Yuan(yuan.Average()),
            Cell.Of($"{spread.Gini:0.000}"),
            Cell.Ratio(spread.TopShare(0.01)), Cell.Ratio(spread.TopShare(0.1)),
        ];
    }

    private static Cell Yuan(double yuan) => Cell.Of(Fen(yuan * 100));

    private static Text Meaning(string attribute, Vocabulary vocabulary) => Of(AttributeNames.Of(vocabulary, attribute));

    private static Text Word(string value) =>
        value == EnterpriseClass.NotStated ? new Text("未说明", "not stated") : Of(ChoiceWords.Of(value));
}
