// budgetsim test: runs worked examples and prints every difference.
using System.CommandLine;
using BudgetSim.Scenarios.Cases;

namespace BudgetSim.Cli.Commands;

/// <summary>Worked examples against the rules.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "a cases.csv, a settlements.jsonl, or a folder of them / 算例文件或目录" };
        var seeds = SharedOptions.Seeds();
        var command = new Command("test", "run worked examples (cases.csv, settlements.jsonl) / 运行算例") { path, seeds };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(path), parsed.GetRequiredValue(seeds), Console.Out, Console.Error));
        return command;
    }

    private static int Run(string path, string seeds, TextWriter output, TextWriter errors)
    {
        var outcomes = new WorkedExamples(seeds).Run(path);
        foreach (var fault in outcomes.Diagnostics) errors.WriteLine(fault);
        if (!outcomes.Succeeded) return ExitCode.BadInput;
        foreach (var outcome in outcomes.Value.Where(outcome => !outcome.Passed))
        {
            foreach (var difference in outcome.Differences) output.WriteLine($"{outcome.Where}: {outcome.CaseId}: {difference}");
        }

        var failed = outcomes.Value.Count(outcome => !outcome.Passed);
        output.WriteLine($"{outcomes.Value.Count - failed} passed, {failed} failed");
        return failed == 0 ? ExitCode.Done : ExitCode.BadInput;
    }
}
