// The schemas of cases.csv (one row as an object), settlements.jsonl (one line) and problem.json.
using System.Text.Json.Nodes;
using BudgetSim.Policy.Vocabularies;
using static BudgetSim.Scenarios.Schemas.SchemaParts;

namespace BudgetSim.Scenarios.Schemas;

/// <summary>Worked examples and allocation problems.</summary>
internal static class ExampleSchema
{
    private const string Undetermined = "UNDETERMINED";

    public static JsonObject Case(Vocabulary? vocabulary) => Fields(
        [("case_id", Text()), ("measure_id", Text()), ("inputs", FactSchema.Facts(vocabulary)), ("expected", Amount())],
        [("why", Text("the sum in words"))]);

    public static JsonObject Settlement(Vocabulary? vocabulary) => Fields(
        [("case_id", Text()), ("year", Whole()), ("claims", List(Claim(vocabulary))), ("expected", Expected())],
        [
            ("doc", Text()),
            ("title", Text()),
            ("parameters", Map(Anything(), "decisions that hold for every claim, or by claim id")),
            ("readings", Map(Anything("an option"), "options by reading code")),
            ("funds", Map(Quantity(), "yuan by fund, or by fund@year")),
            ("why", Text()),
        ]);

    public static JsonObject Problem() => Fields(
        [("items",
            List(Fields(
                [("id", Text()), ("amount", Quantity())], [("value", Quantity()), ("divisible", Truth()), ("priority", Whole())])))],
        [
            ("objective", Words(["total", "value", "max_min"])),
            ("limits", List(Fields([("id", Text()), ("amount", Quantity())], [("items", Texts()), ("use", Map(Quantity()))]))),
            ("conflicts", List(Texts("at most one of them"))),
            ("choose", List(Fields([("id", Text()), ("items", Texts())], [("at_least", Whole()), ("at_most", Whole())]))),
            ("weights", Map(Quantity())),
        ]);

    private static JsonObject Claim(Vocabulary? vocabulary) => Fields(
        [("id", Text()), ("measure", Text())],
        [
            .. new[] { "enterprise", "project", "loan", "event", "item", "group", "park" }.Select(name => (name, Label())),
            ("date", Date()),
            ("inputs", FactSchema.Facts(vocabulary)),
        ]);

    private static JsonObject Expected() => Fields(
        [],
        [("awards", Map(Amount())), ("total", Quantity()), ("payers", Map(Quantity())), ("shortfall", AnyOf(Quantity(), Map(Quantity())))]);

    private static JsonObject Amount() => Quantity($"whole yuan, or {Undetermined}");
}
