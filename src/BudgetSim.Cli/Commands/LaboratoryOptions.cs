// Options that the commands of the policy laboratory share.
using System.CommandLine;
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Cli.Commands;

/// <summary>Seed, replications, threads, report folder, language and readings of a laboratory command.</summary>
internal sealed class LaboratoryOptions
{
    private readonly Option<string> _seeds = SharedOptions.Seeds();
    private readonly Option<ulong?> _seed = new("--seed") { Description = "seed of the random streams" };
    private readonly Option<int?> _replications = new("--replications") { Description = "number of replications" };
    private readonly Option<int> _threads = new("--threads") { Description = "threads", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<string?> _output = new("--out") { Description = "folder of the report" };
    private readonly Option<string> _language = SharedOptions.Lang();
    private readonly Option<string[]> _readings = SharedOptions.Readings();
    private readonly Option<string[]> _policies = SharedOptions.Policies();
    private readonly Option<int[]?> _years = SharedOptions.Years();

    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _fresh = new("--fresh") { Description = "compute everything again, whatever was kept" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _seeds, _seed, _replications, _threads, _output, _language, _readings, _policies, _years, _fresh, _json }) command.Options.Add(option);
    }

    /// <summary>What the command line says, or null after a message.</summary>
    public LaboratorySettings? Read(ParseResult parsed, string folder)
    {
        var chosen = SharedOptions.Pairs(parsed.GetValue(_readings) ?? [], Console.Error);
        if (chosen is null) return null;
        var overrides = new ScenarioOverrides { Seed = parsed.GetValue(_seed), Replications = parsed.GetValue(_replications), Years = parsed.GetValue(_years), Readings = chosen, Policies = SharedOptions.Documents(parsed.GetValue(_policies)) };
        return new LaboratorySettings(
            new ScenarioSource(parsed.GetRequiredValue(_seeds), overrides),
            Math.Max(1, parsed.GetValue(_threads)),
            parsed.GetValue(_output) ?? Path.Combine("runs", folder),
            parsed.GetValue(_language) == "zh" ? Language.Zh : Language.En,
            ResultCache.At(ResultCache.DefaultFolder(), parsed.GetValue(_fresh)))
        { IsJson = parsed.GetValue(_json) };
    }
}

/// <summary>The settings of one laboratory command.</summary>
internal sealed record LaboratorySettings(ScenarioSource Source, int Threads, string Folder, Language Language, ResultCache Cache)
{
    /// <summary>Whether the report is printed as JSON instead of words and tables.</summary>
    public bool IsJson { get; init; }

    /// <summary>Where words and tables go; nowhere beside JSON.</summary>
    public TextWriter Output => IsJson ? TextWriter.Null : Console.Out;

    /// <summary>The same with a number of replications where the command line gives none.</summary>
    public LaboratorySettings WithDefault(int replications) =>
        this with { Source = Source with { Overrides = Source.Overrides with { Replications = Source.Overrides.Replications ?? replications } } };

    /// <summary>The runs of the command.</summary>
    public LaboratoryRuns Runs(IProgress<int>? progress, CancellationToken stop) => new(Cache, Threads, progress, stop);

    /// <summary>One line on what the cache did, if it did anything.</summary>
    public void TellCache(LaboratoryRuns runs, TextWriter errors)
    {
        if (Cache.Damaged > 0) errors.WriteLine(Spoken.Say($"{Cache.Damaged} damaged results of the cache were computed again.", Language));
        if (Cache.Trouble.Length > 0) errors.WriteLine(Spoken.Say($"results were not kept (this run is not affected): {Cache.Trouble}", Language));
        if (Cache.Found > 0) errors.WriteLine(Spoken.Say($"from the cache: {Cache.Found}; replications computed: {runs.ReplicationsRun} (--fresh computes all again)", Language));
    }
}
