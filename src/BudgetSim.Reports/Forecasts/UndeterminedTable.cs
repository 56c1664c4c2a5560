// Promises without an amount: what no total of the run contains.
using BudgetSim.Policy.Measures;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Clauses that pay money whose amount the text does not state, claimed in the run or not, and claims that lack a fact.</summary>
internal static class UndeterminedTable
{
    /// <summary>The table, or null where the chosen policies have no such clause.</summary>
    public static ReportTable? From(Forecast forecast)
    {
        var terms = forecast.Model.Terms;
        var rows = Enumerable.Range(0, terms.Measures.Count)
            .Where(measure => terms.Measures[measure].IsOutlay)
            .Where(measure => ForecastLine.Sum(forecast, forecast.Undetermined, measure) > 0 || IsOpen(terms.Compiled[measure].Measure))
            .Select(measure => Row(forecast, measure))
            .ToList();
        if (rows.Count == 0) return null;
        return new ReportTable(
            "undetermined",
            new Text("金额未定事项", "Undetermined items"),
            [
                ForecastTables.Of("measure", "条款编号", "Clause id", ColumnKind.Text),
                ForecastTables.Of("name", "条款", "Clause", ColumnKind.Text), ForecastTables.Of("article", "依据", "Article", ColumnKind.Text),
                ForecastTables.Of("claims", "预计申报", "Expected claims", ColumnKind.Count),
                ForecastTables.Of("undetermined", "金额未定", "Undetermined claims", ColumnKind.Count),
                ForecastTables.Of("why", "原因", "Why", ColumnKind.Text),
            ],
            rows)
        {
            Searchable = true,
            Notes = [new Text("以上金额未计入任何合计；相应合计为下限。", "None of these amounts is in any total: such totals are lower bounds.")],
        };
    }

    private static bool IsOpen(Measure measure) => !measure.AmountIsSpecified;

    private static IReadOnlyList<Cell> Row(Forecast forecast, int index)
    {
        var measure = forecast.Model.Terms.Compiled[index].Measure;
        var claims = ForecastLine.Sum(forecast, forecast.Claims, index);
        var open = ForecastLine.Sum(forecast, forecast.Undetermined, index);
        var why = IsOpen(measure)
            ? new Text("条文未写明金额，由主管部门核定", "the text states no amount; the authority decides")
            : new Text("测算所需的数据未给出", "a fact that the rule needs is not given");
        if (claims == 0) why += new Text("；情景中未设申报", "; no claims in this scenario");
        return
        [
            Cell.Of(measure.Id), Cell.Of(new Text(measure.Title.Zh, measure.Title.En)), Cell.Of(measure.Article),
            Cell.Count((double)claims / forecast.Finished), Cell.Count((double)open / forecast.Finished), Cell.Of(why),
        ];
    }
}
