// budgetsim evaluate: one entitlement, with its explanation.
using System.CommandLine;
using BudgetSim.Cli.Evaluating;
using BudgetSim.Cli.Writing;

namespace BudgetSim.Cli.Commands;

/// <summary>One measure for one subject.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var measure = new Argument<string>("measure") { Description = "id of a measure, such as fuzhou-2026-5/a3.1" };
        var inputs = new Option<string[]>("--input", "-i")
        {
            Description = "NAME=VALUE, may be repeated; values as people write them: 500万, 3%, 2026-06-30, 是",
            AllowMultipleArgumentsPerToken = true,
        };
        var asOf = new Option<string?>("--as-of") { Description = "date that chooses the version and stands where no date is given" };
        var readings = SharedOptions.Readings();
        var changes = new Option<string[]>("--set")
        {
            Description = "PATH=VALUE, may be repeated: changes the text before it is read",
            AllowMultipleArgumentsPerToken = true,
        };
        var explain = new Option<bool>("--explain") { Description = "print the explanation tree" };
        var (seeds, json, language) = (SharedOptions.Seeds(), SharedOptions.Json(), SharedOptions.Lang());
        var command = new Command("evaluate", "one entitlement in yuan, or UNDETERMINED")
        {
            measure,
            inputs,
            asOf,
            readings,
            changes,
            explain,
            seeds,
            json,
            language,
        };
        command.SetAction(parsed => Run(
            new EvaluationRequest(parsed.GetRequiredValue(measure), parsed.GetRequiredValue(seeds))
            {
                Inputs = parsed.GetValue(inputs) ?? [],
                AsOf = parsed.GetValue(asOf),
                Readings = parsed.GetValue(readings) ?? [],
                Changes = parsed.GetValue(changes) ?? [],
                Explains = parsed.GetValue(explain),
                IsJson = parsed.GetValue(json),
                Language = parsed.GetValue(language) ?? "zh",
            },
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(EvaluationRequest request, TextWriter output, TextWriter errors)
    {
        var evaluated = EvaluationJob.Run(request);
        foreach (var fault in evaluated.Diagnostics) errors.WriteLine(fault);
        if (!evaluated.Succeeded) return ExitCode.BadInput;
        EvaluationOutput.Write(evaluated.Value, output, errors);
        return ExitCode.Done;
    }
}
