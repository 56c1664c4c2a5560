// Reads a scenario folder: scenario.yaml and its pool, with the policy documents, readings and reforms they name.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>Scenario folders.</summary>
public static class ScenarioFile
{
    private const int MostReplications = 1_000_000;

    /// <summary>Reads the scenario of <paramref name="folder"/>; nothing runs unless all of it is right.</summary>
    public static Loaded<LoadedScenario> Read(string folder, string seeds, ScenarioOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        if (overrides.Policies is null) return ReadOwn(folder, seeds, overrides);
        var own = ReadOwn(folder, seeds, overrides);
        if (!own.Succeeded) return own;
        var other = Transplant.Of(own.Value, seeds, overrides);
        return new Loaded<LoadedScenario>(
            other.Value is { } value ? value with { Policies = overrides.Policies } : null, [.. own.Diagnostics, .. other.Diagnostics]);
    }

    private static Loaded<LoadedScenario> ReadOwn(string folder, string seeds, ScenarioOverrides overrides)
    {
        var scenarioPath = Path.Combine(folder, "scenario.yaml");
        var tree = YamlFile.Read(scenarioPath);
        if (!tree.Succeeded) return new Loaded<LoadedScenario>(null, tree.Diagnostics);
        var faults = tree.Diagnostics.ToList();
        var header = NodeReader.Read(tree.Value, "scenario", faults, file => ScenarioHeader.Read(file, overrides));
        overrides = overrides.Policies is null ? overrides : overrides with { Changes = [], Claims = [] };
        if (faults.Exists(fault => fault.Severity == Severity.Error)) return Loaded<LoadedScenario>.From(null, faults);
        var settings = SettlementReadings.From(header.Readings);
        faults.AddRange(settings.Diagnostics.Select(header.Placed));
        if (!settings.Succeeded) return Loaded<LoadedScenario>.From(null, faults);
        var library = PolicyFolder.Read(seeds, header.Policies, settings.Value.PolicyReadings, [.. header.Changes, .. overrides.Changes]);
        faults.AddRange(library.Diagnostics.Select(header.Placed));
        var poolPath = Path.Combine(folder, header.PoolFile);
        var poolTree = YamlFile.Read(poolPath);
        faults.AddRange(poolTree.Diagnostics);
        if (!library.Succeeded || !poolTree.Succeeded) return Loaded<LoadedScenario>.From(null, faults);
        var terms = LibraryTerms.From(library.Value, settings.Value.Shortage, firstYearsCount: true);
        var poolFiles = new List<string>();
        var (pool, ranges) = NodeReader.Read(
            poolTree.Value, "pool", faults, file => PoolReader.Read(file, terms, header.Years, folder, poolFiles));
        pool = AddedClaims.With(pool, overrides.Claims, library.Value, ranges, faults);
        var model = ReadModel(header, terms, pool, faults);
        foreach (var (path, range) in RangesOfPaths.Read(header.Ranges, terms, faults)) ranges[path] = range;
        var precision = header.Precision is { } asked ? PrecisionText.Read(asked.Text, asked.Where, faults) : null;
        if (PrecisionText.Unknown(precision, header.Precision?.Where ?? header.Where, model) is { } unknown) faults.Add(unknown);
        return Loaded<LoadedScenario>.From(
            new LoadedScenario(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), header.Title, model)
            {
                Split = header.Split,
                Precision = precision,
                Readings = header.Readings,
                Changes = [.. header.Changes, .. overrides.Changes],
                Claims = overrides.Claims,
                Ranges = ranges,
                Files = [
                    scenarioPath,
                    poolPath,
                    .. poolFiles.Distinct(),
                    .. header.Policies.Select(id => Path.Combine(seeds, id, "policy.yaml")),
                    Path.Combine(seeds, "vocabulary.yaml"),
                    Path.Combine(seeds, "readings.yaml"),
                ],
            },
            faults);
    }

    private static ScenarioModel ReadModel(ScenarioHeader header, LibraryTerms terms, Pool pool, List<Diagnostic> faults)
    {
        if (header.Replications is < 1 or > MostReplications)
            faults.Add(Diagnostic.Error(
                header.ReplicationsWhere, "BS301", $"replications must be from 1 to {MostReplications}, found {header.Replications}"));
        var parameters = FactsReader.Read(header.Parameters, terms.Library.Vocabulary, faults);
        foreach (var unknown in header.Funds.Select(money => money.Fund).Distinct().Where(fund => terms.FundIndex(fund) < 0))
        {
            faults.Add(Diagnostic.Error(
                header.WhereOf("funds", unknown), "BS302", $"the policies of this scenario have no fund '{unknown}'",
                NearestName.Hint(unknown, terms.Funds.Select(fund => fund.Id))));
        }

        faults.AddRange(CarryOverReader.Faults(header, terms));
        faults.AddRange(SplitPlanReader.Faults(header, terms));
        faults.AddRange(RunSettingsFaults.Of(header, terms, pool));
        return new ScenarioModel(terms, pool)
        {
            Where = header.Where with { Line = 0, Column = 0 },
            Years = header.Years,
            Seed = header.Seed,
            Replications = header.Replications,
            Funds = header.Funds,
            Parameters = parameters,
            UpliftBudgets = header.UpliftBudgets,
            CarryOver = header.CarryOver,
            PayoutRatios = header.PayoutRatios,
            Sampling = header.Sampling,
        };
    }
}
