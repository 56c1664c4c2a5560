// budgetsim round: shares of a whole total by weights.
using System.CommandLine;
using BudgetSim.Allocation.Rounding;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Cli.Commands;

/// <summary>Rounds shares so that they sum to the total.</summary>
internal static class RoundCommand
{
    private const string Name = "round";

    public static Command Create()
    {
        var total = new Option<string>("--total") { Description = "whole units to share", Required = true };
        var weights = new Option<string>("--weights") { Description = "weights, with commas between them", Required = true };
        var method = new Option<string>("--method")
        {
            Description = $"the method of rounding: {string.Join(", ", RoundingMethods.Names)}",
            DefaultValueFactory = _ => RoundingMethods.Names.First(),
        };
        var json = SharedOptions.Json();
        var command = new Command(Name, "share whole units by weights") { total, weights, method, json };
        command.SetAction(parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var faults = new List<Diagnostic>();
            var units = WrittenNumbers.Whole("--total", parsed.GetRequiredValue(total), faults);
            var listed = WrittenNumbers.List("--weights", parsed.GetRequiredValue(weights), faults);
            var whole = faults.Count == 0 ? WrittenNumbers.Scaled("--weights", listed, faults) : [];
            var shared = faults.Count > 0
                ? new Loaded<IReadOnlyList<long>>(null, faults)
                : RoundingMethods.Round(parsed.GetRequiredValue(method), units, whole, Place.Of(Name));
            foreach (var fault in shared.Diagnostics) errors.WriteLine(fault);
            if (!shared.Succeeded) return ExitCode.BadInput;
            if (parsed.GetValue(json)) PrintJson(output, parsed.GetRequiredValue(method), units, shared.Value);
            else output.WriteLine(string.Join(' ', shared.Value));
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintJson(TextWriter output, string method, long total, IReadOnlyList<long> parts) =>
        PrintedJson.Print(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("method", method);
            json.WriteNumber("total", total);
            json.WriteStartArray("rounded");
            foreach (var part in parts) json.WriteNumberValue(part);
            json.WriteEndArray();
            json.WriteEndObject();
        });
}
