// budgetsim reform show: what reforms replace, old beside new.
using System.CommandLine;
using System.Text.Json;
using BudgetSim.Cli.Laboratory;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Json;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Cli.Commands;

/// <summary>Reforms of a scenario.</summary>
internal static class ReformCommand
{
    private const int TextWidth = 80;

    public static Command Create() => new("reform", "overlays that change a policy") { Show() };

    private static Command Show()
    {
        var scenario = new Argument<string>("scenario") { Description = "scenario folder" };
        var reforms = new Argument<string[]>("reforms")
        {
            Description = "names in the scenario's reforms folder, or files; all if none",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var (seeds, language, json) = (SharedOptions.Seeds(), SharedOptions.Lang(), SharedOptions.Json());
        var command = new Command("show", "old value beside new, with the article; checks everything")
        {
            scenario,
            reforms,
            seeds,
            language,
            json,
        };
        command.SetAction(parsed => Show(
            parsed.InvocationConfiguration,
            ReformName.Read(string.Join(
                '+', Names(parsed.GetRequiredValue(scenario), parsed.GetValue(reforms) ?? []).Prepend(parsed.GetRequiredValue(scenario)))),
            parsed.GetRequiredValue(seeds),
            parsed.GetValue(language) == "zh" ? Language.Zh : Language.En,
            parsed.GetValue(json)));
        return command;
    }

    private static IReadOnlyList<string> Names(string folder, string[] written) => written.Length > 0 ? written : ReformName.Known(folder);

    private static int Show(InvocationConfiguration console, Loaded<ReformName> read, string seeds, Language language, bool isJson)
    {
        foreach (var fault in read.Diagnostics) console.Error.WriteLine(fault);
        if (!read.Succeeded) return ExitCode.BadInput;
        var reformed = ReformedScenario.Read(read.Value, seeds, new ScenarioOverrides());
        foreach (var fault in reformed.Diagnostics) console.Error.WriteLine(fault);
        if (!reformed.Succeeded) return ExitCode.BadInput;
        var plain = ScenarioFile.Read(read.Value.Folder, seeds, new ScenarioOverrides());
        var (reforms, changes) = (read.Value.Reforms, ReformChanges.ByReform(read.Value.Reforms, plain.Value!, seeds));
        if (isJson)
        {
            PrintedJson.Print(
                console.Output, json => WriteJson(reforms.Zip(changes.Select(change => ComparisonTables.Reform(change))), json));
            return ExitCode.Done;
        }

        var text = new ReformText(console.Output, language, Math.Min(TerminalText.Columns, TextWidth));
        for (var index = 0; index < reforms.Count; index++)
        {
            if (index > 0) console.Output.WriteLine();
            text.Write(reforms[index], changes[index]);
        }

        return ExitCode.Done;
    }

    private static void WriteJson(IEnumerable<(Reform Reform, ReportTable Changes)> reforms, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("form", "budgetsim-reforms-1");
        json.WriteStartArray("reforms");
        foreach (var (reform, changes) in reforms)
        {
            json.WriteStartObject();
            json.WriteString("name", reform.Name);
            json.WriteString("author", reform.Author);
            foreach (var (member, text) in new[] { ("title", reform.Title), ("reason", reform.Reason) })
            {
                json.WriteStartObject(member);
                json.WriteString("zh", text.In("zh"));
                json.WriteString("en", text.In("en"));
                json.WriteEndObject();
            }

            json.WritePropertyName("changes");
            TableJson.Write(changes, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
