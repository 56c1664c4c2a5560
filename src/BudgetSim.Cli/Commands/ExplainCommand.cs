// budgetsim explain: why an enterprise of a run got what it got.
using System.CommandLine;
using System.Text.Json;
using BudgetSim.Cli.Explaining;
using BudgetSim.Cli.Writing;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Cli.Commands;

/// <summary>Explains one enterprise of a run folder.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "report folder of a run / 报告目录" };
        var enterprise = new Option<string>("--enterprise") { Description = "enterprise as awards.csv names it, such as E765 / 企业", Required = true };
        var replication = new Option<int>("--replication") { Description = "replication, from 0 (awards.csv shows 0) / 模拟序号" };
        var seeds = SharedOptions.Seeds();
        var language = SharedOptions.Lang();
        var command = new Command("explain", "why an enterprise got what it got / 说明某企业的兑现结果") { run, enterprise, replication, seeds, language };
        command.SetAction(parsed => Run(
            new RunFolder(parsed.GetRequiredValue(run), parsed.GetRequiredValue(seeds)),
            parsed.GetRequiredValue(enterprise),
            parsed.GetValue(replication),
            parsed.GetValue(language)!,
            Console.Out,
            Console.Error));
        return command;
    }

    private static int Run(RunFolder folder, string enterprise, int replication, string language, TextWriter output, TextWriter errors)
    {
        if (!int.TryParse(enterprise.TrimStart('E', 'e'), out var number)) return Refuse(errors, "--enterprise", "BS620", $"expected an enterprise such as E765, found '{enterprise}'");
        if (replication < 0) return Refuse(errors, "--replication", "BS621", $"replications are numbered from 0, found {replication}");
        if (folder.Manifest(errors) is not { } manifest) return ExitCode.BadInput;
        var loaded = ScenarioFile.Read(manifest.Folder, folder.Seeds, new ScenarioOverrides { Seed = manifest.Seed, Readings = manifest.Readings });
        foreach (var fault in loaded.Diagnostics) errors.WriteLine(fault);
        if (!loaded.Succeeded) return ExitCode.BadInput;
        var trees = ExplainJob.Claims(loaded.Value.Model, replication, number);
        if (trees.Count == 0) return Refuse(errors, "--enterprise", "BS622", $"E{number} filed no claim in replication {replication}; awards.csv lists the enterprises of replication 0");
        foreach (var tree in trees) StepTree.Write(output, tree, language);
        return ExitCode.Done;
    }

    private static int Refuse(TextWriter errors, string where, string code, string message)
    {
        errors.WriteLine($"{where}: error {code}: {message}");
        return ExitCode.BadInput;
    }

    /// <summary>What a run's manifest says about how to repeat it.</summary>
    private sealed record RunSource(string Folder, ulong Seed, Dictionary<string, string> Readings);

    private sealed record RunFolder(string Path, string Seeds)
    {
        public RunSource? Manifest(TextWriter errors)
        {
            var file = System.IO.Path.Combine(Path, "manifest.json");
            try
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(file));
                var root = json.RootElement;
                var readings = root.GetProperty("readings").EnumerateObject().ToDictionary(reading => reading.Name, reading => reading.Value.GetString()!);
                return new RunSource(root.GetProperty("folder").GetString()!, root.GetProperty("seed").GetUInt64(), readings);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
            {
                errors.WriteLine($"{file}: error BS623: this is not the manifest of a run; give the folder that `run` wrote");
                return null;
            }
        }
    }
}
