// Turns an added measure into a change of its document and claims of cohorts.
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>Steps of the kind <see cref="ReformStep.Add"/>; the same measure added twice is added once.</summary>
internal static class AddedMeasure
{
    private const string Id = "id", Valid = "valid", From = "from";

    /// <summary>The first step that adds each measure.</summary>
    public static IEnumerable<ReformStep.Add> Of(IEnumerable<ReformStep> steps) =>
        steps.OfType<ReformStep.Add>().DistinctBy(add => add.Measure);

    /// <summary>What cohorts claim under the added measures.</summary>
    public static IEnumerable<AddedClaim> Claims(IEnumerable<ReformStep> steps) => Of(steps).SelectMany(add => add.Claims);

    /// <summary>The whole measure at its path: the rule with its id, in force from the day of the step if that has one.</summary>
    public static PathChange Change(ReformStep.Add add)
    {
        var rule = Set(add.Rule, Id, add, add.Measure.Split('/')[^1]);
        if (add.From is { } from && rule.Find(Valid)?.Value is MappingNode valid)
            rule = rule with
            {
                Entries = [.. rule.Entries.Select(entry => entry.Key == Valid
                    ? entry with { Value = Set(valid, From, add, $"{from:yyyy-MM-dd}") }
                    : entry)],
            };
        return new PathChange(add.Measure, rule, add.Where);
    }

    private static MappingNode Set(MappingNode mapping, string key, ReformStep.Add add, string text)
    {
        var entry = new DataEntry(key, add.Where, new ScalarNode(add.Where, text, ScalarForm.Plain));
        return mapping with { Entries = [entry, .. mapping.Entries.Where(other => other.Key != key)] };
    }
}
