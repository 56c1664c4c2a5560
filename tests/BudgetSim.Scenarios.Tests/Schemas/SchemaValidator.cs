// A small JSON Schema validator for the keywords that our schemas use.
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Tests.Schemas;

/// <summary>Validates trees as an editor would: a plain YAML scalar is null, a truth, a number or a text by its form.</summary>
internal static class SchemaValidator
{
    private static readonly string[] Remarks = ["$schema", "$id", "title", "description", "then"];

    /// <summary>What does not fit, as <c>line:column: keyword</c>.</summary>
    public static IEnumerable<string> Faults(DataNode node, JsonObject schema) =>
        schema.Where(keyword => !Remarks.Contains(keyword.Key)).SelectMany(keyword => Faults(node, schema, keyword.Key, keyword.Value!));

    private static IEnumerable<string> Faults(DataNode node, JsonObject schema, string keyword, JsonNode value) => keyword switch
    {
        "type" =>
            Unless(
                value is JsonArray types ? types.Any(type => IsOf(node, type!.GetValue<string>())) : IsOf(node, value.GetValue<string>()),
                node,
                $"type {value.ToJsonString()}"),
        "enum" => Unless(value.AsArray().Any(word => IsSame(node, word)), node, "enum"),
        "const" => Unless(IsSame(node, value), node, "const"),
        "pattern" =>
            Unless(
                node is not ScalarNode text || Regex.IsMatch(
                    text.Text, value.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)),
                node,
                "pattern"),
        "required" =>
            value.AsArray()
                .Where(name => node is MappingNode mapping && mapping.Find(name!.GetValue<string>()) is null)
                .Select(name => $"{node.Where}: required {name}"),
        "properties" =>
            Entries(node).Where(entry => value[entry.Key] is not null)
                .SelectMany(entry => Faults(entry.Value, value[entry.Key]!.AsObject())),
        "additionalProperties" => Entries(node).Where(entry => schema["properties"]?[entry.Key] is null).SelectMany(entry =>
            value is JsonObject inner ? Faults(entry.Value, inner) : [$"{entry.KeyWhere}: unknown {entry.Key}"]),
        "items" => Items(node).SelectMany(item => Faults(item, value.AsObject())),
        "minItems" => Unless(node is not SequenceNode || Items(node).Count() >= value.GetValue<int>(), node, "minItems"),
        "anyOf" => Unless(value.AsArray().Any(one => !Faults(node, one!.AsObject()).Any()), node, "anyOf"),
        "allOf" => value.AsArray().SelectMany(one => Faults(node, one!.AsObject())),
        "if" => Faults(node, value.AsObject()).Any() ? [] : Faults(node, schema["then"]!.AsObject()),
        _ => throw new InvalidOperationException($"the schemas use '{keyword}', which this validator does not know"),
    };

    private static string[] Unless(bool holds, DataNode node, string keyword) => holds ? [] : [$"{node.Where}: {keyword}"];

    private static IEnumerable<DataEntry> Entries(DataNode node) => (node as MappingNode)?.Entries ?? [];

    private static IEnumerable<DataNode> Items(DataNode node) => (node as SequenceNode)?.Items ?? [];

    private static bool IsOf(DataNode node, string type) => type switch
    {
        "object" => node is MappingNode,
        "array" => node is SequenceNode,
        "null" => node is ScalarNode { IsNull: true },
        "boolean" => node is ScalarNode { Form: ScalarForm.Plain, Text: "true" or "false" },
        "integer" => node is ScalarNode { Form: not ScalarForm.Quoted } whole && long.TryParse(whole.Text, out _),
        "number" => node is ScalarNode { Form: not ScalarForm.Quoted } number && decimal.TryParse(number.Text, out _),
        "string" =>
            node is ScalarNode text
                && (text.Form == ScalarForm.Quoted || !(IsOf(node, "null") || IsOf(node, "boolean") || IsOf(node, "number"))),
        _ => throw new InvalidOperationException(type),
    };

    private static bool IsSame(DataNode node, JsonNode? value) => value is null
        ? IsOf(node, "null")
        : value.GetValueKind() is System.Text.Json.JsonValueKind.String
        ? IsOf(node, "string") && ((ScalarNode)node).Text == value.GetValue<string>()
        : node is ScalarNode scalar && scalar.Text == value.ToJsonString();
}
