// The main job from a scenario to a report folder, with progress and a clean stop.
using System.Diagnostics;
using BudgetSim.Allocation.Optimization;
using BudgetSim.Cli.Laboratory;
using BudgetSim.Cli.Writing;
using BudgetSim.OrTools;
using BudgetSim.Reports.Folders;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Checks;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Transplants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Scenarios.Splitting;
using BudgetSim.Simulation.Certificates;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Cli.Running;

/// <summary>How to run: threads, report folder, language, and how many replications the solver checks; the unit of money if one was chosen.</summary>
internal sealed record RunOptions(int Threads, string Folder, Language Language, int Sample)
{
    public MoneyUnit? Unit { get; init; }

    /// <summary>Whether the report is printed as JSON instead of sentences and a table.</summary>
    public bool IsJson { get; init; }

    /// <summary>Whether there must be an unfinished run to continue.</summary>
    public bool MustResume { get; init; }
}

/// <summary>One run of a scenario.</summary>
internal sealed class RunJob(LoadedScenario scenario, RunOptions options)
{
    public async Task<int> RunAsync(TextWriter output, TextWriter errors, CancellationToken stop)
    {
        if (!LaboratoryReport.MayWrite(options.Folder, errors)) return ExitCode.BadInput;
        var clock = Stopwatch.StartNew();
        var state = UnfinishedRun.Open(options.Folder, ResultKey.Of(scenario).For("run"), scenario.Model, options.MustResume);
        foreach (var fault in state.Diagnostics) await errors.WriteLineAsync($"{fault}");
        if (state.Value is not { } unfinished) return ExitCode.BadInput;
        var behind = unfinished.Earlier?.Finished ?? 0;
        if (behind > 0) await errors.WriteLineAsync(Spoken.Say($"continued after {behind} of {scenario.Model.Replications} replications", options.Language));
        var sidecar = Sidecar.FindAbove(AppContext.BaseDirectory);
        await using var painter = sidecar is null ? null : new NodeChartPainter(sidecar);
        var warming = painter?.WarmUpAsync(CancellationToken.None) ?? Task.CompletedTask;
        using var progress = new ProgressBar(errors, scenario.Model.Replications, clock);
        var control = new RunControl(options.Threads) { Earlier = unfinished.Earlier, Precision = scenario.Precision, Keep = unfinished.Keep };
        var forecast = await Task.Run(() => RunReplications.Run(scenario.Model, control, progress, stop), CancellationToken.None);
        progress.Dispose();
        if (forecast.WasStopped) await errors.WriteLineAsync(Spoken.Say($"stopped: {forecast.Finished} of {scenario.Model.Replications} replications were finished; the same command goes on from there", options.Language));
        else unfinished.Finish();
        if (unfinished.Broken is { } broken) await errors.WriteLineAsync($"{broken}");
        if (forecast.IsPrecise) await errors.WriteLineAsync(Spoken.Say($"precise enough after {forecast.Finished} replications", options.Language));
        if (forecast.Finished == 0) return ExitCode.NoSolution;
        var simulated = clock.Elapsed;
        // The charts need no proof: they are painted while the solver works.
        await using var ahead = painter is null ? null : new AheadPainter(painter);
        ahead?.Begin(ForecastReport.From(new RunOutcome(scenario, forecast)).Charts, new PictureForm(options.Language));
        using var solver = new OrToolsSolver();
        var outcome = await Task.Run(() => Prove(forecast, solver, errors), CancellationToken.None);
        await IgnoreFaults(warming);
        var awards = await Task.Run(() => EnterpriseAwards.Of(scenario.Model, Math.Min(forecast.Finished, Comparison.EnterpriseReplications), options.Threads, CancellationToken.None), CancellationToken.None);
        outcome = outcome with { Equity = EquityTables.Section(awards, scenario.Model.Terms.Library.Vocabulary), Manifest = RunManifest.Entries(scenario, forecast, outcome.Solver) };
        var report = ForecastReport.From(outcome);
        if (options.Unit is { } unit) report = report.InUnit(unit);
        var manifest = new ExtraFile("manifest.json", RunManifest.Json(scenario, forecast, outcome.Solver, simulated));
        var library = sidecar is not null && File.Exists(sidecar.LibraryPath) ? await File.ReadAllTextAsync(sidecar.LibraryPath, CancellationToken.None) : "";
        var written = await ReportFolder.WriteAsync(report, options.Folder, options.Language, ahead, library, [manifest], CancellationToken.None);
        foreach (var warning in written.Warnings) await errors.WriteLineAsync(warning);
        if (options.IsJson)
        {
            LaboratoryReport.PrintJson(report, output);
            return outcome.Certificate is { Holds: false } ? ExitCode.NoSolution : ExitCode.Done;
        }

        if (LackingTable.Sentence(LackingAttribute.In(scenario.Model)) is { } lacking) await errors.WriteLineAsync(lacking.In(options.Language));
        TerminalSummary.Write(output, report, options.Language);
        await output.WriteLineAsync(Spoken.Say($"{Figures.Count(forecast.Finished)} × {Figures.Count((decimal)forecast.Claims.Sum() / forecast.Finished)} claims in {simulated.TotalSeconds:0.0} s ({forecast.Claims.Sum() / simulated.TotalSeconds:#,##0}/s), {clock.Elapsed.TotalSeconds:0.0} s in all", options.Language));
        await output.WriteLineAsync($"→ {Path.Combine(written.Folder, "report.html")}");
        return outcome.Certificate is { Holds: false } ? ExitCode.NoSolution : ExitCode.Done;
    }

    private RunOutcome Prove(Forecast forecast, OrToolsSolver solver, TextWriter errors)
    {
        var outcome = new RunOutcome(scenario, forecast) { ExampleAwards = ExampleAwards.From(scenario.Model, 0), Readings = Catalogue() };
        if (options.Sample > 0)
        {
            var certificate = Certify.Sample(scenario.Model, forecast.Finished, options.Sample, solver, new SolverLimits(), CancellationToken.None);
            outcome = outcome with { Certificate = certificate, Solver = solver.Version };
            foreach (var failure in certificate.Checks.Where(check => check.Failure.Length > 0).Select(check => check.Failure).Distinct()) errors.WriteLine(Spoken.Say($"not proved: {failure}", options.Language));
        }

        if (scenario.Split is null) return outcome;
        var (split, fault) = SplitFund.From(scenario, forecast, options.Sample > 0 ? solver : null, CancellationToken.None);
        if (fault is not null) errors.WriteLine(fault);
        return split is null ? outcome : outcome with { Allocation = SplitTable.From(split, forecast), AllocationNotes = SplitTable.Notes(split), Prices = SplitTable.Prices(split, forecast) };
    }

    // The library was read without a fault before; the last of the scenario's files lies in its folder.
    private IReadOnlyList<ListedReading> Catalogue() =>
        ReadingCatalogue.Read(Path.GetDirectoryName(scenario.Files[^1])!, [.. scenario.Model.Terms.Library.Documents.Select(document => document.Id)]).Value ?? [];

    // A painter that does not start says so again, in one line, when it is asked to paint.
    private static async Task IgnoreFaults(Task task)
    {
        try
        {
            await task;
        }
        catch (PaintingException)
        {
            // Reported by the report folder.
        }
    }
}
