// The main job from a scenario to a report folder, with progress and a clean stop.
using BudgetSim.Cli.Laboratory;
using BudgetSim.Cli.Writing;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Folders;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Pictures;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Checks.Documents;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Transplants;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Scenarios.Splitting;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Cli.Running;

/// <summary>
/// How to run: threads, report folder, language, and how many replications the solver checks; the unit of money if one was chosen.
/// </summary>
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
        var stages = new RunStages();
        var state = UnfinishedRun.Open(
            options.Folder, ResultKey.Of(scenario).For($"run {scenario.Precision}"), scenario.Model, options.MustResume);
        foreach (var fault in state.Diagnostics) await errors.WriteLineAsync($"{fault}");
        if (state.Value is not { } unfinished) return ExitCode.BadInput;
        var sidecar = Sidecar.FindAbove(AppContext.BaseDirectory);
        await using var painter = sidecar is null ? null : new NodeChartPainter(sidecar);
        var warming = painter?.WarmUpAsync(CancellationToken.None) ?? Task.CompletedTask;
        using var proofs = new RunProofs(scenario, options.Sample);
        proofs.Begin();
        var forecast = await ForecastAsync(unfinished, stages, errors, stop);
        if (forecast.Finished == 0) return ExitCode.NoSolution;
        stages.EndReplications();
        await using var ahead = painter is null ? null : new AheadPainter(painter);
        var outcome = await OutcomeAsync(forecast, proofs, ahead, errors);
        stages.EndProofs();
        var report = Shown(outcome);
        Paint(ahead, report.Charts);
        await IgnoreFaults(warming);
        var written = await WriteAsync(report, outcome, stages, sidecar, ahead);
        foreach (var fault in written.Diagnostics) await errors.WriteLineAsync($"{fault}");
        if (written.Succeeded && !forecast.WasStopped && unfinished.Finish() is { } left) await errors.WriteLineAsync($"{left}");
        foreach (var warning in written.Value?.Warnings ?? []) await errors.WriteLineAsync(Spoken.Say(warning, options.Language));
        if (options.IsJson) LaboratoryReport.PrintJson(report, output);
        else await PrintAsync(report, LastLine(forecast, stages), written.Value?.Page, output, errors);
        return !written.Succeeded ? ExitCode.BadInput : outcome.Certificate is { Holds: false } ? ExitCode.NoSolution : ExitCode.Done;
    }

    private async Task<Forecast> ForecastAsync(UnfinishedRun unfinished, RunStages stages, TextWriter errors, CancellationToken stop)
    {
        var (behind, asked) = (unfinished.Earlier?.Finished ?? 0, scenario.Model.Replications);
        if (behind > 0) await SayAsync(errors, $"continued after {behind} of {asked} replications");
        var control = new RunControl(options.Threads)
        {
            Earlier = unfinished.Earlier,
            Precision = scenario.Precision,
            Keep = unfinished.Keep,
        };
        Forecast forecast;
        using (var progress = new ProgressBar(errors, asked, stages.Clock, options.Language))
            forecast = await Task.Run(() => RunReplications.Run(scenario.Model, control, progress, stop), CancellationToken.None);
        if (forecast.WasStopped)
            await SayAsync(
                errors,
                $"stopped: {forecast.Finished} of {asked} replications were finished; the same command goes on from there");
        if (unfinished.Broken is { } broken) await errors.WriteLineAsync($"{broken}");
        if (forecast.IsPrecise) await SayAsync(errors, $"precise enough after {forecast.Finished} replications");
        return forecast;
    }

    // The charts need no proof: they are painted while the solver works.
    private async Task<RunOutcome> OutcomeAsync(Forecast forecast, RunProofs proofs, AheadPainter? ahead, TextWriter errors)
    {
        var equity = Task.Run(
            () =>
            {
                var section = Equity(forecast);
                Paint(ahead, section?.Charts ?? []);
                return section;
            },
            CancellationToken.None);
        Paint(ahead, Shown(new RunOutcome(scenario, forecast)).Charts);
        var outcome = await Task.Run(() => Prove(forecast, proofs, errors), CancellationToken.None);
        return outcome with { Equity = await equity, Manifest = RunManifest.Entries(scenario, forecast, outcome.Solver) };
    }

    private void Paint(AheadPainter? ahead, IEnumerable<Chart> charts) => ahead?.Begin(charts, new PictureForm(options.Language));

    private async Task<Loaded<WrittenFolder>> WriteAsync(
        Report report, RunOutcome outcome, RunStages stages, Sidecar? sidecar, AheadPainter? ahead)
    {
        var manifest = new ExtraFile("manifest.json", RunManifest.Json(scenario, outcome.Forecast, outcome.Solver, stages));
        var library = sidecar is not null && File.Exists(sidecar.LibraryPath)
            ? await File.ReadAllTextAsync(sidecar.LibraryPath, CancellationToken.None)
            : "";
        return await ReportFolder.WriteAsync(
            report, options.Folder, options.Language, ahead, library, [manifest], CancellationToken.None);
    }

    private async Task PrintAsync(Report report, string lastLine, string? page, TextWriter output, TextWriter errors)
    {
        if (LackingTable.Sentence(LackingAttribute.In(scenario.Model)) is { } lacking)
            TerminalText.WriteSentence(errors, lacking.In(options.Language));
        TerminalSummary.Write(output, report, options.Language);
        TerminalText.WriteSentence(output, lastLine);
        if (page is not null) await output.WriteLineAsync($"→ {page}");
    }

    private Task SayAsync(TextWriter errors, string sentence) => errors.WriteLineAsync(Spoken.Say(sentence, options.Language));

    private RunOutcome Prove(Forecast forecast, RunProofs proofs, TextWriter errors)
    {
        var outcome = new RunOutcome(scenario, forecast) { ExampleAwards = ExampleAwards.From(scenario.Model, 0), Readings = Catalogue() };
        if (proofs.Certificate(forecast) is { } certificate)
        {
            outcome = outcome with { Certificate = certificate, Solver = proofs.Solver!.Version };
            foreach (var failure in certificate.Checks.Where(check => check.Failure.Length > 0).Select(check => check.Failure).Distinct())
                errors.WriteLine(Spoken.Say($"not proved: {failure}", options.Language));
        }

        if (scenario.Split is null) return outcome;
        var (split, fault) = SplitFund.From(scenario, forecast, proofs.Solver, CancellationToken.None);
        if (fault is not null) errors.WriteLine(fault);
        if (split is null) return outcome;
        var table = SplitTable.From(split, forecast);
        return outcome with
        {
            Allocation = table,
            AllocationChart = SplitTable.Chart(table),
            AllocationNotes = SplitTable.Notes(split),
            Prices = SplitTable.Prices(split, forecast),
        };
    }

    private ReportSection? Equity(Forecast forecast)
    {
        var awards = EnterpriseAwards.Of(
            scenario.Model, Math.Min(forecast.Finished, Comparison.EnterpriseReplications), options.Threads, CancellationToken.None);
        return EquityTables.Section(awards, scenario.Model.Terms.Library.Vocabulary);
    }

    private Report Shown(RunOutcome outcome) =>
        options.Unit is { } unit ? ForecastReport.From(outcome).InUnit(unit) : ForecastReport.From(outcome);

    private string LastLine(Forecast forecast, RunStages stages)
    {
        var (claims, seconds) = (forecast.Claims.Sum(), stages.Replications.TotalSeconds);
        return Spoken.Say(
            $"{Figures.Count(forecast.Finished)} × {Figures.Count((decimal)claims / forecast.Finished)} claims in {seconds:0.0} s ({claims / seconds:#,##0}/s), then proofs {stages.Proofs.TotalSeconds:0.0} s, report {stages.Report.TotalSeconds:0.0} s",
            options.Language);
    }

    // The library was read without a fault before; the last of the scenario's files lies in its folder.
    private IReadOnlyList<ListedReading> Catalogue() =>
        ReadingCatalogue.Read(Path.GetDirectoryName(scenario.Files[^1])!, [.. scenario.Model.Terms.Library.Documents
            .Select(document => document.Id)]).Value ?? [];

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
