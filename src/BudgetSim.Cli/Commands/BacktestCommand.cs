// budgetsim backtest: fits past payments on earlier years and scores the later ones.
using System.CommandLine;
using System.Diagnostics;
using BudgetSim.Cli.Laboratory;
using BudgetSim.Cli.Running;
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Backtests;

namespace BudgetSim.Cli.Commands;

/// <summary>Compares forecasts of past years with what was paid.</summary>
internal static class BacktestCommand
{
    private const int DefaultReplications = 1000;

    public static Command Create()
    {
        var history = new Argument<string>("history") { Description = "history.csv: year, measure, enterprise, amount" };
        var scenario = new Option<string>("--scenario") { Description = "scenario folder whose rules and ceilings hold", Required = true };
        var holdOut = new Option<int?>("--hold-out")
        {
            Description = "years to forecast, the last ones (default: up to 5, leaving 3 to fit)",
        };
        var own = new Option<bool>("--own") { Description = "score the scenario's own forecast of past years (its cohorts, not a fit)" };
        var options = new LaboratoryOptions();
        var command = new Command("backtest", "fit past payments on earlier years, score later ones") { history, scenario, holdOut, own };
        options.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var name = parsed.GetRequiredValue(scenario);
            return options.Read(parsed, "backtest-" + LaboratoryInput.Slug(name)) is { } settings
                ? RunAsync(
                    parsed.GetRequiredValue(history),
                    name,
                    (parsed.GetValue(holdOut), parsed.GetValue(own)),
                    settings.WithDefault(DefaultReplications),
                    stop)
                : Task.FromResult(ExitCode.BadInput);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string history, string name, (int? HoldOut, bool IsOwn) asked, LaboratorySettings settings, CancellationToken stop)
    {
        if (LaboratoryInput.Side(name, settings) is not { } side) return ExitCode.BadInput;
        var plan = asked.IsOwn
            ? BacktestPlan.ReadOfScenario(history, side.Scenario, asked.HoldOut, side.Scenario.Model.Replications)
            : BacktestPlan.Read(history, side.Scenario, asked.HoldOut, side.Scenario.Model.Replications);
        foreach (var fault in plan.Diagnostics) await Console.Error.WriteLineAsync($"{fault}");
        if (!plan.Succeeded || !LaboratoryReport.MayWrite(settings.Folder, Console.Error)) return ExitCode.BadInput;
        var clock = Stopwatch.StartNew();
        using var progress = new ProgressBar(
            Console.Error, (asked.IsOwn ? 1 : plan.Value.Years.Count) * plan.Value.Replications, clock, settings.Language);
        var backtest = await Task.Run(() => Backtest.Run(plan.Value, settings.Threads, progress, stop), CancellationToken.None);
        progress.Dispose();
        if (backtest.Points.Count == 0) return ExitCode.NoSolution;
        IReadOnlyList<ManifestEntry> manifest =
        [
            .. LaboratoryInput.Manifest(
                side,
                backtest.Finished,
                asked.IsOwn ? [$"--hold-out {plan.Value.Years.Count}", "--own"] : [$"--hold-out {plan.Value.Years.Count}"]),
            RunManifest.Input(history),
        ];
        var report = BacktestReport.From(backtest, manifest);
        if (settings.IsJson) await Console.Out.WriteLineAsync(JsonText.Of(BacktestJson.Of(backtest)));
        else await TellAsync(report, backtest, settings.Language, clock);
        return await LaboratoryReport.WriteAsync(report, settings.Folder, settings.Language, settings.Output, Console.Error)
            ? ExitCode.Done
            : ExitCode.BadInput;
    }

    private static async Task TellAsync(Report report, Backtest backtest, Language language, Stopwatch clock)
    {
        TerminalText.WriteSentence(Console.Out, report.Title.In(language));
        foreach (var sentence in report.Summary) TerminalText.WriteSentence(Console.Out, sentence.In(language));
        TextTable.Write(
            Console.Out, BacktestReport.Table(backtest), language, ["year", "measure", "p5", "p50", "p95", "actual", "in-90", "last-year"]);
        await Console.Out.WriteLineAsync(Spoken.Say(
            $"{backtest.Plan.Years.Count} × {backtest.Plan.Replications} in {clock.Elapsed.TotalSeconds:0.0} s", language));
    }
}
