// Reads the rows of a cases.csv.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Cases;

/// <summary>One worked example of a single measure, as written.</summary>
internal sealed record CaseRow(Cell Id, Cell Measure, Cell Inputs, Cell Expected, Place Where)
{
    public const string Undetermined = "UNDETERMINED";

    /// <summary>What is expected, without the white space around it.</summary>
    public string ExpectedText => Expected.Text.Trim();

    /// <summary>Whether the expectation is yuan or undetermined.</summary>
    public bool IsAmount => ExpectedText == Undetermined || ScalarText.TryNumber(ExpectedText, out _);

    /// <summary>The facts of the inputs; what cannot be read is a fault.</summary>
    public Dictionary<string, Value> Facts(Vocabulary vocabulary, ICollection<Diagnostic> faults)
    {
        var inputs = CellText.Json(Inputs);
        foreach (var fault in inputs?.Diagnostics ?? []) faults.Add(fault);
        return FactsReader.Read(inputs?.Value, vocabulary, faults);
    }
}

/// <summary>The file with the columns <c>case_id,measure_id,inputs,expected,why</c>.</summary>
internal static class CaseTable
{
    /// <summary>The rows of <paramref name="path"/> in file order; a missing column is a fault.</summary>
    public static Loaded<IReadOnlyList<CaseRow>> Read(string path)
    {
        var table = TableFile.Read(path);
        if (!table.Succeeded) return new Loaded<IReadOnlyList<CaseRow>>(null, table.Diagnostics);
        var faults = table.Diagnostics.ToList();
        int Column(string name) => table.Value.RequiredColumn(name, faults);
        var (id, measure, inputs, expected) = (Column("case_id"), Column("measure_id"), Column("inputs"), Column("expected"));
        if (faults.Exists(fault => fault.Severity == Severity.Error)) return Loaded<IReadOnlyList<CaseRow>>.From(null, faults);
        return Loaded<IReadOnlyList<CaseRow>>.From(
            [.. table.Value.Rows.Select(row => new CaseRow(row[id], row[measure], row[inputs], row[expected], row.Where))], faults);
    }
}
