// Names a result by everything that decides it: files, changes, readings, money, seed, replications, engine.
using System.Security.Cryptography;
using System.Text;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Scenarios.Laboratory.Results;

/// <summary>A hash over contents, never over names of folders or times: the same inputs give the same key anywhere.</summary>
public sealed record ResultKey(string Hash)
{
    /// <summary>The key of a scenario as it was read, with its reforms in it.</summary>
    public static ResultKey Of(LoadedScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var model = scenario.Model;
        return new ResultKey(HashOf(
        [
            EngineVersion.Text,
            $"seed {model.Seed} replications {model.Replications} years {string.Join(' ', model.Years)} draws {model.Sampling}",
            .. scenario.Files.Select(
                file => $"file {Path.GetFileName(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}"),
            .. scenario.Readings.OrderBy(reading => reading.Key, StringComparer.Ordinal)
                .Select(reading => $"reading {reading.Key} {reading.Value}"),
            .. scenario.Changes.Select(change => $"change {change.Path} {ValueText.Of(change.Value)}"),
            .. scenario.Claims.Select(claim => $"claim {claim.Cohort} {claim.Measure} {ValueText.Of(claim.Terms)}"),
            .. model.Funds.Select(money => $"fund {money.Fund} {money.Year} {money.Yuan}"),
            .. model.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
                .Select(parameter => $"parameter {parameter.Key} {parameter.Value}"),
        ]));
    }

    /// <summary>The key of one kind of result, or of what differs from the scenario.</summary>
    public ResultKey For(string part) => new(HashOf([Hash, part]));

    private static string HashOf(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
