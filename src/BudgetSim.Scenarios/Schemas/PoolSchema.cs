// The schema of pool.yaml.
using System.Text.Json.Nodes;
using BudgetSim.Policy.Vocabularies;
using static BudgetSim.Scenarios.Schemas.SchemaParts;

namespace BudgetSim.Scenarios.Schemas;

/// <summary>Who may apply: populations, and cohorts from assumptions, rosters and past payments.</summary>
internal static class PoolSchema
{
    public static JsonObject Pool(Vocabulary? vocabulary) => Fields(
        [("cohorts", Map(Cohort(vocabulary)))],
        [
            ("factors", Map(Bilingual(), "shared ups and downs")),
            ("populations", Map(Population(vocabulary))),
            ("paid_before", PaidBefore()),
        ]);

    private static JsonObject Population(Vocabulary? vocabulary) => Fields(
        [],
        [
            ("count", Whole("how many enterprises; not beside roster")), ("roster", Roster()), ("basis", Basis()),
            ("attributes", Attributes(vocabulary)),
            ("correlations", Correlations()), ("groups", Membership("groups")), ("parks", Membership("parks")), ("titles", Titles()),
        ]);

    private static JsonObject Titles() => Fields(
        [
            ("ladder", Described(Texts(), "the word for no title, then the titles from the lowest to the highest")),
            ("yearly", Map(Quantity(), "probability a year by step: innovative_sme->srdi_sme: 12%")),
        ],
        [
            ("start",
             AnyOf(
                 Map(Quantity(), "share of the enterprises by title at the start; the rest has none"),
                 Text("the roster's column with the title of each enterprise"))),
            ("lapses", Map(Quantity(), "probability a year of losing a title")),
            ("moves_with", MovesWith()),
            ("since", Whole("the year at whose end the start holds; the one before the scenario if omitted")),
            ("may_skip", Truth("steps may skip titles")),
            ("basis", Basis()),
        ]);

    // A cohort of past payments needs no claims: what was paid says it.
    private static JsonObject Cohort(Vocabulary? vocabulary)
    {
        var cohort = Fields(
            [],
            [
                ("claims", List(Claim())), ("history", History()),
                ("count", AnyOf(Distribution(), Map(Distribution(), "a count for every year"))),
                ("growing", Quantity("growth of the count a year")), ("range", Range()), ("years", Years()),
                ("zh", Label()), ("en", Label()), ("population", Text()),
                ("newly", AnyOf(Text("a title of the population: who reached it in the year comes up"), Texts())),
                ("holding", AnyOf(Text("a title of the population: who holds it comes up"), Texts())),
                ("share", Quantity("share of those that comes up in a year, with newly or holding")), ("roster", Roster()),
                ("moves_with", MovesWith()), ("basis", Basis()), ("attributes", Attributes(vocabulary)),
                ("correlations", Correlations()),
                ("date", AnyOf(Label("03-31, or between 01-01 and 06-30"), Map(Quantity(), "weights by day or span that sum to 100%"))),
                ("projects_each", Distribution()), ("loans_each", Distribution()), ("distinct", Truth("no enterprise twice in a year")),
                ("groups", Membership("groups")), ("parks", Membership("parks")),
            ]);
        cohort["anyOf"] = new JsonArray(
            new JsonObject { ["required"] = Names(["claims"]) }, new JsonObject { ["required"] = Names(["history"]) });
        return cohort;
    }

    private static JsonObject PaidBefore() => AnyOf(
        Text("a ledger of earlier payments beside pool.yaml: first-time awards and limits of the roster's enterprises count them"),
        Fields([("file", Text())], [("region", Label()), ("from", Whole()), ("to", Whole())]));

    private static JsonObject History() => AnyOf(
        Text("history.csv: a file of past payments beside pool.yaml"),
        Fields(
            [("file", Text())],
            [
                ("measures", Texts()),
                ("region", Label()),
                ("from", Whole()),
                ("to", Whole()),
                ("ceilings", Map(Quantity(), "yuan by measure")),
            ]));

    private static JsonObject Claim() => Fields([("measure", Text()), TakeUp()], OfClaims());

    /// <summary>What a cohort claims under a measure that is named elsewhere.</summary>
    public static JsonObject ClaimTerms() => Fields([TakeUp()], OfClaims());

    private static (string, JsonObject) TakeUp() =>
        ("take_up", Quantity("probability that an entitled enterprise claims: 60%, about 60% ± 10%, between 50% and 70%"));

    private static (string, JsonObject)[] OfClaims() =>
        [
            ("approval", Quantity("probability that a claim is approved, written like take_up")),
            ("range", Range()),
            ("per", Words(["loan", "project", "enterprise"], "what files once where subjects nest")),
            ("basis", Basis()),
        ];

    private static JsonObject Roster() => AnyOf(
        Text("a CSV file or workbook beside pool.yaml"),
        Fields(
            [("file", Text())],
            [
                ("sheet", Text()),
                ("projects", Text()),
                ("loans", Text()),
                ("resampled", Truth("draw from the rows instead of taking each once")),
            ]));

    private static JsonObject Attributes(Vocabulary? vocabulary) => FactSchema.Facts(vocabulary, _ => AnyOf(
        Distribution(),
        Truth(),
        Fields(
            [],
            [
                ("value", Anything("a value or a distribution")),
                ("chance", Quantity("probability of true")),
                ("choices", Map(Quantity(), "weights that sum to 100%")),
                ("formula", Expression("an expression over attributes above it")),
                ("title", Words(["now", "before", "newly"], "which title of the enterprise it follows from")),
                ("words", Map(Label(), "its value by title, where it is not the title's word")),
                ("at_least", Label("the lowest title for which it is true")),
                ("moves_with", MovesWith()),
                ("basis", Basis()),
                ("range", Range()),
            ])));

    private static JsonObject Correlations() =>
        Map(Map(Quantity(), "correlation from -1 to 1"), "correlations of normal scores, each pair once");

    private static JsonObject Membership(string what) =>
        Fields(
            [("count", Whole($"how many {what}"))], [("share", Quantity("share of the enterprises that belongs to one; 100% if omitted"))]);

    private static JsonObject Years() => AnyOf(Whole(), Fields([], [("from", Whole()), ("to", Whole())]));

    private static JsonObject MovesWith() => Map(Quantity(), "loading by factor");

    private static JsonObject Range() =>
        Label("over which range a tornado moves the figure: 80..140 in its own unit, 80%..120% of it, or p10..p90 of its distribution");

    private static JsonObject Basis() => Label("where the figure comes from: an article, past payments, or assumption");

    private static JsonObject Distribution() =>
        Quantity(
            "a number or a distribution: median 1200万, p90 8000万; between 6 and 12; about 200 a year, growing 5%; rank; rank by ATTRIBUTE");
}
