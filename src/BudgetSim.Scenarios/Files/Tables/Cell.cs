// One cell of a table: its text, how it was stored, and where it stands.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>
/// A cell of a CSV file or workbook. In a workbook the place counts rows and columns from 1. Dates of a workbook are
/// <c>2026-06-30</c>, its numbers plain decimals, its truth values <c>true</c> and <c>false</c>.
/// </summary>
public readonly record struct Cell(string Text, CellKind Kind, Place Where)
{
    /// <summary>Whether there is nothing but white space.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>How a cell was stored.</summary>
public enum CellKind
{
    /// <summary>Text, or any unquoted cell of a CSV file.</summary>
    Text,

    /// <summary>A CSV cell in quotes: the place is that of the opening quote.</summary>
    Quoted,

    /// <summary>A number of a workbook; a whole one may be meant as a date (days since 1899-12-30).</summary>
    Number,

    /// <summary>A date of a workbook.</summary>
    Date,

    /// <summary>A truth value of a workbook.</summary>
    Truth,
}
