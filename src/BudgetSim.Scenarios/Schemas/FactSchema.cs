// The schema of vocabulary.yaml, and of facts under a vocabulary.
using System.Text.Json.Nodes;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Policies;
using static BudgetSim.Scenarios.Schemas.SchemaParts;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Schemas;

/// <summary>Facts and their declarations.</summary>
internal static class FactSchema
{
    public static JsonObject Vocabulary() => Fields([("attributes", Map(Declaration())), ("parameters", Map(Declaration()))], []);

    /// <summary>Facts by name: every name of the vocabulary with its type, or any name if there is none.</summary>
    public static JsonObject Facts(Vocabulary? vocabulary, Func<Attribute, JsonObject>? value = null) => vocabulary is null
        ? Map(Anything(), "facts by vocabulary name")
        : Fields([], vocabulary.All.Select(attribute => (attribute.Name, Described((value ?? Value)(attribute), Meaning(attribute)))));

    /// <summary>What an attribute takes in JSON or YAML; null is "not known".</summary>
    public static JsonObject Value(Attribute attribute) => attribute.Type switch
    {
        AttributeType.Truth => new JsonObject { ["enum"] = new JsonArray(true, false, "是", "否", "yes", "no", null) },
        AttributeType.Choice =>
            new JsonObject { ["enum"] = new JsonArray([.. attribute.Choices.Select(choice => (JsonNode)choice), null]) },
        AttributeType.Other => [],
        _ => new JsonObject { ["type"] = Names(["number", "string", "null"]) },
    };

    private static JsonObject Declaration() => Fields(
        [("type", Words(VocabularyFile.Types.Keys))],
        [
            ("subject", Text()),
            ("unit", Label()),
            ("values", Texts("what an enum takes")),
            ("default", Anything("what holds when nothing is given")),
            ("zh", Label()),
            ("en", Label()),
        ]);

    private static string Meaning(Attribute attribute) =>
        $"{attribute.Meaning.Zh} / {attribute.Meaning.En}{(attribute.Unit.Length > 0 ? $" [{attribute.Unit}]" : "")}";
}
