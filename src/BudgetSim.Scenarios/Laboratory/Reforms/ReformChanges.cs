// What a reform replaces, old beside new, with the article.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>One replacement as a reader checks it against the text.</summary>
public sealed record ReformChange(string Target, string Article, Bilingual Old, Bilingual New, DateOnly? From, string Why);

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
            ReformStep.Change change => ValueText.Words(trees.Find(change.Path)),
            ReformStep.SwitchOff => new Bilingual("启用", "on"),
            ReformStep.Reading reading => scenario.Readings.TryGetValue(reading.Code, out var option) ? new Bilingual(option, option) : new Bilingual("缺省", "default"),
            ReformStep.Money money => scenario.Model.Funds.FirstOrDefault(known => known.Fund == money.Fund && (money.Year is null || (known.Year ?? money.Year) == money.Year)) is { } known
                ? ValueText.Yuan(known.Yuan)
                : new Bilingual("未设额度", "no limit"),
            _ => new Bilingual("", ""),
        },
        step.NewWords,
        (step as ReformStep.Change)?.From,
        step.Why);
}
