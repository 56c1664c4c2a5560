// Reads the tables of a roster: enterprises, and perhaps their projects and loans in tables of their own.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Pools;

/// <summary>One table with its rows and which keys it has columns for.</summary>
internal sealed record RosterTable(
    string File, Place Header, IReadOnlyList<ClaimRow> Rows, IReadOnlyList<string> Facts, Func<ClaimColumn, bool> Has)
{
    private const int MostFaults = 200;

    /// <summary>The table of <paramref name="path"/> by the words of claims files; null with faults.</summary>
    public static RosterTable? Read(string path, string? sheet, LibraryTerms terms, List<Diagnostic> faults)
    {
        var table = TableFile.Read(path, sheet);
        faults.AddRange(table.Diagnostics);
        if (!table.Succeeded) return null;
        var columns = ClaimColumns.From(table.Value, terms.Library.Vocabulary, faults);
        var before = faults.Count;
        if (columns.Has(ClaimColumn.Measure)) faults.Add(PoolFaults.ClaimsInRoster(table.Value.Header[0].Where));
        if (table.Value.Rows.Count == 0) faults.Add(PoolFaults.EmptyRoster(path));
        if (faults.Count > before) return null;
        var reader = new ClaimRows(columns, terms, new Dictionary<string, Value>(), faults);
        var rows = new List<ClaimRow>(table.Value.Rows.Count);
        foreach (var row in table.Value.Rows)
        {
            if (faults.Count >= MostFaults) break;
            if (reader.Read(row) is { } read) rows.Add(read);
        }

        if (!columns.Has(ClaimColumn.Id)) faults.AddRange(Repeated(rows));
        return new RosterTable(
            path, table.Value.Header[0].Where, rows, [.. columns.Facts.Select(fact => fact.Attribute.Name)], columns.Has);
    }

    // A loan has one row; what has no name of its own repeats another where all of it is the same.
    private static IEnumerable<Diagnostic> Repeated(IEnumerable<ClaimRow> rows)
    {
        static string Facts(ClaimRow row) =>
            row.Objects.Loan is null ? string.Join('\n', row.Facts.Select(fact => $"{fact.Key} {fact.Value}")) : "";
        var repeated = rows.GroupBy(row => (row.Objects, row.Date, Facts(row))).Where(same => same.Skip(1).Any());
        return repeated.SelectMany(same => same.Skip(1).Select(row => PoolFaults.SameRow(row.Where, same.First().Where.Line)));
    }
}

/// <summary>Puts the facts of an enterprise to its projects, and those of a project to its loans.</summary>
internal static class RosterJoin
{
    /// <summary>
    /// The rows of <paramref name="child"/>, each with the facts of the row of <paramref name="parent"/> it belongs to by
    /// <paramref name="key"/>.
    /// </summary>
    public static RosterTable Of(RosterTable parent, RosterTable child, ClaimColumn key, List<Diagnostic> faults)
    {
        var kind = key == ClaimColumn.Enterprise ? "enterprise" : "project";
        if (!child.Has(key))
        {
            faults.Add(PoolFaults.NoKey(child.Header, kind, parent.File));
            return child;
        }

        var byName = new Dictionary<string, ClaimRow>(StringComparer.Ordinal);
        foreach (var row in parent.Rows)
            if (!byName.TryAdd(NameOf(row, key), row))
                faults.Add(PoolFaults.RepeatedParent(row.Where, kind, NameOf(row, key), byName[NameOf(row, key)].Where));
        var used = new HashSet<string>(StringComparer.Ordinal);
        var joined = new List<ClaimRow>(child.Rows.Count);
        foreach (var row in child.Rows)
        {
            var name = NameOf(row, key);
            if (byName.TryGetValue(name, out var above)) joined.Add(Join(above, row));
            else faults.Add(PoolFaults.Orphan(row.Where, kind, name, byName.Keys));
            used.Add(name);
        }

        var childless = byName.Keys.Count(name => !used.Contains(name));
        if (childless > 0)
            faults.Add(PoolFaults.Childless(parent.File, childless, kind + "s", Path.GetFileNameWithoutExtension(child.File)));
        return new RosterTable(
            child.File, child.Header, joined, [.. parent.Facts.Union(child.Facts)], column => parent.Has(column) || child.Has(column));
    }

    private static string NameOf(ClaimRow row, ClaimColumn key) =>
        key == ClaimColumn.Enterprise ? row.Objects.Enterprise : row.Objects.Project ?? row.Id;

    private static ClaimRow Join(ClaimRow above, ClaimRow row)
    {
        var facts = new Dictionary<string, Value>(above.Facts);
        foreach (var (name, value) in row.Facts) facts[name] = value;
        return row with
        {
            Facts = facts,
            Date = row.Date ?? above.Date,
            Objects = row.Objects with
            {
                Enterprise = above.Objects.Enterprise,
                Project = row.Objects.Project ?? above.Objects.Project,
                Group = row.Objects.Group ?? above.Objects.Group,
                Park = row.Objects.Park ?? above.Objects.Park,
            },
        };
    }
}
