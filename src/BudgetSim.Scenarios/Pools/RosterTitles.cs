// Reads from a roster the title that each of its enterprises begins with.
using BudgetSim.Policy.Expressions;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Pools;

/// <summary><c>start: srdi_title</c>: a column whose cells are words of the ladder; an empty one is none.</summary>
internal static class RosterTitles
{
    /// <summary>The rung of each enterprise, or null with a fault.</summary>
    public static RosterStart? Read(NodeReader start, RosterUnits? roster, IReadOnlyList<string> ladder)
    {
        var name = start.AsText();
        var column = roster?.Columns.ToList().IndexOf(name) ?? -1;
        if (column < 0)
        {
            start.Report(TitleFaults.NoColumn(start.Where, name, roster?.Columns ?? []));
            return null;
        }

        var words = roster!.Units
            .Select(unit => unit.Rows.Select(row => row.Values[column]).FirstOrDefault(value => !value.IsNull, Value.Null))
            .Select(value => value.IsNull ? ladder[0] : value.Text ?? value.ToString())
            .ToList();
        foreach (var unknown in words.Where(word => !ladder.Contains(word)).GroupBy(word => word))
            start.Report(TitleFaults.NoTitleInRoster(start.Where, roster.File, unknown.Key, unknown.Count(), ladder));
        return new RosterStart(name, [.. words.Select(word => Math.Max(0, ladder.ToList().IndexOf(word)))]);
    }
}
