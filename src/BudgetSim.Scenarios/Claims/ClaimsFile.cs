// Reads a claims file or a roster.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Claims;

/// <summary>From a table of applications to claims; CSV or workbook, headings in Chinese or English.</summary>
public static class ClaimsFile
{
    private const int MostFaults = 200;

    /// <summary>
    /// The claims of <paramref name="path"/> under the measures of <paramref name="terms"/>; <paramref name="shared"/> are parameters that
    /// hold for every claim. Without a column for the measure the file is a roster.
    /// </summary>
    public static Loaded<ClaimList> Read(string path, LibraryTerms terms, IReadOnlyDictionary<string, Value> shared)
    {
        var table = TableFile.Read(path);
        return table.Succeeded ? Read(table.Value, table.Diagnostics, terms, shared) : new Loaded<ClaimList>(null, table.Diagnostics);
    }

    private static Loaded<ClaimList> Read(
        Table table, IEnumerable<Diagnostic> earlier, LibraryTerms terms, IReadOnlyDictionary<string, Value> shared)
    {
        var faults = earlier.ToList();
        var columns = ClaimColumns.From(table, terms.Library.Vocabulary, faults);
        if (table.Rows.Count == 0) faults.Add(ClaimFaults.NoClaims(table.File));
        var rows = new ClaimRows(columns, terms, shared, faults);
        var read = new List<ClaimRow>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            if (faults.Count >= MostFaults) break;
            if (rows.Read(row) is { } claim) read.Add(claim);
        }

        if (!columns.Has(ClaimColumn.Measure))
            faults.AddRange(columns.Maps.Select(column => ParameterFaults.InRoster(table.Header[column.Position], column.Attribute.Name)));
        if (faults.Exists(fault => fault.Severity == Severity.Error)) return Loaded<ClaimList>.From(null, faults);
        if (columns.Has(ClaimColumn.Measure)) return Loaded<ClaimList>.From(Listed(read, faults), faults);
        var roster = Roster.Try(read, columns, terms);
        if (roster.Tried == 0) faults.Add(ClaimFaults.NothingToClaim(table.File));
        return Loaded<ClaimList>.From(roster, faults);
    }

    private static ClaimList Listed(List<ClaimRow> rows, ICollection<Diagnostic> faults) => new(
        [.. rows.Select(row => row.Maps
            .Aggregate(
                new FiledClaim(row.Id, row.Measure!, row.Objects, row.Date, row.Facts),
                (claim, given) => ClaimMaps.With(claim, given, faults)))],
        [.. rows.Select(row => row.Where)],
        rows.Count);
}

/// <summary>One row as read; a roster names no measure.</summary>
internal sealed record ClaimRow(
    string Id, CompiledMeasure? Measure, ClaimObjects Objects, string? Date, IReadOnlyDictionary<string, Value> Facts, Place Where)
{
    /// <summary>Values of the claim that are no facts about its subject.</summary>
    public IReadOnlyList<MapCell> Maps { get; init; } = [];
}
