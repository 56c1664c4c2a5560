// The fields that each kind of measure has.
using System.Text.Json.Nodes;
using static BudgetSim.Scenarios.Schemas.SchemaParts;

namespace BudgetSim.Scenarios.Schemas;

/// <summary>Kinds and their fields; a kind with several forms has one of them.</summary>
internal static class KindFields
{
    private static readonly string[] Amount = ["amount"], Tiers = ["tiers"], Share = ["rate", "base"];

    /// <summary>By kind, the fields that one of its forms needs.</summary>
    public static IReadOnlyDictionary<string, string[][]> Forms { get; } = new Dictionary<string, string[][]>
    {
        ["fixed"] = [Amount],
        ["earmark"] = [Amount],
        ["pooled-discretionary"] = [Amount],
        ["uplift"] = [Amount],
        ["tiered"] = [Tiers],
        ["bracket"] = [["of", "brackets", "mode"]],
        ["ranked"] = [Tiers, Amount],
        ["rate"] = [Share, ["parts"]],
        ["match"] = [Amount, ["least_of"], Share, ["parts"]],
        ["insurance-premium-share"] = [Share, ["parts"]],
        ["tax-share"] = [Share, ["parts"]],
        ["interest-subsidy"] = [["principal", "rate", "months"], Amount],
        ["per-unit"] = [["units"]],
        ["per-kWh"] = [["amount", "count"]],
        ["restated"] = [[]],
        ["deeming"] = [[]],
    };

    /// <summary>Every field of a formula.</summary>
    public static IEnumerable<(string Name, JsonObject Schema)> All() =>
    [
        ("amount", Expression("the amount in yuan before ceilings")),
        ("rate", Expression("a rate, such as a figure of 3%")),
        ("base", Expression("what the rate is taken of, in yuan")),
        ("parts", List(Part(), mayBeEmpty: false)),
        ("least_of", List(Part(), mayBeEmpty: false)),
        ("tiers", List(Fields([("when", Expression()), ("amount", Expression())], []), mayBeEmpty: false)),
        ("otherwise", Expression("the amount where no tier holds; 0 if omitted")),
        ("of", Expression("the quantity that chooses the bracket")),
        ("brackets",
         List(
             Fields([("from", Expression()), ("rate", Expression())], [("to", Expression("included; omitted: open"))]), mayBeEmpty: false)),
        ("mode", Words(["cliff", "marginal"], "cliff: the rate of the row on the whole base")),
        ("principal", Expression()),
        ("months", Expression()),
        ("units", List(Fields([("amount", Expression()), ("count", Expression())], []), mayBeEmpty: false)),
        ("count", Expression()),
    ];

    /// <summary>One rule per kind: which fields it needs.</summary>
    public static JsonArray Rules() => [.. Forms.Where(kind => kind.Value[0].Length > 0).Select(kind => (JsonNode)new JsonObject
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = kind.Key } } },
        ["then"] = AnyOf([.. kind.Value.Select(form => new JsonObject { ["required"] = Names(form) })]),
    })];

    private static JsonObject Part() => Fields([("rate", Expression()), ("base", Expression())], []);
}
