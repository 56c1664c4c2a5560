// The faults of a tree's shape: missing and unknown keys, and values of the wrong kind.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>Faults BS030 to BS032 and BS821.</summary>
internal static class NodeFaults
{
    public static Diagnostic MissingKey(Place where, string key) =>
        Diagnostic.Error(where, "BS030", $"the key '{key}' is missing here", $"add '{key}: …'");

    public static Diagnostic UnknownKey(DataEntry entry, IReadOnlyCollection<string> known)
    {
        var near = NearestName.Hint(entry.Key, known);
        var hint = near.Length > 0 ? near : $"known here: {Shown.Names(known)}";
        return Diagnostic.Error(entry.KeyWhere, "BS031", $"unknown key {Shown.Text(entry.Key)}", hint);
    }

    public static Diagnostic MoreUnknownKeys(Place where, int count) =>
        Diagnostic.Error(
            where, "BS821", $"{count} more keys are unknown from here on", "remove them, or write them below the part they belong to");

    public static Diagnostic WrongShape(DataNode node, string name, string expected) =>
        Diagnostic.Error(node.Where, "BS032", $"{name} is {Shown.Node(node)}, expected {expected}", HintFor(node, expected));

    private static string HintFor(DataNode node, string expected) => node switch
    {
        ScalarNode scalar when scalar.Text.Contains('：') => "write the ASCII colon ': ' instead of the full-width ：",
        ScalarNode scalar when expected.StartsWith("a list", StringComparison.Ordinal) =>
            $"write [ {(scalar.IsNull ? "…" : scalar.Text)} ]",
        _ when expected.StartsWith("a list", StringComparison.Ordinal) => "begin each element with '- '",
        _ when expected.StartsWith("a mapping", StringComparison.Ordinal) => "write 'key: value' lines below it",
        _ => "write one value",
    };
}
