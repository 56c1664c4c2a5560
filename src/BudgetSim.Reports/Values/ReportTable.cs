// A table before it is CSV, JSON, a sheet or a part of a page.
namespace BudgetSim.Reports.Values;

/// <summary>
/// Columns and rows of exact values. Shape: every row has one cell per column, of the column's kind. Each
/// output walks the rows once in order, so a list that makes its rows as they are asked for keeps memory bounded.
/// </summary>
public sealed record ReportTable
{
    /// <summary>The rows of an example that are printed.</summary>
    public const int RowsOnPaper = 30;

    /// <summary>A table; its id names its files and its anchor.</summary>
    public ReportTable(string id, Text title, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        if (columns.Count == 0) throw new ArgumentException("a table has a column", nameof(columns));
        (Id, Title, Columns, Rows) = (ReportId.Checked(id), title, columns, rows);
    }

    /// <summary>Lower-case letters, digits and hyphens.</summary>
    public string Id { get; }

    /// <summary>What the table shows.</summary>
    public Text Title { get; }

    /// <summary>At least one.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The cells, [row][column].</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows { get; }

    /// <summary>The totals, one cell per column, or none; kept below the rows when a reader sorts or filters.</summary>
    public IReadOnlyList<Cell>? Total { get; init; }

    /// <summary>Remarks below the table.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];

    /// <summary>The unit in which workbook and page show money; CSV and JSON are always in yuan.</summary>
    public MoneyUnit Unit { get; init; } = MoneyUnit.Wan;

    /// <summary>Whether the page offers a filter and sorting; set it for the tables people search in.</summary>
    public bool Searchable { get; init; }

    /// <summary>Whether the rows are one example of many, of which paper needs only the beginning.</summary>
    public bool IsExample { get; init; }

    /// <summary>Every row, then the totals, each checked against the columns.</summary>
    /// <exception cref="InvalidOperationException">A row does not fit: a fault of the caller.</exception>
    public IEnumerable<(IReadOnlyList<Cell> Cells, bool IsTotal)> CheckedRows()
    {
        foreach (var row in Rows) yield return (Checked(row), false);
        if (Total is not null) yield return (Checked(Total), true);
    }

    private IReadOnlyList<Cell> Checked(IReadOnlyList<Cell> row)
    {
        if (row.Count != Columns.Count)
            throw new InvalidOperationException($"table {Id}: a row has {row.Count} cells, not {Columns.Count}");
        for (var i = 0; i < row.Count; i++)
        {
            if (!Columns[i].Admits(row[i]))
                throw new InvalidOperationException($"table {Id}: column {Columns[i].Id} holds a {row[i].GetType().Name}");
        }

        return row;
    }
}
