// The schema of seeds/<document>/policy.yaml.
using System.Text.Json.Nodes;
using BudgetSim.Scenarios.Policies;
using static BudgetSim.Scenarios.Schemas.SchemaParts;

namespace BudgetSim.Scenarios.Schemas;

/// <summary>Policy documents; closed lists come from the readers.</summary>
internal static class PolicySchema
{
    public static JsonObject Document() => Fields(
        [
            ("document", Text("the document's id, the name of its folder")),
            ("title", Bilingual()),
            ("issuer", Bilingual()),
            ("status", Words(["in-force", "draft"])),
            ("valid", Fields([], [("from", Date()), ("to", Date())])),
            ("payers", Map(Bilingual(), "who pays, by id")),
            ("funds", Map(Fund(), "the pots, by id")),
            ("measures", List(Measure())),
        ],
        [("number", Label()), ("issued", Date()), ("settings", Settings())]);

    private static JsonObject Fund() => Fields(
        [("name", Bilingual()), ("payer", Text()), ("shortage", Words(PolicyFile.Shortages.Keys, "what a fund that is too small does"))],
        [("carry_over", Label()), ("note", Label()), ("sizes", Map(Quantity(), "yuan by year, where the text states it"))]);

    private static JsonObject Settings() => Fields(
        [],
        [
            ("shortage_mode", Words(PolicyFile.ShortageSettings.Keys)),
            ("lane_choice", Words(PolicyFile.LaneSettings.Keys)),
            ("uplift_order", Words(["before-caps", "after-caps"])),
            ("uplift_cap_unit", Words(["as-stated", "project"])),
            ("unfunded_years", Words(["paid", "zero"])),
            ("treat_draft_as_in_force", Truth()),
        ]);

    /// <summary>A measure whose id is said elsewhere.</summary>
    public static JsonObject Rule() => Measure([], [Id()]);

    private static JsonObject Measure() => Measure([Id()], []);

    private static (string, JsonObject) Id() => ("id", Label("the clause, without the document"));

    private static JsonObject Measure((string, JsonObject)[] required, (string, JsonObject)[] optional)
    {
        var measure = Fields(
            [
                .. required,
                ("article", Label("where it stands in the text")),
                ("title", Bilingual()),
                ("kind", Words(FormulaReader.KnownKinds, "the shape of its formula")),
                ("effect", Words(MeasureReader.KnownEffects, "only an award is an outlay")),
                ("subject", Text("what a claim is made for")),
                ("trigger", Text("automatic, apply, selection or budget-line")),
                ("valid",
                 Fields(
                     [("by", Text("the date attribute that is tested"))],
                     [("from", Date()), ("to", Date()), ("from_parameter", Text()), ("to_parameter", Text())])),
                ("when", Expression("who is eligible")),
                ("fund", Text("id of a fund")),
            ],
            [.. optional, .. KindFields.All(), .. Limits(), .. Remarks()]);
        measure["allOf"] = KindFields.Rules();
        return measure;
    }

    private static IEnumerable<(string, JsonObject)> Limits() =>
    [
        ("amount_specified", Truth("false where money is promised without an amount")),
        ("figures", Map(AnyOf(Quantity(), Date()), "every number and date of law, by name")),
        ("requires", Texts("facts without which an eligible claim is undetermined")),
        ("ceiling", Truth("the text says \"at most\"")),
        ("minimum", Expression("the lower end of a range")),
        ("once", Text("first-time, or once-per: with keys joined by +")),
        ("caps",
         List(Cap([("amount", Expression())], [("period", Words(LimitReader.Periods.Keys)), ("shortage", Words(LimitReader.Cuts.Keys))]))),
        ("principal_caps", List(Cap([("attribute", Text()), ("amount", Expression())], []))),
        ("quota", Fields([("count", Expression()), ("per", Text())], [("rank_by", Text()), ("note", Label())])),
        ("uplift", Fields([("factor", Expression()), ("when", Expression()), ("source", Label())], [])),
        ("payers",
         List(Fields([("payer", Text())], [("share", Quantity()), ("when", Expression()), ("basis", Words(["stated", "implied"]))]))),
        ("exclusive",
         List(Fields(
             [("with", Texts()), ("key", Words(LimitReader.Keys.Keys)), ("keep", Words(LimitReader.Keeps.Keys)), ("source", Label())],
             []))),
        ("top_up", Fields([("with", Texts())], [("key", Text())])),
        ("restates", Texts("measures whose money this row repeats")),
        ("priority", Fields([("when", Expression()), ("first", Text()), ("budget", Text()), ("source", Label())], [])),
    ];

    private static JsonObject Cap(IEnumerable<(string, JsonObject)> required, IEnumerable<(string, JsonObject)> optional) =>
        Fields([.. required, ("per", Words(LimitReader.Scopes.Keys))], [.. optional, ("shared_with", Texts())]);

    private static IEnumerable<(string, JsonObject)> Remarks() =>
    [
        ("readings",
         List(Fields(
             [("code", Label()), ("point", Bilingual()), ("options", Map(AnyOf(Bilingual(), Label()))), ("default", Label())],
             [("set", Map(Map(Anything("the new value")), "by option: path and new value"))]))),
        ("general_readings", Texts("codes of readings.yaml")),
        ("versions", List(Anything("dated remarks on the wording"))),
        ("notes", Label()),
    ];
}
