// Reads the roster of a cohort or population: its files, joined, with a number for everything that is named.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// <c>roster: firms.csv</c>, or <c>roster: { file: firms.csv, sheet: …, projects: projects.csv, loans: loans.csv, resampled: true }</c>;
/// the files stand beside pool.yaml.
/// </summary>
internal sealed class RosterReader(string folder, LibraryTerms terms, RosterNumbers numbers, ICollection<string> files)
{
    /// <summary>The roster, or null with faults.</summary>
    public RosterUnits? Read(NodeReader entry)
    {
        if (entry.Node is not MappingNode) return Read(entry, entry.AsText(), null, null, null, isResampled: false);
        return entry.As(fields => Read(
            entry,
            fields.Text("file"),
            fields.OptionalText("sheet"),
            fields.OptionalText("projects"),
            fields.OptionalText("loans"),
            fields.OptionalBool("resampled")));
    }

    private RosterUnits? Read(NodeReader entry, string file, string? sheet, string? projects, string? loans, bool isResampled)
    {
        var faults = new List<Diagnostic>();
        var table = Table(file, sheet, faults);
        if (projects is not null && table is not null && Table(projects, null, faults) is { } inner)
            table = RosterJoin.Of(table, inner, ClaimColumn.Enterprise, faults);
        if (loans is not null && table is not null && Table(loans, null, faults) is { } innermost)
            table = RosterJoin.Of(
                table,
                innermost,
                projects is null && !innermost.Has(ClaimColumn.Project) ? ClaimColumn.Enterprise : ClaimColumn.Project,
                faults);
        foreach (var fault in faults) entry.Report(fault);
        return table is null || table.Rows.Count == 0 || faults.Exists(fault => fault.Severity == Severity.Error)
            ? null
            : Units(table, isResampled);
    }

    private RosterTable? Table(string file, string? sheet, List<Diagnostic> faults)
    {
        var path = Path.Combine(folder, file);
        files.Add(path);
        return RosterTable.Read(path, sheet, terms, faults);
    }

    // Rows of one enterprise are one unit, and inside it rows of one project stand together, whatever their order in the file.
    private RosterUnits Units(RosterTable table, bool isResampled)
    {
        var units = table.Rows.GroupBy(row => row.Objects.Enterprise, StringComparer.Ordinal)
            .Select(unit => new RosterUnit(
                numbers.Enterprise(unit.Key),
                [.. unit.GroupBy(row => row.Objects.Project ?? row.Id, StringComparer.Ordinal)
                    .SelectMany(project => project.Select(row => Row(row, table)))]));
        return new RosterUnits(table.File, table.Facts, [.. units], isResampled);
    }

    // Without a column for projects a row is its own project; names of projects and loans hold inside their enterprise.
    private RosterRow Row(ClaimRow row, RosterTable table)
    {
        string Inside(string name) => row.Objects.Enterprise + "\n" + name;
        var own = $"{table.File}:{row.Where.Line}";
        return new RosterRow(
            [.. table.Facts.Select(name => row.Facts.GetValueOrDefault(name, Value.Null))],
            numbers.Object("project", Inside(row.Objects.Project ?? own)),
            numbers.Object("loan", Inside(row.Objects.Loan ?? own)),
            numbers.Object("item", row.Objects.Item ?? own),
            numbers.Object("event", row.Objects.Event ?? own),
            numbers.Group(row.Objects.Group),
            numbers.Park(row.Objects.Park),
            row.Date);
    }
}
