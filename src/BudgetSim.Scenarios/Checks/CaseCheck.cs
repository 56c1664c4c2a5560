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
    /// <summary>The faults of a file of single cases.</summary>
    public static IReadOnlyList<Diagnostic> Cases(string path, PolicyLibrary library)
    {
        var rows = CaseTable.Read(path);
        var faults = rows.Diagnostics.ToList();
        foreach (var row in rows.Value ?? [])
        {
            if (library.Find(row.Measure.Text) is null) faults.Add(UnknownMeasure(row.Measure, library));
            if (!row.IsAmount) faults.Add(NotAnAmount(row.Expected));
            row.Facts(library.Vocabulary, faults);
        }

        faults.AddRange((rows.Value ?? []).GroupBy(row => row.Id.Text).SelectMany(group => group.Skip(1)).Select(row => Repeated(row.Id)));
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
        Diagnostic.Error(cell.Where, "BS215", $"expected is '{cell.Text}', expected whole yuan or {CaseRow.Undetermined}");

    private static Diagnostic Repeated(Cell cell) =>
        Diagnostic.Error(cell.Where, "BS216", $"the case {cell.Text} stands twice", "give one of them another id");
}
