// budgetsim sweep: one or two paths over a range, on the same draws.
using System.CommandLine;
using System.Diagnostics;
using BudgetSim.Cli.Laboratory;
using BudgetSim.Cli.Running;
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Cli.Commands;

/// <summary>Sweeps paths.</summary>
internal static class SweepCommand
{
    public static Command Create()
    {
        var scenario = new Argument<string>("scenario") { Description = "scenario folder, perhaps +REFORM" };
        var vary = new Option<string[]>("--vary") { Description = "PATH=FROM..TO:STEP or PATH=A,B,C; once or twice", Required = true };
        var options = new LaboratoryOptions();
        var command = new Command("sweep", "a scenario at many values of one or two paths") { scenario, vary };
        options.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var name = parsed.GetRequiredValue(scenario);
            return options.Read(parsed, "sweep-" + LaboratoryInput.Slug(name)) is { } settings
                ? RunAsync(name, parsed.GetRequiredValue(vary), settings, stop)
                : Task.FromResult(ExitCode.BadInput);
        });
        return command;
    }

    private static async Task<int> RunAsync(string name, string[] vary, LaboratorySettings settings, CancellationToken stop)
    {
        var paths = LaboratoryInput.Paths(vary, "--vary", most: 2, mayOmitStep: false);
        if (paths is null || LaboratoryInput.Side(name, settings) is not { } side) return ExitCode.BadInput;
        var source = new VariantSource(side, settings.Source);
        var plan = Sweep.Plan(source, paths);
        foreach (var fault in plan.Diagnostics) await Console.Error.WriteLineAsync($"{fault}");
        if (!plan.Succeeded || !LaboratoryReport.MayWrite(settings.Folder, Console.Error)) return ExitCode.BadInput;
        var clock = Stopwatch.StartNew();
        using var progress = new ProgressBar(Console.Error, side.Scenario.Model.Replications, clock, settings.Language);
        var runs = settings.Runs(progress, stop);
        var sweep = await Task.Run(() => Sweep.Run(source, paths, plan.Value, runs), CancellationToken.None);
        progress.Dispose();
        settings.TellCache(runs, Console.Error);
        if (sweep.Baseline.Finished == 0) return ExitCode.NoSolution;
        var report = SweepReport.From(sweep, LaboratoryText.Of(side.Title), LaboratoryInput.Manifest(side, sweep.Baseline.Finished, vary));
        foreach (var sentence in report.Summary) TerminalText.WriteSentence(settings.Output, sentence.In(settings.Language));
        // A second path takes the place of the difference, so that a line fits a terminal.
        TextTable.Write(
            settings.Output,
            SweepReport.Table(sweep),
            settings.Language,
            ["value", "value-2", "mean", "p95", .. paths.Count == 1 ? new[] { "change" } : [], "shortage", "ratio", "enterprises"]);
        await settings.Output.WriteLineAsync(Spoken.Say(
            $"{plan.Value.Count} × {sweep.Baseline.Finished} in {clock.Elapsed.TotalSeconds:0.0} s", settings.Language));
        return await LaboratoryReport.WriteAsync(report, settings, Console.Error);
    }
}
