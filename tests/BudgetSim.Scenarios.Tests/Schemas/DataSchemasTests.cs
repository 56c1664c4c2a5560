// What is shipped fits the schemas, and what does not fit is marked.
using System.Text.Json.Nodes;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Encodings;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Schemas;
using BudgetSim.Tests;

namespace BudgetSim.Scenarios.Tests.Schemas;

public sealed class DataSchemasTests
{
    private static readonly string Seeds = Repository.PathTo("seeds");

    private static Vocabulary Words { get; } = VocabularyFile.Read(Path.Combine(Seeds, "vocabulary.yaml")).Value!;

    private static JsonObject Schema(string name) => DataSchemas.Of(name, Words);

    private static IEnumerable<string> FaultsOf(string yaml, string name) =>
        SchemaValidator.Faults(YamlFile.Read(new SourceText("f", yaml)).Value!, Schema(name));

    [Fact]
    public void Policies_AsShipped_Fit() =>
        Assert.Empty(PolicyFolder.DocumentIds(Seeds)
            .SelectMany(id => SchemaValidator.Faults(YamlFile.Read(Path.Combine(Seeds, id, "policy.yaml")).Value!, Schema("policy"))));

    [Fact]
    public void Vocabulary_AsShipped_Fits() =>
        Assert.Empty(SchemaValidator.Faults(YamlFile.Read(Path.Combine(Seeds, "vocabulary.yaml")).Value!, Schema("vocabulary")));

    [Theory]
    [InlineData("scenario")]
    [InlineData("pool")]
    public void Scenarios_AsShipped_Fit(string name)
    {
        var files = Directory.EnumerateFiles(Repository.PathTo("scenarios"), $"{name}.yaml", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => SchemaValidator.Faults(YamlFile.Read(file).Value!, Schema(name))));
    }

    [Fact]
    public void Reforms_AsShipped_Fit()
    {
        var files = Directory.EnumerateFiles(Repository.PathTo("scenarios"), "*.yaml", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "reforms")
            .ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => SchemaValidator.Faults(YamlFile.Read(file).Value!, Schema("reform"))));
    }

    [Fact]
    public void Settlements_AsShipped_Fit() =>
        Assert.Empty(PolicyFolder.DocumentIds(Seeds).SelectMany(id => JsonFile.ReadLines(Path.Combine(Seeds, id, "settlements.jsonl")))
            .SelectMany(line => SchemaValidator.Faults(line.Value!, Schema("settlements"))));

    [Fact]
    public void Cases_AsShipped_Fit()
    {
        foreach (var id in PolicyFolder.DocumentIds(Seeds))
        {
            var table = TableFile.Read(Path.Combine(Seeds, id, "cases.csv")).Value!;
            Assert.Empty(table.Rows.SelectMany(row => SchemaValidator.Faults(CaseOf(table, row), Schema("cases"))));
        }
    }

    [Theory]
    [InlineData("policy", "{ document: x, titel: y }", "f:1:16: unknown titel")]
    [InlineData("reform", "{ title: {}, author: a, baseline: b, reason: c, changes: [ { path: p, value: 1 } ] }", "f:1:60: required why")]
    [InlineData("pool", "{ cohorts: { a: { count: 3, claims: [ { measure: m } ] } } }", "f:1:39: required take_up")]
    [InlineData("problem", "{ items: [ { id: a, amount: 1 } ], objective: most }", "f:1:47: enum")]
    [InlineData("vocabulary", "{ attributes: { a: { type: boolean } }, parameters: {} }", "f:1:28: enum")]
    [InlineData("settlements", "{ case_id: a, year: soon, claims: [], expected: {} }", "f:1:21: type \"integer\"")]
    [InlineData("cases", "{ case_id: a, measure_id: m, inputs: { loan_month: 1 }, expected: 5 }", "f:1:40: unknown loan_month")]
    public void Schemas_OfWrongFiles_MarkThem(string name, string yaml, string fault) => Assert.Contains(fault, FaultsOf(yaml, name));

    // Each kind asks for the fields of one of its forms.
    [Theory]
    [InlineData("rate: 3%, base: revenue", 0)]
    [InlineData("parts: [ { rate: 3%, base: revenue } ]", 0)]
    [InlineData("amount: 5", 1)]
    public void Measure_OfAKind_NeedsItsFields(string fields, int faults)
    {
        var yaml =
            $"{{ id: a, article: '1', title: {{}}, kind: rate, effect: award, subject: enterprise, trigger: apply, valid: {{ by: event_date }}, when: true, fund: f, {fields} }}";
        var measure = Schema("policy")["properties"]!["measures"]!["items"]!.AsObject();
        Assert.Equal(faults, SchemaValidator.Faults(YamlFile.Read(new SourceText("f", yaml)).Value!, measure).Count());
    }

    [Fact]
    public void Kinds_OfTheSchema_AreThoseOfTheReader() =>
        Assert.Equal(FormulaReader.KnownKinds.Order(StringComparer.Ordinal), KindFields.Forms.Keys.Order(StringComparer.Ordinal));

    private static MappingNode CaseOf(Table table, TableRow row) => new(row.Where, [.. table.Names.Select((name, column) =>
        new DataEntry(
            name,
            row[column].Where,
            name == "inputs" ? CellText.Json(row[column])!.Value! : new ScalarNode(
                row[column].Where, row[column].Text, name == "expected" ? ScalarForm.Number : ScalarForm.Quoted)))]);
}
