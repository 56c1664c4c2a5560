// budgetsim schema: JSON Schema of the data files.
using System.CommandLine;
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Schemas;

namespace BudgetSim.Cli.Commands;

/// <summary>One schema, or all of them by name.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("file")
        {
            Description = $"the kind of file: {string.Join(", ", DataSchemas.Names)}",
            Arity = ArgumentArity.ZeroOrOne,
        };
        name.AcceptOnlyFromAmong([.. DataSchemas.Names]);
        var seeds = SharedOptions.Seeds();
        var command = new Command("schema", "JSON Schema of the data files, for editors") { name, seeds };
        command.SetAction(parsed =>
        {
            var vocabulary = VocabularyFile.Read(Path.Combine(parsed.GetRequiredValue(seeds), "vocabulary.yaml")).Value;
            var schema = parsed.GetValue(name) is { } chosen
                ? DataSchemas.Of(chosen, vocabulary)
                : new JsonObject(DataSchemas.Names
                    .Select(each => KeyValuePair.Create<string, JsonNode?>(each, DataSchemas.Of(each, vocabulary))));
            parsed.InvocationConfiguration.Output.WriteLine(JsonText.Of(schema));
            return ExitCode.Done;
        });
        return command;
    }
}
