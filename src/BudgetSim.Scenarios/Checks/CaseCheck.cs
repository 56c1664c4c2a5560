// Checks cases.csv and settlements.jsonl without running them.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Cases;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Checks;

/// <summary>Files of worked examples: names, values and shapes, not amounts.</summary>
internal static class CaseCheck
{
    private const string Undetermined = "UNDETERMINED";

    /// <summary>The faults of a file of single cases.</summary>
    public static IReadOnlyList<Diagnostic> Cases(string path, PolicyLibrary library)
    {
        var table = TableFile.Read(path);
        var faults = table.Diagnostics.ToList();
        if (!table.Succeeded) return faults;
        int Column(string name) => table.Value.RequiredColumn(name, faults);
        var (id, measure, inputs, expected) = (Column("case_id"), Column("measure_id"), Column("inputs"), Column("expected"));
        if (faults.Exists(fault => fault.Severity == Severity.Error)) return faults;
        foreach (var row in table.Value.Rows)
        {
            if (library.Find(row[measure].Text) is null) faults.Add(UnknownMeasure(row[measure], library));
            if (row[expected].Text.Trim() is var text && text != Undetermined && !ScalarText.TryNumber(text, out _)) faults.Add(NotAnAmount(row[expected]));
            if (CellText.Json(row[inputs]) is not { } facts) continue;
            faults.AddRange(facts.Diagnostics);
            if (facts.Succeeded) FactsReader.Read(facts.Value, library.Vocabulary, faults);
        }

        faults.AddRange(table.Value.Rows.GroupBy(row => row[id].Text).SelectMany(group => group.Skip(1)).Select(row => Repeated(row[id])));
        return faults;
    }

    /// <summary>The faults of a file of settlements.</summary>
    public static IReadOnlyList<Diagnostic> Settlements(string path, LibraryTerms terms)
    {
        var faults = new List<Diagnostic>();
        foreach (var line in JsonFile.ReadLines(path))
        {
            faults.AddRange(line.Diagnostics);
            if (line.Succeeded) new SettlementCaseReader(terms, faults).Read(line.Value);
        }

        return faults;
    }

    private static Diagnostic UnknownMeasure(Cell cell, PolicyLibrary library) =>
        Diagnostic.Error(cell.Where, "BS214", $"unknown measure '{cell.Text}'", NearestName.Hint(cell.Text, library.MeasureIds));

    private static Diagnostic NotAnAmount(Cell cell) =>
        Diagnostic.Error(cell.Where, "BS215", $"expected is '{cell.Text}', expected whole yuan or {Undetermined}");

    private static Diagnostic Repeated(Cell cell) =>
        Diagnostic.Error(cell.Where, "BS216", $"the case {cell.Text} stands twice", "give one of them another id");
}
