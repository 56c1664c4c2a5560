// budgetsim reform show: what reforms replace, old beside new.
using System.CommandLine;
using System.Text.Json;
using BudgetSim.Cli.Settling;
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Json;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Cli.Commands;

/// <summary>Reforms of a scenario.</summary>
internal static class ReformCommand
{
    public static Command Create() => new("reform", "overlays that change a policy") { Show() };

    private static Command Show()
    {
        var scenario = new Argument<string>("scenario") { Description = "scenario folder" };
        var reforms = new Argument<string[]>("reforms") { Description = "names in the scenario's reforms folder, or files; all if none", Arity = ArgumentArity.ZeroOrMore };
        var (seeds, language, json) = (SharedOptions.Seeds(), SharedOptions.Lang(), SharedOptions.Json());
        var command = new Command("show", "old value beside new, with the article; checks everything") { scenario, reforms, seeds, language, json };
        command.SetAction(parsed => Show(
            parsed.GetRequiredValue(scenario),
            parsed.GetValue(reforms) ?? [],
            parsed.GetRequiredValue(seeds),
            parsed.GetValue(language) == "zh" ? Language.Zh : Language.En,
            parsed.GetValue(json)));
        return command;
    }

    private static int Show(string folder, string[] names, string seeds, Language language, bool isJson)
    {
        if (names.Length == 0) names = [.. ReformName.Known(folder)];
        var read = ReformName.Read(string.Join('+', names.Prepend(folder)));
        foreach (var fault in read.Diagnostics) Console.Error.WriteLine(fault);
        if (!read.Succeeded) return ExitCode.BadInput;
        var reformed = ReformedScenario.Read(read.Value, seeds, new ScenarioOverrides());
        foreach (var fault in reformed.Diagnostics) Console.Error.WriteLine(fault);
        if (!reformed.Succeeded) return ExitCode.BadInput;
        var plain = ScenarioFile.Read(folder, seeds, new ScenarioOverrides());
        if (isJson)
        {
            PrintedJson.Print(Console.Out, json => WriteJson(read.Value.Reforms.Select(reform => (reform, ComparisonTables.Reform(ReformChanges.Of([reform], plain.Value!, seeds)))), json));
            return ExitCode.Done;
        }

        foreach (var reform in read.Value.Reforms)
        {
            Console.Out.WriteLine($"{LaboratoryText.Of(reform.Title).In(language)} ({reform.Name}, {reform.Author}): {LaboratoryText.Of(reform.Reason).In(language)}");
            TextTable.Write(Console.Out, ComparisonTables.Reform(ReformChanges.Of([reform], plain.Value!, seeds)), language, ["target", "article", "old", "new", "from", "why"]);
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
