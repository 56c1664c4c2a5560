// A table as read: named columns and rows of cells.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>Every row has as many cells as <see cref="Header"/>; names are distinct, trimmed and not empty; no row is blank.</summary>
public sealed record Table(string File, IReadOnlyList<Cell> Header, IReadOnlyList<TableRow> Rows)
{
    /// <summary>The names of the columns, in order.</summary>
    public IEnumerable<string> Names => Header.Select(cell => cell.Text);

    /// <summary>The position of the column called <paramref name="name"/>, or -1.</summary>
    public int ColumnOf(string name)
    {
        for (var column = 0; column < Header.Count; column++)
            if (string.Equals(Header[column].Text, name, StringComparison.Ordinal))
                return column;
        return -1;
    }

    /// <summary>The position of a column that must be there, or -1 with a fault that names the nearest column.</summary>
    public int RequiredColumn(string name, ICollection<Diagnostic> faults)
    {
        var column = ColumnOf(name);
        if (column < 0) faults.Add(TableFaults.MissingColumn(Header[0].Where, name, [.. Names]));
        return column;
    }
}

/// <summary>The cells of one row, one per column.</summary>
public sealed record TableRow(IReadOnlyList<Cell> Cells)
{
    /// <summary>The cell in a column.</summary>
    public Cell this[int column] => Cells[column];

    /// <summary>Where the row begins.</summary>
    public Place Where => Cells[0].Where;
}
