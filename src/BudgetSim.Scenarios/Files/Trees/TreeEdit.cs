// Finds and replaces parts of a tree by path; the tree itself never changes.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>
/// A path part names a key of a mapping, or an element of a list by its <c>id</c> or, failing that, by its position
/// from 0.
/// </summary>
public static class TreeEdit
{
    /// <summary>The node at <paramref name="path"/>, or a fault that names the nearest known part.</summary>
    public static Loaded<DataNode> Find(this DataNode root, DataPath path)
    {
        var node = root;
        for (var depth = 0; depth < path.Segments.Count; depth++)
        {
            if (ChildOf(node, path.Segments[depth]) is not { } child) return Unknown(node, path, depth);
            node = child;
        }

        return new Loaded<DataNode>(node, []);
    }

    /// <summary>
    /// A new tree in which the node at <paramref name="path"/> is <paramref name="value"/>; all other nodes are shared. The last part may
    /// be a new key of a mapping, the position after the end of a list, or the id of a mapping that no element of a list has yet.
    /// </summary>
    public static Loaded<DataNode> Set(this DataNode root, DataPath path, DataNode value) => Edit(root, path, 0, value);

    private static Loaded<DataNode> Edit(DataNode node, DataPath path, int depth, DataNode value)
    {
        if (depth == path.Segments.Count) return new Loaded<DataNode>(value, []);
        var segment = path.Segments[depth];
        var isLast = depth == path.Segments.Count - 1;
        if ((isLast && IsNewElement(node, segment, value)) || ChildOf(node, segment) is not { } child)
        {
            var added = isLast ? WithAdded(node, segment, path.Where, value) : null;
            return added is null ? Unknown(node, path, depth) : new Loaded<DataNode>(added, []);
        }

        var edited = Edit(child, path, depth + 1, value);
        return edited.Succeeded ? new Loaded<DataNode>(WithChild(node, segment, edited.Value), []) : edited;
    }

    private static DataNode? ChildOf(DataNode node, string segment) => node switch
    {
        MappingNode mapping => mapping.Find(segment)?.Value,
        SequenceNode list when IndexOf(list, segment) is var index and >= 0 => list.Items[index],
        _ => null,
    };

    private static DataNode WithChild(DataNode node, string segment, DataNode child)
    {
        if (node is SequenceNode list)
        {
            var index = IndexOf(list, segment);
            return list with { Items = [.. list.Items.Take(index), child, .. list.Items.Skip(index + 1)] };
        }

        var mapping = (MappingNode)node;
        return mapping with { Entries = [.. mapping.Entries.Select(entry => entry.Key == segment ? entry with { Value = child } : entry)] };
    }

    private static DataNode? WithAdded(DataNode node, string segment, Place where, DataNode value) => node switch
    {
        MappingNode mapping => mapping with { Entries = [.. mapping.Entries, new DataEntry(segment, where, value)] },
        SequenceNode list when segment == $"{list.Items.Count}" || IsNewElement(list, segment, value) =>
            list with { Items = [.. list.Items, value] },
        _ => null,
    };

    // An id of digits only is an id before it is a position.
    private static bool IsNewElement(DataNode node, string segment, DataNode value) =>
        node is SequenceNode list && IdOf(value) == segment && list.Items.All(item => IdOf(item) != segment);

    private static int IndexOf(SequenceNode list, string segment)
    {
        for (var index = 0; index < list.Items.Count; index++)
            if (IdOf(list.Items[index]) == segment)
                return index;
        return int.TryParse(segment, out var position) && position >= 0 && position < list.Items.Count ? position : -1;
    }

    private static string? IdOf(DataNode node) => ((node as MappingNode)?.Find("id")?.Value as ScalarNode)?.Text;

    private static IEnumerable<string> KnownIn(DataNode node) => node switch
    {
        MappingNode mapping => mapping.Entries.Select(entry => entry.Key),
        SequenceNode list => list.Items.Select((item, index) => IdOf(item) ?? $"{index}"),
        _ => [],
    };

    private static Loaded<DataNode> Unknown(DataNode node, DataPath path, int depth) =>
        new(null, [UnknownPath(path, depth, Shown.Node(node), KnownIn(node).ToList())]);

    private static Diagnostic UnknownPath(DataPath path, int depth, string parent, List<string> known)
    {
        var part = path.Segments[depth];
        var near = NearestName.Hint(part, known);
        var hint = near.Length > 0 ? near : known.Count == 0 ? "the path is too long" : $"known there: {Shown.Names(known)}";
        var above = depth == 0 ? "the document" : $"'{string.Join('/', path.Segments.Take(depth))}' ({parent})";
        return Diagnostic.Error(path.Where, "BS038", $"unknown path '{path}': {above} has no {Shown.Text(part)}", hint);
    }
}
