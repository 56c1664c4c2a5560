// The schemas of scenario.yaml and of reforms over it.
using System.Text.Json.Nodes;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Scenario;
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
            ("carry_over",
             Map(
                 Fields(
                     [],
                     [
                         ("claims", Words(["lapse", "paid_first", "with_next_year", "topped_up"], "claims that a short year leaves open")),
                         ("money", Words(["lapse", "carried"], "an unspent appropriation")),
                     ]),
                 "what a fund passes on to the next year")),
            ("payout_ratio", AnyOf(Share(), Map(Share(), "by measure id, or * for all others"))),
            ("ranges", Map(Label("such as 300万..800万"), "over which range a tornado moves a figure, funds/FUND or parameters/NAME")),
            ("sampling",
             Words(["independent", "antithetic", "evenly_spread"], "how the replications share the range of their random numbers")),
            ("precision", Quantity("when there are enough replications: P95 of total within 2%")),
            ("split", Fields(
                [("fund", Text())],
                [
                    ("aim", Words(SplitPlanReader.Aims.Keys, "what is made small: the mean shortfall, or its mean over the worst years")),
                    ("level", Quantity("95% means the worst twentieth")),
                    ("transfers", Quantity("part of its money that a clause may hand over")), ("floors", Map(Quantity())),
                    ("ceilings", Map(Quantity())),
                ])),
        ]);

    public static JsonObject Reform() => Fields(
        [
            ("title", Bilingual()),
            ("author", Label()),
            ("baseline", Text("the scenario it is laid over")),
            ("reason", AnyOf(Text(), Bilingual())),
        ],
        [
            ("add", List(Fields(
                [("measure", Text("a document and a new id, such as fuzhou-2026-5/a3.7")), ("rule", PolicySchema.Rule()), ("why", Label())],
                [
                    ("claims", Map(AnyOf(Quantity("take-up"), PoolSchema.ClaimTerms()), "who applies, by cohort of the pool")),
                    ("from", Date("in force from this day")),
                ]))),
            ("changes",
             List(Fields(
                 [
                     ("path", Text("such as fuzhou-2026-5/a3.1/cap, or funds/<fund>")),
                     ("value", Anything("the new value")),
                     ("why", Label()),
                 ],
                 [("from", Date("in force from this day"))]))),
            ("switch_off", Texts("measures that are not paid")),
            ("readings", Map(Anything("an option"), "options by reading code")),
            ("funds", Map(AnyOf(Quantity(), Map(Quantity())), "yuan by fund, for every year or by year")),
        ]);

    private static JsonObject Share() => Quantity("share of a ceiling that is paid: 60%, about 60% ± 10%, between 50% and 70%");
}
