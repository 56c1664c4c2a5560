// A table that is written to a file.
namespace BudgetSim.Scenarios.Files.Output;

/// <summary>Column names, and rows with one cell per column.</summary>
public sealed record OutputTable(IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<OutputCell>> Rows);
