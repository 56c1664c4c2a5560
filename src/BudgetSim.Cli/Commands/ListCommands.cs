// budgetsim policies, measures and vocabulary: what is in the library.
using System.CommandLine;
using BudgetSim.Cli.Listing;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Checks.Documents;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Cli.Commands;

/// <summary>The three lists.</summary>
internal static class ListCommands
{
    public static Command Policies()
    {
        var (seeds, json, language) = (SharedOptions.Seeds(), SharedOptions.Json(), SharedOptions.Lang());
        var command = new Command("policies", "the policy documents of the library") { seeds, json, language };
        command.SetAction(parsed => Show(
            parsed,
            () => PolicyList.Read(parsed.GetRequiredValue(seeds)),
            (policies, output) => ListingOutput.Write(
                output, policies, PolicyList.Columns, PolicyList.Json, parsed.GetValue(json), parsed.GetRequiredValue(language))));
        return command;
    }

    public static Command Measures()
    {
        var (seeds, json, language) = (SharedOptions.Seeds(), SharedOptions.Json(), SharedOptions.Lang());
        var documents = new Option<string[]>("--doc") { Description = "only these documents", AllowMultipleArgumentsPerToken = true };
        var readings = new Option<bool>("--readings") { Description = "list the readings instead" };
        var scenario = new Option<string?>("--scenario") { Description = "the measures of a scenario instead, perhaps +REFORM" };
        var command = new Command("measures", "the measures of the library, or its readings")
        {
            documents,
            scenario,
            readings,
            seeds,
            json,
            language,
        };
        command.SetAction(parsed =>
        {
            var chosen = parsed.GetValue(documents) is { Length: > 0 } given ? given : null;
            var (folder, isJson, tongue) = (parsed.GetRequiredValue(seeds), parsed.GetValue(json), parsed.GetRequiredValue(language));
            var library = parsed.GetValue(scenario) is { } written
                ? OfScenario(written, folder, chosen)
                : PolicyFolder.Read(folder, chosen);
            if (!library.Succeeded || !parsed.GetValue(readings))
                return Show(
                    parsed,
                    () => library,
                    (read, output) => ListingOutput.Write(
                        output,
                        [.. read.Measures.Select(measure => measure.Measure)],
                        MeasureList.Columns,
                        MeasureList.Json,
                        isJson,
                        tongue));
            if (parsed.GetValue(scenario) is not null) chosen = [.. library.Value.Documents.Select(document => document.Id)];
            return Show(
                parsed,
                () => ReadingCatalogue.Read(folder, chosen),
                (listed, output) => ListingOutput.Write(output, listed, ReadingList.Columns, ReadingList.Json, isJson, tongue));
        });
        return command;
    }

    public static Command Vocabulary()
    {
        var (seeds, json, language) = (SharedOptions.Seeds(), SharedOptions.Json(), SharedOptions.Lang());
        var command = new Command("vocabulary", "every fact a rule may read") { seeds, json, language };
        command.SetAction(parsed => Show(
            parsed,
            () => VocabularyFile.Read(Path.Combine(parsed.GetRequiredValue(seeds), "vocabulary.yaml")),
            (vocabulary, output) => ListingOutput.Write(
                output,
                [.. vocabulary.All],
                VocabularyList.Columns,
                VocabularyList.Json,
                parsed.GetValue(json),
                parsed.GetRequiredValue(language))));
        return command;
    }

    // A scenario's changes and what its reforms add are in its measures.
    private static Loaded<PolicyLibrary> OfScenario(string written, string seeds, string[]? documents)
    {
        var name = ReformName.Read(written);
        if (!name.Succeeded) return new Loaded<PolicyLibrary>(null, name.Diagnostics);
        var read = ReformedScenario.Read(name.Value, seeds, new ScenarioOverrides());
        if (!read.Succeeded) return new Loaded<PolicyLibrary>(null, read.Diagnostics);
        var library = read.Value.Model.Terms.Library;
        return new Loaded<PolicyLibrary>(
            new PolicyLibrary(
                library.Vocabulary, [.. library.Documents.Where(document => documents is null || documents.Contains(document.Id))]),
            read.Diagnostics);
    }

    private static int Show<T>(ParseResult parsed, Func<Loaded<T>> read, Action<T, TextWriter> write)
        where T : class
    {
        var loaded = read();
        foreach (var fault in loaded.Diagnostics) parsed.InvocationConfiguration.Error.WriteLine(fault);
        if (!loaded.Succeeded) return ExitCode.BadInput;
        write(loaded.Value, parsed.InvocationConfiguration.Output);
        return ExitCode.Done;
    }
}
