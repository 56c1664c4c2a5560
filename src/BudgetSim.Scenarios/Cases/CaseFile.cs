// Runs cases.csv: one measure, one subject, inputs to yuan.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Cases;

/// <summary>Worked examples of single measures: <c>case_id,measure_id,inputs,expected,why</c>.</summary>
public static class CaseFile
{
    /// <summary>The outcome of every case of <paramref name="path"/>, in file order.</summary>
    public static IReadOnlyList<CaseOutcome> Run(string path, LibraryTerms terms)
    {
        var rows = CaseTable.Read(path);
        return rows.Succeeded ? [.. rows.Value.Select(row => Run(row, terms))] : [Broken(path, rows.Diagnostics)];
    }

    private static CaseOutcome Broken(string path, IEnumerable<Diagnostic> faults) =>
        new(path, Place.Of(path), [.. faults.Select(fault => fault.ToString())]);

    private static CaseOutcome Run(CaseRow row, LibraryTerms terms)
    {
        var (id, measureId) = (row.Id.Text, row.Measure.Text.Trim());
        if (terms.Library.Find(measureId) is not { } measure)
            return new CaseOutcome(
                id, row.Where, [$"unknown measure '{measureId}'; {NearestName.Hint(measureId, terms.Library.MeasureIds)}"]);
        var faults = new List<Diagnostic>();
        var facts = row.Facts(terms.Library.Vocabulary, faults);
        if (faults.Count > 0) return new CaseOutcome(id, row.Where, [.. faults.Select(fault => fault.ToString())]);
        var found = EvaluateAlone.From(terms, measure, facts);
        return new CaseOutcome(
            id,
            row.Where,
            found.Text == Normal(row.ExpectedText) ? [] : [$"expected {row.ExpectedText}, found {found.Text}{Missing(found)}"]);
    }

    private static string Missing(Evaluation found) =>
        found.IsUndetermined && found.Entitlement.Missing.Length > 0 ? $" (missing: {found.Entitlement.Missing})" : "";

    private static string Normal(string expected) =>
        expected == CaseRow.Undetermined || !ScalarText.TryNumber(expected, out var number) ? expected : number.ToString();
}
