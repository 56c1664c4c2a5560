// The awards of one replication, claim by claim, as an example of a year.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Who is paid what in one replication, and what decided it.</summary>
public static class ExampleAwards
{
    /// <summary>Every claim of replication <paramref name="number"/>; entitlement less deductions is the award.</summary>
    public static ReportTable From(ScenarioModel model, int number)
    {
        var (input, result) = new Replicate(model).Run(number);
        var taken = result.Deductions.ToLookup(deduction => deduction.Claim);
        return new ReportTable(
            "awards",
            new Text($"第 {number} 次模拟的逐笔兑现（示例）", $"Awards of replication {number} (an example)"),
            [
                ForecastTables.Of("claim", "序号", "Claim", ColumnKind.Count), ForecastTables.Of("year", "年度", "Year", ColumnKind.Text),
                ForecastTables.Of("enterprise", "企业", "Enterprise", ColumnKind.Text),
                ForecastTables.Of("measure", "条款编号", "Clause id", ColumnKind.Text),
                ForecastTables.Of("entitlement", "应得", "Entitlement", ColumnKind.Yuan),
                ForecastTables.Of("award", "兑现", "Award", ColumnKind.Yuan),
                ForecastTables.Of("decided-by", "决定因素", "Decided by", ColumnKind.Text),
                ForecastTables.Of("title", "条款", "Clause", ColumnKind.Text),
            ],
            [.. input.Claims.Select((claim, position) => Row(model.Terms, claim, position, result.Awards[position], [.. taken[position]]))])
        { Searchable = true, IsExample = true, Unit = MoneyUnit.Yuan };
    }

    private static IReadOnlyList<Cell> Row(LibraryTerms terms, Claim claim, int position, Award award, List<Deduction> deductions)
    {
        var undetermined = Cell.Missing(new Text("条文未定", "undetermined"));
        var title = terms.Compiled[claim.Measure].Measure.Title;
        return
        [
            Cell.Count(position + 1), Cell.Of(claim.Year.ToString()), Cell.Of($"E{claim.Keys.Enterprise}"),
            Cell.Of(terms.Measures[claim.Measure].Id),
            award.IsUndetermined ? undetermined : Cell.Of(Money.FromYuan(award.Yuan + deductions.Sum(deduction => deduction.Yuan))),
            award.IsUndetermined ? undetermined : Cell.Of(Money.FromYuan(award.Yuan)), Cell.Of(Decision(claim, deductions)),
            Cell.Of(new Text(title.Zh, title.En)),
        ];
    }

    private static Text Decision(Claim claim, List<Deduction> deductions)
    {
        if (claim.State == ClaimState.Nothing && deductions.Count == 0) return new Text("不符合条件", "not eligible");
        if (claim.State == ClaimState.Undetermined) return new Text("条文未定金额", "the text states no amount");
        var words = deductions.Select(deduction => StageWords.Of(deduction.Stage)).Distinct().ToList();
        return words.Count == 0
            ? new Text("公式", "formula")
            : new Text(string.Join("、", words.Select(word => word.Zh)), string.Join(", ", words.Select(word => word.En)));
    }
}
