// Reads the rows of a claims file one by one.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Claims;

/// <summary>Remembers the ids that were given, so that each stands once; used once.</summary>
internal sealed class ClaimRows(
    ClaimColumns columns, LibraryTerms terms, IReadOnlyDictionary<string, Value> shared, ICollection<Diagnostic> faults)
{
    private readonly Dictionary<string, Place> _ids = new(StringComparer.Ordinal);
    private readonly MeasureNames _names = new(terms.Library);

    /// <summary>The row, or null for a row that sums up the others; what is wrong is a fault.</summary>
    public ClaimRow? Read(TableRow row)
    {
        if (Total(row) is { } total)
        {
            faults.Add(ClaimFaults.TotalRow(row.Where, total));
            return null;
        }

        var id = Id(row);
        var measure = Measure(row);
        var date = columns.Cell(row, ClaimColumn.Date) is { } cell ? CellText.Date(cell, "date", faults)?.ToString("yyyy-MM-dd") : null;
        return new ClaimRow(id, measure, Objects(row, id), date, FactCells.Read(row, columns.Facts, shared, faults), row.Where)
        {
            Maps = [.. columns.Maps.Select(column => new MapCell(column, row[column.Position]))],
        };
    }

    private string? Total(TableRow row)
    {
        if (columns.Text(row, ClaimColumn.Measure) is not null) return null;
        return new[] { columns.Text(row, ClaimColumn.Id), columns.Text(row, ClaimColumn.Enterprise) }
            .FirstOrDefault(text => text is not null && ClaimWords.Totals.Contains(ClaimWords.Plain(text)));
    }

    // Without a column for it the line is the id.
    private string Id(TableRow row)
    {
        if (columns.Cell(row, ClaimColumn.Id) is not { } cell) return $"{row.Where.Line}";
        if (Named(cell, "id") is not { } id)
        {
            faults.Add(ClaimFaults.NoId(cell.Where, "id"));
            return "";
        }

        if (!_ids.TryAdd(id, cell.Where)) faults.Add(ClaimFaults.RepeatedId(cell.Where, id, _ids[id]));
        return id;
    }

    private CompiledMeasure? Measure(TableRow row)
    {
        if (columns.Cell(row, ClaimColumn.Measure) is not { } cell) return null;
        var written = CellText.Text(cell) ?? "";
        var measure = _names.Find(written);
        if (measure is null)
            faults.Add(ClaimFaults.UnknownMeasure(
                cell.Where, written, terms.Library.MeasureIds, [.. terms.Library.Documents.Select(document => document.Id)]));
        return measure;
    }

    private ClaimObjects Objects(TableRow row, string id)
    {
        var claimant = columns.Cell(row, ClaimColumn.Enterprise) is { } cell ? Named(cell, "enterprise") : id;
        if (claimant is null) faults.Add(ClaimFaults.NoClaimant(columns.Cell(row, ClaimColumn.Enterprise)!.Value.Where, "enterprise"));
        return new ClaimObjects(claimant ?? "")
        {
            Project = Object(row, ClaimColumn.Project),
            Loan = Object(row, ClaimColumn.Loan),
            Item = Object(row, ClaimColumn.Item),
            Event = Object(row, ClaimColumn.Event),
            Group = Object(row, ClaimColumn.Group),
            Park = Object(row, ClaimColumn.Park),
        };
    }

    private string? Object(TableRow row, ClaimColumn column) =>
        columns.Cell(row, column) is { } cell ? Named(cell, column.ToString().ToLowerInvariant()) : null;

    private string? Named(Cell cell, string column)
    {
        var text = CellText.Text(cell);
        if (text is not null && text.Any(IsHidden)) faults.Add(ClaimFaults.HiddenSigns(cell.Where, column));
        return text;
    }

    private static bool IsHidden(char sign) =>
        char.IsControl(sign)
            || sign is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
