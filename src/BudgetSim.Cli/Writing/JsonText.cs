// JSON as commands print it: indented, with Chinese as it is.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BudgetSim.Policy.Explanations;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Cli.Writing;

/// <summary>Small pieces of JSON that several commands share.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode node) => node.ToJsonString(Options);

    public static JsonObject Bilingual(Bilingual text) => new() { ["zh"] = text.In("zh"), ["en"] = text.In("en") };

    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    /// <summary>A step with its parts; amounts are exact, in yuan, as text.</summary>
    public static JsonObject Step(ExplanationStep step)
    {
        var json = new JsonObject { ["step"] = step.Id, ["text"] = Bilingual(step.Text) };
        if (step.Outcome != StepOutcome.None) json["outcome"] = step.Outcome.ToString().ToLowerInvariant();
        if (step.Yuan is { } yuan) json["yuan"] = yuan.ToString();
        if (step.Decides) json["decides"] = true;
        if (step.Source.Length > 0) json["source"] = step.Source;
        if (step.Parts.Count > 0) json["parts"] = new JsonArray([.. step.Parts.Select(Step)]);
        return json;
    }
}
