// Finds where the fields of a measure stand, its fund and other measures among them.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>Places inside the measures of one document; the measure's own place where the field cannot be found.</summary>
internal static class FieldPlaces
{
    private static readonly string[] ReferenceKeys = ["shared_with", "with", "restates"];

    /// <summary>Where a field of a measure stands.</summary>
    public static Place Of(DataNode? document, Measure measure, params string[] path)
    {
        var found = document?.Find(new DataPath(["measures", measure.Id[(measure.Document.Length + 1)..], .. path], measure.At));
        return found is { Succeeded: true } ? found.Value!.Where : measure.At;
    }

    /// <summary>Where the fund stands.</summary>
    public static Place Fund(DataNode? document, Measure measure) => Entry(document, measure)?.Find("fund")?.Value.Where ?? measure.At;

    /// <summary>Where <paramref name="reference"/> first stands.</summary>
    public static Place Reference(DataNode? document, Measure measure, string reference) =>
        References(Entry(document, measure)).FirstOrDefault(name => PolicyFields.Full(name.Text, measure.Document) == reference)?.Where
            ?? measure.At;

    /// <summary>Every name of another measure in a measure's fields.</summary>
    public static IEnumerable<ScalarNode> References(DataNode? node) => node switch
    {
        MappingNode mapping =>
            mapping.Entries.SelectMany(entry => ReferenceKeys.Contains(entry.Key) ? Names(entry.Value) : References(entry.Value)),
        SequenceNode sequence => sequence.Items.SelectMany(References),
        _ => [],
    };

    private static MappingNode? Entry(DataNode? document, Measure measure) =>
        ((document as MappingNode)?.Find("measures")?.Value as SequenceNode)?.Items.FirstOrDefault(
            item => item.Where == measure.At) as MappingNode;

    private static IEnumerable<ScalarNode> Names(DataNode node) => node is SequenceNode names ? names.Items.OfType<ScalarNode>() : [];
}
