// Makes a table of the cells of a sheet: finds the header, checks the names, and gives every row its cells.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Files.Tables;

/// <summary>From rows of cells to a <see cref="Table"/>; the rows are in order and may be blank.</summary>
internal static class TableShape
{
    /// <summary>The columns that Excel has; a file with more is no table of claims.</summary>
    public const int MostColumns = 16_384;

    /// <summary>The most cells of a table; more would not fit a clerk's machine.</summary>
    public const int MostCells = 20_000_000;

    /// <summary>The signs that a cell of Excel holds; more is a damaged file and takes long in every comparison of names.</summary>
    public const int MostSigns = 32_767;

    /// <summary>The table, or the faults of its shape. With <paramref name="pad"/> short rows are filled with blanks.</summary>
    public static Loaded<Table> ToTable(string file, List<Cell[]> sheet, bool pad, List<Diagnostic> faults)
    {
        var rows = sheet.FindAll(row => Array.Exists(row, cell => !cell.IsBlank));
        if (rows.SelectMany(row => row).FirstOrDefault(cell => cell.Text.Length > MostSigns) is { Text: { } text } tooLong)
            faults.Add(TableFaults.TooLong(tooLong.Where, text.Length, MostSigns));
        SkipTitles(rows, faults);
        if (rows.Count == 0 && faults.Count == 0) faults.Add(TableFaults.Empty(file));
        return faults.Exists(fault => fault.Severity == Severity.Error) ? Loaded<Table>.From(null, faults) : Build(file, rows, pad, faults);
    }

    private static Loaded<Table> Build(string file, List<Cell[]> rows, bool pad, List<Diagnostic> faults)
    {
        var names = rows[0]
            .Select(cell => cell with { Text = OneLine(cell.Text.Trim('\uFEFF', ' ', '\t', '\r', '\n', '\u00A0', '\u3000')) })
            .ToArray();
        var kept = KeptColumns(names, rows);
        CheckNames(names, kept, faults);
        if (faults.Exists(fault => fault.Severity == Severity.Error)) return Loaded<Table>.From(null, faults);
        var body = new List<TableRow>(rows.Count - 1);
        foreach (var row in rows.Skip(1))
        {
            if (faults.Count >= TreeFaults.MostFaults) break;
            if (Fit(row, names, pad) is { } fitted) body.Add(new TableRow(Pick(fitted, kept)));
            else faults.Add(TableFaults.RaggedRow(row[0].Where, row.Length, names.Length));
        }

        return Loaded<Table>.From(new Table(file, Pick(names, kept), body), faults);
    }

    // A heading is often broken to keep its column narrow; the break stands for a blank between words of Latin letters and for nothing
    // else.
    private static string OneLine(string heading)
    {
        var lines = heading.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length < 2
            ? heading
            : lines.Aggregate((before, after) => before + (char.IsAsciiLetterOrDigit(before[^1]) && after[0] is < '\u0100'
                ? " "
                : "") + after);
    }

    // Columns without a name and without a cell are what spreadsheets leave beside a table.
    private static int[] KeptColumns(Cell[] names, List<Cell[]> rows)
    {
        var used = new bool[names.Length];
        for (var column = 0; column < names.Length; column++) used[column] = names[column].Text.Length > 0;
        foreach (var row in rows)
            for (var column = 0; column < Math.Min(row.Length, used.Length); column++)
                if (!used[column] && !row[column].IsBlank)
                    used[column] = true;
        return [.. Enumerable.Range(0, names.Length).Where(column => used[column])];
    }

    private static Cell[] Pick(Cell[] row, int[] kept) => kept.Length == row.Length ? row : [.. kept.Select(column => row[column])];

    private static void SkipTitles(List<Cell[]> rows, List<Diagnostic> faults)
    {
        while (rows.Count > 1 && Filled(rows[0]) == 1 && Filled(rows[1]) > 1)
        {
            faults.Add(TableFaults.TitleSkipped(Array.Find(rows[0], cell => !cell.IsBlank)));
            rows.RemoveAt(0);
        }
    }

    private static void CheckNames(Cell[] names, int[] kept, List<Diagnostic> faults)
    {
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var column in kept)
        {
            if (faults.Count >= TreeFaults.MostFaults) break;
            var cell = names[column];
            if (cell.Text.Length == 0) faults.Add(TableFaults.UnnamedColumn(cell.Where));
            else if (!seen.TryAdd(cell.Text, cell.Where)) faults.Add(TableFaults.RepeatedColumn(cell, seen[cell.Text]));
        }
    }

    // A row of exactly the header's cells, or null when cells are missing or left over.
    private static Cell[]? Fit(Cell[] row, Cell[] header, bool pad)
    {
        if (row.Length == header.Length) return row;
        if (row.Length > header.Length) return Array.TrueForAll(row[header.Length..], cell => cell.IsBlank) ? row[..header.Length] : null;
        if (!pad) return null;
        var line = row[0].Where;
        return [.. row, .. header[row.Length..].Select(cell => new Cell("", CellKind.Text, line with { Column = cell.Where.Column }))];
    }

    private static int Filled(Cell[] row) => row.Count(cell => !cell.IsBlank);
}
