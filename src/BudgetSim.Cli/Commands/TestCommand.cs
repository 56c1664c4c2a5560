// budgetsim test: runs worked examples and prints every difference.
using System.CommandLine;
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Scenarios.Cases;

namespace BudgetSim.Cli.Commands;

/// <summary>Worked examples against the rules.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "a cases.csv, a settlements.jsonl, or a folder of them" };
        var (seeds, json) = (SharedOptions.Seeds(), SharedOptions.Json());
        var command = new Command("test", "run worked examples (cases.csv, settlements.jsonl)") { path, seeds, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(path),
            parsed.GetRequiredValue(seeds),
            parsed.GetValue(json),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string path, string seeds, bool isJson, TextWriter output, TextWriter errors)
    {
        var outcomes = new WorkedExamples(seeds).Run(path);
        foreach (var fault in outcomes.Diagnostics) errors.WriteLine(fault);
        if (!outcomes.Succeeded) return ExitCode.BadInput;
        if (isJson) output.WriteLine(JsonText.Of(Json(outcomes.Value)));
        else Write(outcomes.Value, output);
        return outcomes.Value.All(outcome => outcome.Passed) ? ExitCode.Done : ExitCode.BadInput;
    }

    private static void Write(IReadOnlyList<CaseOutcome> outcomes, TextWriter output)
    {
        foreach (var outcome in outcomes.Where(outcome => !outcome.Passed))
        {
            foreach (var difference in outcome.Differences) output.WriteLine($"{outcome.Where}: {outcome.CaseId}: {difference}");
        }

        var failed = outcomes.Count(outcome => !outcome.Passed);
        output.WriteLine($"{outcomes.Count - failed} passed, {failed} failed");
    }

    private static JsonObject Json(IReadOnlyList<CaseOutcome> outcomes) => new()
    {
        ["form"] = "budgetsim-test-1",
        ["passed"] = outcomes.Count(outcome => outcome.Passed),
        ["failed"] = outcomes.Count(outcome => !outcome.Passed),
        ["differences"] = new JsonArray([.. outcomes.Where(outcome => !outcome.Passed).Select(outcome => new JsonObject
        {
            ["file"] = outcome.Where.File,
            ["line"] = outcome.Where.Line,
            ["case"] = outcome.CaseId,
            ["differences"] = JsonText.Texts(outcome.Differences),
        })]),
    };
}
