// The schemas of scenario.yaml and of reforms over it.
using System.Text.Json.Nodes;
using BudgetSim.Policy.Vocabularies;
using static BudgetSim.Scenarios.Schemas.SchemaParts;

namespace BudgetSim.Scenarios.Schemas;

/// <summary>What users run.</summary>
internal static class ScenarioSchema
{
    public static JsonObject Scenario(Vocabulary? vocabulary) => Fields(
        [
            ("title", Bilingual()),
            ("policies", Texts("ids of policy documents")),
            ("years", AnyOf(Whole(), Fields([("from", Whole()), ("to", Whole())], []))),
        ],
        [
            ("note", Bilingual()),
            ("seed", Whole("seed of the random streams")),
            ("replications", Whole()),
            ("pool", Text("the pool's file; pool.yaml if omitted")),
            ("funds", Map(AnyOf(Quantity(), Map(Quantity())), "yuan by fund, for every year or by year")),
            ("readings", Map(Anything("an option"), "options by reading code")),
            ("changes", Map(Anything("the new value"), "new values by path, such as fuzhou-2026-5/a3.1/rate")),
            ("parameters", FactSchema.Facts(vocabulary)),
            ("uplift_budgets", Map(Quantity())),
            ("split", Fields([("fund", Text())], [("floors", Map(Quantity())), ("ceilings", Map(Quantity()))])),
        ]);

    public static JsonObject Reform() => Fields(
        [("title", Bilingual()), ("author", Label()), ("baseline", Text("the scenario it is laid over")), ("reason", AnyOf(Text(), Bilingual()))],
        [
            ("changes", List(Fields([("path", Text("such as fuzhou-2026-5/a3.1/cap, or funds/<fund>")), ("value", Anything("the new value")), ("why", Label())], [("from", Date("in force from this day"))]))),
            ("switch_off", Texts("measures that are not paid")),
            ("readings", Map(Anything("an option"), "options by reading code")),
            ("funds", Map(AnyOf(Quantity(), Map(Quantity())), "yuan by fund, for every year or by year")),
        ]);
}
