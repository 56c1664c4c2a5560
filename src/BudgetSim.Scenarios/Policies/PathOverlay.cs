// Lays changes (path, new value) over policy documents before they are compiled: the mechanism of reforms and readings.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>
/// One named replacement: <c>document/measure/figure</c> or <c>document/measure/field...</c> gets a new value; a null
/// scalar takes the field away. <c>document/measure</c> with a mapping of that id is a whole measure, which may be a new one.
/// </summary>
public sealed record PathChange(string Path, DataNode Value, Place Where)
{
    /// <summary>Whether this is a whole measure, not a part of one.</summary>
    public bool IsMeasure =>
        Value is MappingNode mapping && Path.Split('/') is [_, var id] && (mapping.Find("id")?.Value as ScalarNode)?.Text == id;
}

/// <summary>Changes of trees by path.</summary>
public static class PathOverlay
{
    /// <summary>The trees with every change made, in order; changes that cannot be made are faults.</summary>
    public static Dictionary<string, DataNode> Apply(
        IReadOnlyDictionary<string, DataNode> trees, IEnumerable<PathChange> changes, ICollection<Diagnostic> faults)
    {
        var result = trees.ToDictionary();
        foreach (var change in changes)
        {
            var document = change.Path.Split('/')[0];
            if (!result.TryGetValue(document, out var tree))
            {
                faults.Add(Diagnostic.Error(
                    change.Where, "BS501", $"the path '{change.Path}' names no policy document that is read",
                    NearestName.Hint(document, result.Keys)));
                continue;
            }

            var changed = tree.Set(Resolve(tree, change), change.Value);
            foreach (var fault in changed.Diagnostics) faults.Add(fault);
            if (changed.Succeeded) result[document] = changed.Value;
        }

        return result;
    }

    /// <summary>The path inside the document's tree: a figure's name stands for <c>figures/name</c>.</summary>
    internal static DataPath Resolve(DataNode tree, PathChange change)
    {
        var parts = change.Path.Split('/')[1..];
        if (parts.Length == 0 || parts[0] is "settings" or "funds" or "valid" or "status") return new DataPath(parts, change.Where);
        var measure = tree.Find(new DataPath(["measures", parts[0], "figures"], change.Where));
        var isFigure = parts.Length == 2 && measure.Value is MappingNode figures && figures.Find(parts[1]) is not null;
        return new DataPath(["measures", parts[0], .. isFigure ? ["figures", parts[1]] : parts[1..]], change.Where);
    }
}
