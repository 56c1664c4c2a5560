// budgetsim tornado: which figure, assumption or wording moves the outlay most.
using System.CommandLine;
using System.Diagnostics;
using BudgetSim.Cli.Laboratory;
using BudgetSim.Cli.Running;
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Laboratory;
using BudgetSim.Scenarios.Laboratory.Tornadoes;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Cli.Commands;

/// <summary>Ranks factors.</summary>
internal static class TornadoCommand
{
    private const int DefaultReplications = 300, Shown = 20, ShownRisks = 8;

    public static Command Create()
    {
        var scenario = new Argument<string>("scenario") { Description = "scenario folder, perhaps +REFORM" };
        var policy = new Option<bool>("--policy") { Description = "figures and funds only" };
        var pool = new Option<bool>("--pool") { Description = "assumptions of the pool only" };
        var readings = new Option<bool>("--readings") { Description = "ambiguous wordings only" };
        var options = new LaboratoryOptions();
        var command = new Command(
            "tornado", "what moves P95 outlay most: figures and assumptions over their stated ranges (else ±20 %), every reading")
        {
            scenario,
            policy,
            pool,
            readings,
        };
        options.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var name = parsed.GetRequiredValue(scenario);
            if (options.Read(parsed, "tornado-" + LaboratoryInput.Slug(name)) is not { } settings)
                return Task.FromResult(ExitCode.BadInput);
            settings = settings.WithDefault(DefaultReplications);
            (bool Asked, FactorKind Kind)[] kinds =
            [
                (parsed.GetValue(policy), FactorKind.Policy),
                (parsed.GetValue(pool), FactorKind.Pool),
                (parsed.GetValue(readings), FactorKind.Reading),
            ];
            var asked = kinds.Where(kind => kind.Asked).DefaultIfEmpty().ToList();
            return RunAsync(
                name, asked[0].Asked ? [.. asked.Select(kind => kind.Kind)] : [.. kinds.Select(kind => kind.Kind)], settings, stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(string name, FactorKind[] kinds, LaboratorySettings settings, CancellationToken stop)
    {
        if (LaboratoryInput.Side(name, settings) is not { } side || !LaboratoryReport.MayWrite(settings.Folder, Console.Error))
            return ExitCode.BadInput;
        var clock = Stopwatch.StartNew();
        var source = new VariantSource(side, settings.Source);
        var faults = Tornado.Check(source);
        foreach (var fault in faults) await Console.Error.WriteLineAsync($"{fault}");
        if (faults.Count > 0) return ExitCode.BadInput;
        var factors = Tornado.Factors(source, kinds);
        var passes = RunVariants.RunsOf([.. factors.SelectMany(factor => factor.Settings).Select(setting => setting.Variant)]);
        using var progress = new ProgressBar(Console.Error, passes * side.Scenario.Model.Replications, clock, settings.Language);
        var runs = settings.Runs(progress, stop);
        var tornado = await Task.Run(() => Tornado.Run(source, factors, runs), CancellationToken.None);
        progress.Dispose();
        settings.TellCache(runs, Console.Error);
        if (tornado.Baseline.Finished == 0) return ExitCode.NoSolution;
        var report = TornadoReport.From(
            tornado,
            LaboratoryText.Of(side.Title),
            LaboratoryInput.Manifest(side, tornado.Baseline.Finished, kinds.Select(kind => $"{kind}")));
        foreach (var sentence in report.Summary) TerminalText.WriteSentence(settings.Output, sentence.In(settings.Language));
        TextTable.Write(
            settings.Output, TornadoReport.Table(tornado), settings.Language, ["factor", "low-setting", "high-setting", "swing"], Shown);
        var risks = TornadoReport.ShortageTable(tornado);
        if (risks.Rows.Count > 0)
            TextTable.Write(
                settings.Output,
                risks,
                settings.Language,
                ["factor", "low-setting", "low-shortage", "high-setting", "high-shortage"],
                ShownRisks);
        await settings.Output.WriteLineAsync(Spoken.Say(
            $"factors: {factors.Count}, settings: {factors.Sum(factor => factor.Settings.Count)} × {tornado.Baseline.Finished} in {clock.Elapsed.TotalSeconds:0.0} s",
            settings.Language));
        return await LaboratoryReport.WriteAsync(report, settings, Console.Error);
    }
}
