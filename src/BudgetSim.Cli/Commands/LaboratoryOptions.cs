// Options that the commands of the policy laboratory share.
using System.CommandLine;
using BudgetSim.Cli.Laboratory;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Cli.Commands;

/// <summary>Seed, replications, threads, report folder, language and readings of a laboratory command.</summary>
internal sealed class LaboratoryOptions
{
    private readonly Option<string> _seeds = SharedOptions.Seeds();
    private readonly Option<ulong?> _seed = new("--seed") { Description = "seed of the random streams" };
    private readonly Option<int?> _replications = new("--replications") { Description = "number of replications" };
    private readonly Option<int> _threads =
        new("--threads") { Description = "threads", DefaultValueFactory = _ => Environment.ProcessorCount };
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
        foreach (var option in new Option[]
        {
            _seeds,
            _seed,
            _replications,
            _threads,
            _output,
            _language,
            _readings,
            _policies,
            _years,
            _fresh,
            _json,
        })
            command.Options.Add(option);
    }

    /// <summary>What the command line says, or null after a message.</summary>
    public LaboratorySettings? Read(ParseResult parsed, string folder)
    {
        var chosen = SharedOptions.Pairs(parsed.GetValue(_readings) ?? [], Console.Error);
        if (chosen is null) return null;
        var overrides = new ScenarioOverrides
        {
            Seed = parsed.GetValue(_seed),
            Replications = parsed.GetValue(_replications),
            Years = parsed.GetValue(_years),
            Readings = chosen,
            Policies = SharedOptions.Documents(parsed.GetValue(_policies)),
        };
        return new LaboratorySettings(
            new ScenarioSource(parsed.GetRequiredValue(_seeds), overrides),
            Math.Max(1, parsed.GetValue(_threads)),
            parsed.GetValue(_output) ?? Path.Combine("runs", folder),
            parsed.GetValue(_language) == "zh" ? Language.Zh : Language.En,
            ResultCache.At(ResultCache.DefaultFolder(), parsed.GetValue(_fresh)))
        { IsJson = parsed.GetValue(_json) };
    }
}
