// What a reform replaces, old beside new, with the article.
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>One replacement as a reader checks it against the text.</summary>
public sealed record ReformChange(string Target, string Article, string Old, string New, DateOnly? From, string Why);

/// <summary>Old beside new.</summary>
public static class ReformChanges
{
    /// <summary>Every step of the reforms in order; <paramref name="scenario"/> is the scenario without them.</summary>
    public static IReadOnlyList<ReformChange> Of(IReadOnlyList<Reform> reforms, LoadedScenario scenario, string seeds)
    {
        ArgumentNullException.ThrowIfNull(reforms);
        var trees = ReformedScenario.Trees(scenario, seeds);
        return [.. reforms.SelectMany(reform => reform.Steps).Select(step => Of(step, scenario, trees))];
    }

    private static ReformChange Of(ReformStep step, LoadedScenario scenario, PolicyTrees trees) => new(
        step.Target,
        trees.Article(step.Target),
        step switch
        {
            ReformStep.Change change => ValueText.Of(trees.Find(change.Path)),
            ReformStep.SwitchOff => "on",
            ReformStep.Reading reading => scenario.Readings.GetValueOrDefault(reading.Code, "default"),
            ReformStep.Money money => scenario.Model.Funds.FirstOrDefault(known => known.Fund == money.Fund && (money.Year is null || (known.Year ?? money.Year) == money.Year)) is { } known
                ? Core.Quantities.QuantityText.FormatYuan(known.Yuan)
                : "no limit",
            _ => "",
        },
        step.NewText,
        (step as ReformStep.Change)?.From,
        step.Why);
}
