// budgetsim check: reads everything at a path and reports every fault.
using System.CommandLine;
using System.Text.Json.Nodes;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Checks;

namespace BudgetSim.Cli.Commands;

/// <summary>Faults of a library, a document, a scenario or worked examples.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "policy library, document, scenario, cases or settlements" };
        var (seeds, json) = (SharedOptions.Seeds(), SharedOptions.Json());
        var command = new Command("check", "read everything and report every fault") { path, seeds, json };
        command.SetAction(parsed =>
        {
            var report = PathCheck.Run(parsed.GetRequiredValue(path), parsed.GetRequiredValue(seeds));
            Write(report, parsed.InvocationConfiguration.Output, parsed.GetValue(json));
            return report.Errors == 0 ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }

    private static void Write(CheckReport report, TextWriter output, bool isJson)
    {
        if (isJson)
        {
            output.WriteLine(JsonText.Of(new JsonArray([.. report.Faults.Select(Json)])));
            return;
        }

        foreach (var fault in report.Faults) output.WriteLine(fault);
        output.WriteLine(new Saying($"{report.Checked.Count} checked, {report.Errors} errors, {report.Warnings} warnings"));
    }

    private static JsonObject Json(Diagnostic fault) => new()
    {
        ["file"] = fault.Where.File,
        ["line"] = fault.Where.Line,
        ["column"] = fault.Where.Column,
        ["severity"] = fault.Severity.ToString().ToLowerInvariant(),
        ["code"] = fault.Code,
        ["message"] = fault.Message,
        ["hint"] = fault.Hint,
    };
}
