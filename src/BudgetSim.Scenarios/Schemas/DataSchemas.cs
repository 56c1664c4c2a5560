// The JSON Schemas of the data files, by name.
using System.Text.Json.Nodes;
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Scenarios.Schemas;

/// <summary>Schemas for editors: they complete keys and words and mark what no reader would take.</summary>
public static class DataSchemas
{
    private static readonly Dictionary<string, (string Title, Func<Vocabulary?, JsonObject> Make)> All = new()
    {
        ["policy"] = ("seeds/<document>/policy.yaml", _ => PolicySchema.Document()),
        ["scenario"] = ("scenarios/<name>/scenario.yaml", ScenarioSchema.Scenario),
        ["pool"] = ("scenarios/<name>/pool.yaml", PoolSchema.Pool),
        ["reform"] = ("scenarios/<name>/reforms/<reform>.yaml", _ => ScenarioSchema.Reform()),
        ["vocabulary"] = ("seeds/vocabulary.yaml", _ => FactSchema.Vocabulary()),
        ["cases"] = ("a row of cases.csv, with inputs as an object", ExampleSchema.Case),
        ["settlements"] = ("a line of settlements.jsonl", ExampleSchema.Settlement),
        ["problem"] = ("problem.json of budgetsim allocate", _ => ExampleSchema.Problem()),
    };

    /// <summary>The names, in the order they are listed.</summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>The schema of that name; with a vocabulary it knows every fact by name.</summary>
    public static JsonObject Of(string name, Vocabulary? vocabulary)
    {
        var (title, make) = All[name];
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"budgetsim/{name}",
            ["title"] = title,
        };
        foreach (var (key, value) in make(vocabulary)) schema[key] = value?.DeepClone();
        return schema;
    }
}
