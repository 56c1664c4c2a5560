// budgetsim design: values of paths that meet a target with as much support as possible.
using System.CommandLine;
using System.Diagnostics;
using BudgetSim.Cli.Laboratory;
using BudgetSim.Cli.Running;
using BudgetSim.Cli.Writing;
using BudgetSim.OrTools;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Scenarios.Laboratory.Designs;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Cli.Commands;

/// <summary>Designs caps, rates, thresholds and funds.</summary>
internal static class DesignCommand
{
    private const int MostPaths = 4, ExpectedPasses = 3, DefaultReplications = 1000;

    public static Command Create()
    {
        var scenario = new Argument<string>("scenario") { Description = "scenario folder, perhaps +REFORM" };
        var target = new Option<string[]>("--target")
        {
            Description = "P(shortage)<=5%, P(shortage FUND)<=5%, P95<=8000万, mean<=6000万, mean ratio>=90%; several hold together",
            Required = true,
        };
        var adjust = new Option<string[]>("--adjust") { Description = "PATH=FROM..TO[:STEP], up to four", Required = true };
        var keep = new Option<string>("--keep")
        {
            Description = "what to keep as large as possible: paid, enterprises or least-cut",
            DefaultValueFactory = _ => "paid",
        };
        keep.AcceptOnlyFromAmong("paid", "enterprises", "least-cut");
        var rising = new Option<bool>("--rising") { Description = "each adjusted value is at least the one before it" };
        var options = new LaboratoryOptions();
        var command = new Command("design", "caps, rates and funds that meet a target at the least loss")
        {
            scenario,
            target,
            adjust,
            keep,
            rising,
        };
        options.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var name = parsed.GetRequiredValue(scenario);
            if (options.Read(parsed, "design-" + LaboratoryInput.Slug(name)) is not { } settings) return Task.FromResult(ExitCode.BadInput);
            var objective = parsed.GetValue(keep) switch
            {
                "enterprises" => DesignObjective.Enterprises,
                "least-cut" => DesignObjective.LeastCut,
                _ => DesignObjective.TotalPaid,
            };
            var written = new Written(
                name, parsed.GetRequiredValue(target), parsed.GetRequiredValue(adjust), objective, parsed.GetValue(rising));
            return RunAsync(written, settings.WithDefault(DefaultReplications), stop);
        });
        return command;
    }

    private sealed record Written(string Scenario, string[] Targets, string[] Adjust, DesignObjective Objective, bool IsRising);

    private static DesignQuestion? Question(Written written)
    {
        var targets = written.Targets.Select(DesignTarget.Read).ToList();
        foreach (var fault in targets.SelectMany(target => target.Diagnostics)) Console.Error.WriteLine(fault);
        var paths = LaboratoryInput.Paths(written.Adjust, "--adjust", MostPaths, mayOmitStep: true);
        return paths is not null && targets.TrueForAll(target => target.Succeeded)
            ? new DesignQuestion([.. targets.Select(target => target.Value!)], paths, written.Objective, written.IsRising)
            : null;
    }

    private static async Task<int> RunAsync(Written written, LaboratorySettings settings, CancellationToken stop)
    {
        if (Question(written) is not { } question || LaboratoryInput.Side(written.Scenario, settings) is not { } side)
            return ExitCode.BadInput;
        var source = new VariantSource(side, settings.Source);
        var faults = question.Check(source);
        foreach (var fault in faults) await Console.Error.WriteLineAsync($"{fault}");
        if (faults.Count > 0 || !LaboratoryReport.MayWrite(settings.Folder, Console.Error)) return ExitCode.BadInput;
        var clock = Stopwatch.StartNew();
        using var progress = new ProgressBar(Console.Error, ExpectedPasses * side.Scenario.Model.Replications, clock, settings.Language);
        var runs = settings.Runs(new Saturated(progress, ExpectedPasses * side.Scenario.Model.Replications), stop);
        using var solver = new OrToolsSolver();
        var design = await Task.Run(() => Design.Run(source, question, runs, solver, stop), CancellationToken.None);
        progress.Dispose();
        settings.TellCache(runs, Console.Error);
        if (design.Fresh.Finished == 0) return ExitCode.NoSolution;
        var report = DesignReport.From(
            design,
            LaboratoryText.Of(side.Title),
            LaboratoryInput.Manifest(side, design.Baseline.Finished, [.. written.Targets, .. written.Adjust]));
        foreach (var sentence in report.Summary) TerminalText.WriteSentence(settings.Output, sentence.In(settings.Language));
        TextTable.Write(
            settings.Output, DesignReport.Table(design), settings.Language, ["option", "mean", "p95", "shortage", "ratio", "enterprises"]);
        await settings.Output.WriteLineAsync(Spoken.Say(
            $"points: {design.Tried.Count} × {design.Baseline.Finished} in {clock.Elapsed.TotalSeconds:0.0} s", settings.Language));
        var code = await LaboratoryReport.WriteAsync(report, settings, Console.Error);
        return code != ExitCode.Done || design.IsFeasible ? code : ExitCode.NoSolution;
    }

    // How many passes a search takes is not known beforehand.
    private sealed class Saturated(IProgress<int> progress, int most) : IProgress<int>
    {
        public void Report(int value) => progress.Report(Math.Min(value, most - 1));
    }
}
