// Building blocks of JSON Schemas (2020-12).
using System.Text.Json.Nodes;

namespace BudgetSim.Scenarios.Schemas;

/// <summary>Small schemas; every call makes a new one, since a node has one place in a tree.</summary>
internal static class SchemaParts
{
    private const string DatePattern = "^[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?$";

    public static JsonObject Text(string description = "") => Described(new JsonObject { ["type"] = "string" }, description);

    /// <summary>A text that YAML may take for a number.</summary>
    public static JsonObject Label(string description = "") =>
        Described(new JsonObject { ["type"] = Types("string", "number") }, description);

    public static JsonObject Truth(string description = "") => Described(new JsonObject { ["type"] = "boolean" }, description);

    public static JsonObject Whole(string description = "") => Described(new JsonObject { ["type"] = "integer" }, description);

    public static JsonObject Date(string description = "") =>
        Described(new JsonObject { ["type"] = "string", ["pattern"] = DatePattern }, description);

    /// <summary>A number as people write it.</summary>
    public static JsonObject Quantity(string description = "a number: 1200.50, 500万, 2亿, 3%, 1/3") =>
        Described(new JsonObject { ["type"] = Types("number", "string") }, description);

    public static JsonObject Expression(string description = "an expression over attributes, parameters and figures") =>
        Described(new JsonObject { ["type"] = Types("string", "number", "boolean") }, description);

    public static JsonObject Words(IEnumerable<string> words, string description = "") =>
        Described(new JsonObject { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) }, description);

    public static JsonObject List(JsonObject items, bool mayBeEmpty = true)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = items };
        if (!mayBeEmpty) list["minItems"] = 1;
        return list;
    }

    public static JsonObject Texts(string description = "") => Described(List(Label()), description);

    public static JsonObject Map(JsonObject values, string description = "") =>
        Described(new JsonObject { ["type"] = "object", ["additionalProperties"] = values }, description);

    public static JsonObject Bilingual(string description = "") => Described(Fields([], [("zh", Label()), ("en", Label())]), description);

    public static JsonObject Anything(string description = "") => Described([], description);

    public static JsonObject AnyOf(params JsonObject[] schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    /// <summary>A mapping with exactly these keys.</summary>
    public static JsonObject Fields(
        IEnumerable<(string Name, JsonObject Schema)> required, IEnumerable<(string Name, JsonObject Schema)> optional)
    {
        var must = required.ToList();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(must.Concat(optional)
                .Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, field.Schema))),
            ["additionalProperties"] = false,
        };
        if (must.Count > 0) schema["required"] = Names(must.Select(field => field.Name));
        return schema;
    }

    public static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];

    public static JsonObject Described(JsonObject schema, string description)
    {
        if (description.Length > 0) schema["description"] = description;
        return schema;
    }

    private static JsonArray Types(params string[] types) => Names(types);
}
