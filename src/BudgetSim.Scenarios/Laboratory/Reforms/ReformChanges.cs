// What a reform replaces or adds, old beside new, with the article.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Checks.Documents;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>One replacement as a reader checks it against the text.</summary>
public sealed record ReformChange(string Target, string Article, Bilingual Old, Bilingual New, DateOnly? From, string Why)
{
    /// <summary>The old value as the text has it; null where it is no value of the text.</summary>
    public DataNode? OldValue { get; init; }

    /// <summary>The new value as the reform has it; null where it is no value of the text.</summary>
    public DataNode? NewValue { get; init; }

    /// <summary>Whether this is a measure that was not there, so that nothing old stands beside it.</summary>
    public bool IsNew { get; init; }
}

/// <summary>Old beside new.</summary>
public static class ReformChanges
{
    /// <summary>Every step of the reforms in order; <paramref name="scenario"/> is the scenario without them.</summary>
    public static IReadOnlyList<ReformChange> Of(IReadOnlyList<Reform> reforms, LoadedScenario scenario, string seeds) =>
        [.. ByReform(reforms, scenario, seeds).SelectMany(changes => changes)];

    /// <summary>The same for each reform apart; what a reform adds is old for the ones after it.</summary>
    public static IReadOnlyList<IReadOnlyList<ReformChange>> ByReform(IReadOnlyList<Reform> reforms, LoadedScenario scenario, string seeds)
    {
        ArgumentNullException.ThrowIfNull(reforms);
        var trees = ReformedScenario.Trees(scenario, seeds)
            .With(AddedMeasure.Of(reforms.SelectMany(reform => reform.Steps)).Select(AddedMeasure.Change));
        var readings = new Lazy<ILookup<string, ListedReading>>(() => Readings(trees, seeds));
        return [.. reforms.Select(reform => reform.Steps.Select(step => Of(step, scenario, trees, readings)).ToList())];
    }

    // Those of the library, and those that added measures state themselves.
    private static ILookup<string, ListedReading> Readings(PolicyTrees trees, string seeds) =>
        (ReadingCatalogue.Read(seeds, [.. trees.Documents]).Value ?? [])
            .Concat(trees.Documents.SelectMany(document => ReadingCatalogue.Own(document, trees[document])))
            .ToLookup(reading => reading.Code);

    private static ReformChange Of(
        ReformStep step, LoadedScenario scenario, PolicyTrees trees, Lazy<ILookup<string, ListedReading>> readings)
    {
        var change = new ReformChange(
            step.Target, trees.Article(step.Target), Old(step, scenario, trees, readings), step.NewWords, step.FirstDay, step.Why);
        return step switch
        {
            ReformStep.Add add => change with { New = ValueText.Words(add.Whole), NewValue = add.Whole, IsNew = true },
            ReformStep.Change replaced => change with { OldValue = trees.Find(replaced.Path), NewValue = replaced.Value },
            _ => change,
        };
    }

    private static Bilingual Old(
        ReformStep step, LoadedScenario scenario, PolicyTrees trees, Lazy<ILookup<string, ListedReading>> readings) => step switch
        {
            ReformStep.Add => new Bilingual("", ""),
            ReformStep.Change change => ValueText.Words(trees.Find(change.Path)),
            ReformStep.SwitchOff => new Bilingual("启用", "on"),
            ReformStep.Reading reading =>
                scenario.Readings.TryGetValue(reading.Code, out var option)
                    ? new Bilingual(option, option)
                    : Default(reading.Code, trees, readings.Value),
            ReformStep.Money money =>
                scenario.Model.Funds.FirstOrDefault(known => known.Fund == money.Fund
                    && (money.Year is null || (known.Year ?? money.Year) == money.Year)) is { } known
                    ? ValueText.Yuan(known.Yuan)
                    : new Bilingual("未设额度", "no limit"),
            _ => new Bilingual("", ""),
        };

    // Documents may read one point differently.
    private static Bilingual Default(string code, PolicyTrees trees, ILookup<string, ListedReading> readings)
    {
        var documents = trees.Documents.ToHashSet();
        var options = string.Join(
            " / ",
            readings[code].Take(1)
                .SelectMany(reading => reading.Defaults)
                .Where(option => documents.Contains(option.Key))
                .Select(option => option.Value)
                .Distinct());
        return options.Length == 0 ? new Bilingual("缺省", "default") : new Bilingual($"{options}（缺省）", $"{options} (default)");
    }
}
