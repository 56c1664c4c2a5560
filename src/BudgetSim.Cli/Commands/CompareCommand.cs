// budgetsim compare: scenarios and reforms on the same draws.
using System.CommandLine;
using System.Diagnostics;
using BudgetSim.Cli.Laboratory;
using BudgetSim.Cli.Running;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Cli.Commands;

/// <summary>Compares scenarios.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("scenarios")
        {
            Description = "baseline first; SCENARIO+REFORM, or +REFORM for the same scenario",
            Arity = new ArgumentArity(1, 50),
        };
        var options = new LaboratoryOptions();
        var command = new Command("compare", "paired differences of scenarios and reforms on the same draws") { names };
        options.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var written = parsed.GetRequiredValue(names);
            return options.Read(parsed, "compare-" + LaboratoryInput.Slug(string.Join('-', written))) is { } settings
                ? RunAsync(written, settings, stop)
                : Task.FromResult(ExitCode.BadInput);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] names, LaboratorySettings settings, CancellationToken stop)
    {
        // One name with reforms is compared with the same scenario without them.
        if (names.Length == 1 && names[0].Contains('+', StringComparison.Ordinal)) names = [names[0].Split('+')[0], names[0]];
        if (Sides(names, settings.Source) is not { } sides || !LaboratoryReport.MayWrite(settings.Folder, Console.Error))
            return ExitCode.BadInput;
        settings = settings with { Source = settings.Source with { Overrides = settings.Source.Overrides with { Policies = null } } };
        if (sides.Count < 2)
        {
            await Console.Error.WriteLineAsync(
                $"{Diagnostic.Error(Place.Of(names[0]), "BS512", "nothing to compare it with", "name a second scenario, SCENARIO+REFORM, or other rules with --policies")}");
            return ExitCode.BadInput;
        }

        var clock = Stopwatch.StartNew();
        using var progress = new ProgressBar(
            Console.Error, Comparison.RunsOf(sides) * sides[0].Scenario.Model.Replications, clock, settings.Language);
        var runs = settings.Runs(progress, stop);
        var comparison = await Task.Run(() => Comparison.Run(sides, settings.Source, runs), CancellationToken.None);
        progress.Dispose();
        settings.TellCache(runs, Console.Error);
        if (comparison.Forecast.Finished == 0 || comparison.Contrasts.Any(contrast => contrast.Forecast.Finished == 0))
            return ExitCode.NoSolution;
        var report = ComparisonReport.From(
            comparison, [.. sides.Skip(1).Select((side, index) => ReformTable(side, settings.Source, index))], Manifest(comparison));
        foreach (var sentence in report.Summary) TerminalText.WriteSentence(settings.Output, sentence.In(settings.Language));
        foreach (var contrast in comparison.Contrasts)
            TextTable.Write(
                settings.Output,
                ComparisonTables.Clauses(contrast),
                settings.Language,
                ["clause", "baseline", "reform", "difference", "low", "high"]);
        return await LaboratoryReport.WriteAsync(report, settings, Console.Error);
    }

    // With other rules their side comes last: the first scenario's pool under them.
    private static IReadOnlyList<Side>? Sides(string[] names, ScenarioSource source)
    {
        var sides = Side.ReadAll(names, source.Seeds, source.Overrides with { Policies = null });
        foreach (var fault in sides.Diagnostics) Console.Error.WriteLine(fault);
        if (!sides.Succeeded || source.Overrides.Policies is not { } policies) return sides.Value;
        var other = Side.Under(sides.Value[0], policies, source.Seeds, source.Overrides);
        foreach (var fault in other.Diagnostics) Console.Error.WriteLine(fault);
        return other.Succeeded ? [.. sides.Value, other.Value] : null;
    }

    private static ReportTable? ReformTable(Side side, ScenarioSource source, int index) => side.Source.Reforms.Count == 0
        ? null
        : ComparisonTables.Reform(
            ReformChanges.Of(
                side.Source.Reforms, ScenarioFile.Read(side.Source.Folder, source.Seeds, source.Overrides).Value!, source.Seeds),
            index == 0 ? "" : $"-{index + 1}",
            side.Scenario.Model.Terms.Library);

    private static IReadOnlyList<ManifestEntry> Manifest(Comparison comparison) =>
    [
        new(new Text("基准", "Baseline"), comparison.Baseline.Name),
        .. comparison.Contrasts.Select(contrast => new ManifestEntry(new Text("方案", "Reform"), contrast.Side.Name)),
        .. RunManifest.Entries(comparison.Baseline.Scenario, comparison.Forecast, ""),
    ];
}
