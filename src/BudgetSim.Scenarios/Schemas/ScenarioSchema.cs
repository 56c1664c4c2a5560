// The schemas of scenario.yaml and pool.yaml.
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

    public static JsonObject Pool(Vocabulary? vocabulary) => Fields(
        [("cohorts", Map(Cohort(vocabulary)))],
        [("factors", Map(Bilingual(), "shared ups and downs")), ("populations", Map(Population(vocabulary)))]);

    private static JsonObject Population(Vocabulary? vocabulary) =>
        Fields([("count", Whole())], [("basis", Basis()), ("attributes", Attributes(vocabulary))]);

    private static JsonObject Cohort(Vocabulary? vocabulary) => Fields(
        [("count", Distribution()), ("claims", List(Fields([("measure", Text()), ("take_up", Quantity("probability that an entitled enterprise claims"))], [("basis", Basis())])))],
        [("zh", Label()), ("en", Label()), ("population", Text()), ("moves_with", MovesWith()), ("basis", Basis()), ("attributes", Attributes(vocabulary))]);

    private static JsonObject Attributes(Vocabulary? vocabulary) => FactSchema.Facts(vocabulary, _ => AnyOf(
        Distribution(),
        Truth(),
        Fields([], [("value", Anything("a value or a distribution")), ("chance", Quantity("probability of true")), ("choices", Map(Quantity(), "weights that sum to 100%")), ("moves_with", MovesWith()), ("basis", Basis())])));

    private static JsonObject MovesWith() => Map(Quantity(), "loading by factor");

    private static JsonObject Basis() => Label("where the figure comes from: an article, past payments, or assumption");

    private static JsonObject Distribution() => Quantity("a number or a distribution: median 1200万, p90 8000万; between 6 and 12; about 200 a year; rank");
}
