// budgetsim divide: the division rules by themselves.
using System.CommandLine;
using BudgetSim.Allocation.Division;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Cli.Commands;

/// <summary>Divides an estate among claims.</summary>
internal static class DivideCommand
{
    private const string Name = "divide";

    public static Command Create()
    {
        var estate = new Option<string>("--estate") { Description = "what there is to divide", Required = true };
        var claims = new Option<string>("--claims") { Description = "claims, with commas between them", Required = true };
        var rule = new Option<string>("--rule")
        {
            Description = $"the rule of division: {string.Join(", ", DivisionRules.Names)}",
            DefaultValueFactory = _ => DivisionRules.All[0].Name,
        };
        var (json, language) = (SharedOptions.Json(), SharedOptions.Lang());
        var command = new Command(Name, "divide an estate that is too small for its claims") { estate, claims, rule, json, language };
        command.SetAction(parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var faults = new List<Diagnostic>();
            var amount = WrittenNumbers.One("--estate", parsed.GetRequiredValue(estate), faults);
            var listed = WrittenNumbers.List("--claims", parsed.GetRequiredValue(claims), faults);
            if (faults.Count > 0) return Refuse(faults, errors);
            var divided = EstateDivision.Divide(parsed.GetRequiredValue(rule), amount, listed, Place.Of(Name));
            if (!divided.Succeeded) return Refuse(divided.Diagnostics, errors);
            if (parsed.GetValue(json)) PrintJson(output, divided.Value);
            else PrintTable(output, divided.Value, listed, parsed.GetRequiredValue(language));
            return ExitCode.Done;
        });
        return command;
    }

    private static int Refuse(IEnumerable<Diagnostic> faults, TextWriter errors)
    {
        foreach (var fault in faults) errors.WriteLine(fault);
        return ExitCode.BadInput;
    }

    private static void PrintJson(TextWriter output, DivisionResult result) => PrintedJson.Print(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("rule", result.Rule);
        PrintedJson.Number(json, "estate", result.Estate);
        json.WriteStartArray("awards");
        foreach (var award in result.Awards) json.WriteStringValue(award.ToString());
        json.WriteEndArray();
        json.WriteStartArray("rounded");
        foreach (var part in result.Rounded) json.WriteNumberValue(part);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void PrintTable(TextWriter output, DivisionResult result, IReadOnlyList<Fraction> claims, string language)
    {
        output.WriteLine(Spoken.Say($"{QuantityText.Format(result.Estate)} divided by the rule {result.Rule}", language));
        TextTable.Write(
            output,
            [
                new(Spoken.Say("claim", language), IsNumber: true),
                new(Spoken.Say("award", language), IsNumber: true),
                new(Spoken.Say("rounded", language), IsNumber: true),
            ],
            [.. claims.Select((claim, i) => (IReadOnlyList<string>)[$"{claim}", $"{result.Awards[i]}", $"{result.Rounded[i]}"])]);
    }
}
