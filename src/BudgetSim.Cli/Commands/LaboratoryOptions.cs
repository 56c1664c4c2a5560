// Options that the commands of the policy laboratory share.
using System.CommandLine;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Cli.Commands;

/// <summary>Seed, replications, threads, report folder, language and readings of a laboratory command.</summary>
internal sealed class LaboratoryOptions
{
    private readonly Option<string> _seeds = SharedOptions.Seeds();
    private readonly Option<ulong?> _seed = new("--seed") { Description = "seed of the random streams / 随机种子" };
    private readonly Option<int?> _replications = new("--replications") { Description = "number of replications / 模拟次数" };
    private readonly Option<int> _threads = new("--threads") { Description = "threads / 线程数", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<string?> _output = new("--out") { Description = "folder of the report / 报告目录" };
    private readonly Option<string> _language = SharedOptions.Lang();
    private readonly Option<string[]> _readings = SharedOptions.Readings();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _seeds, _seed, _replications, _threads, _output, _language, _readings }) command.Options.Add(option);
    }

    /// <summary>What the command line says, or null after a message.</summary>
    public LaboratorySettings? Read(ParseResult parsed, string folder)
    {
        var chosen = SharedOptions.Pairs(parsed.GetValue(_readings) ?? [], Console.Error);
        if (chosen is null) return null;
        var overrides = new ScenarioOverrides { Seed = parsed.GetValue(_seed), Replications = parsed.GetValue(_replications), Readings = chosen };
        return new LaboratorySettings(
            new ScenarioSource(parsed.GetRequiredValue(_seeds), overrides),
            Math.Max(1, parsed.GetValue(_threads)),
            parsed.GetValue(_output) ?? Path.Combine("runs", folder),
            parsed.GetValue(_language) == "zh" ? Language.Zh : Language.En);
    }
}

/// <summary>The settings of one laboratory command.</summary>
internal sealed record LaboratorySettings(ScenarioSource Source, int Threads, string Folder, Language Language)
{
    /// <summary>The same with a number of replications where the command line gives none.</summary>
    public LaboratorySettings WithDefault(int replications) =>
        this with { Source = Source with { Overrides = Source.Overrides with { Replications = Source.Overrides.Replications ?? replications } } };
}
