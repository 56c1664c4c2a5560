// Runs cases.csv: one measure, one subject, inputs to yuan.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Cases;

/// <summary>Worked examples of single measures: <c>case_id,measure_id,inputs,expected,why</c>.</summary>
public static class CaseFile
{
    private const string Undetermined = "UNDETERMINED";

    /// <summary>The outcome of every case of <paramref name="path"/>, in file order.</summary>
    public static IReadOnlyList<CaseOutcome> Run(string path, LibraryTerms terms)
    {
        var table = TableFile.Read(path);
        if (!table.Succeeded) return [Broken(path, table.Diagnostics)];
        var faults = new List<Diagnostic>();
        var columns = new CaseColumns(
            table.Value.RequiredColumn("case_id", faults),
            table.Value.RequiredColumn("measure_id", faults),
            table.Value.RequiredColumn("inputs", faults),
            table.Value.RequiredColumn("expected", faults));
        return faults.Count > 0 ? [Broken(path, faults)] : [.. table.Value.Rows.Select(row => Run(row, columns, terms))];
    }

    private sealed record CaseColumns(int Id, int Measure, int Inputs, int Expected);

    private static CaseOutcome Broken(string path, IEnumerable<Diagnostic> faults) => new(path, Place.Of(path), [.. faults.Select(fault => fault.ToString())]);

    private static CaseOutcome Run(TableRow row, CaseColumns columns, LibraryTerms terms)
    {
        var id = row[columns.Id].Text;
        var measureId = row[columns.Measure].Text;
        if (terms.Library.Find(measureId) is not { } measure)
            return new CaseOutcome(id, row.Where, [$"unknown measure '{measureId}'; {NearestName.Hint(measureId, terms.Library.MeasureIds)}"]);
        var faults = new List<Diagnostic>();
        var cell = row[columns.Inputs];
        var inputs = CellText.Json(cell);
        faults.AddRange(inputs?.Diagnostics ?? []);
        var facts = FactsReader.Read(inputs?.Value, terms.Library.Vocabulary, faults);
        if (faults.Count > 0) return new CaseOutcome(id, row.Where, [.. faults.Select(fault => fault.ToString())]);
        var found = EvaluateAlone.From(terms, measure, facts);
        var expected = row[columns.Expected].Text.Trim();
        return new CaseOutcome(id, row.Where, found.Text == Normal(expected) ? [] : [$"expected {expected}, found {found.Text}{Missing(found)}"]);
    }

    private static string Missing(Evaluation found) =>
        found.IsUndetermined && found.Entitlement.Missing.Length > 0 ? $" (missing: {found.Entitlement.Missing})" : "";

    private static string Normal(string expected) =>
        expected == Undetermined || !ScalarText.TryNumber(expected, out var number) ? expected : number.ToString();
}
