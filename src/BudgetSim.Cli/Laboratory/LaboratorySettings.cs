// What a laboratory command works with: its source, threads, folder, language and cache.
using BudgetSim.Cli.Writing;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Cli.Laboratory;

/// <summary>The settings of one laboratory command.</summary>
internal sealed record LaboratorySettings(ScenarioSource Source, int Threads, string Folder, Language Language, ResultCache Cache)
{
    /// <summary>Whether the report is printed as JSON instead of words and tables.</summary>
    public bool IsJson { get; init; }

    /// <summary>Where words and tables go; nowhere beside JSON.</summary>
    public TextWriter Output => IsJson ? TextWriter.Null : Console.Out;

    /// <summary>The same with a number of replications where the command line gives none.</summary>
    public LaboratorySettings WithDefault(int replications) =>
        this with
        {
            Source = Source with { Overrides = Source.Overrides with { Replications = Source.Overrides.Replications ?? replications } },
        };

    /// <summary>The runs of the command.</summary>
    public LaboratoryRuns Runs(IProgress<int>? progress, CancellationToken stop) => new(Cache, Threads, progress, stop);

    /// <summary>One line on what the cache did, if it did anything.</summary>
    public void TellCache(LaboratoryRuns runs, TextWriter errors)
    {
        if (Cache.Damaged > 0) errors.WriteLine(Spoken.Say($"{Cache.Damaged} damaged results of the cache were computed again.", Language));
        if (Cache.Trouble.Length > 0)
            errors.WriteLine(Spoken.Say($"results were not kept (this run is not affected): {Cache.Trouble}", Language));
        if (Cache.Found > 0)
            errors.WriteLine(Spoken.Say(
                $"from the cache: {Cache.Found}; replications computed: {runs.ReplicationsRun} (--fresh computes all again)", Language));
    }
}
