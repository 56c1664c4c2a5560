// A reform as its author wrote it: what is replaced, by what, and why.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Scenario;

namespace BudgetSim.Scenarios.Laboratory.Reforms;

/// <summary>
/// An overlay of named replacements on the scenario called <paramref name="Baseline"/>; steps are in the order in which they apply.
/// </summary>
public sealed record Reform(
    string Name, string File, Bilingual Title, string Author, string Baseline, Bilingual Reason, IReadOnlyList<ReformStep> Steps);

/// <summary>One replacement: what it is about, why, and where it stands. The family is closed.</summary>
public abstract record ReformStep(string Target, string Why, Place Where)
{
    /// <summary>
    /// A new measure, called <c>DOCUMENT/ID</c>, with its rule as in a policy document and what cohorts claim under it;
    /// <paramref name="From"/> is the first day on which it holds, where the rule itself does not say it.
    /// </summary>
    public sealed record Add(
        string Measure,
        MappingNode Rule,
        IReadOnlyList<AddedClaim> Claims,
        DateOnly? From,
        string Why,
        Place Where) : ReformStep(Measure, Why, Where)
    {
        /// <summary>The rule, with the claims as its last field.</summary>
        public MappingNode Whole => Claims.Count == 0 ? Rule : Rule with
        {
            Entries = [
                .. Rule.Entries,
                new DataEntry(
                    "claims",
                    Where,
                    new MappingNode(Where, [.. Claims.Select(claim => new DataEntry(claim.Cohort, claim.Where, claim.Terms))])),
            ],
        };
    }

    /// <summary>A new value at a path of a policy document, for good or for claims from a date on.</summary>
    public sealed record Change(string Path, DataNode Value, DateOnly? From, string Why, Place Where) : ReformStep(Path, Why, Where);

    /// <summary>A measure that nobody is eligible for any more.</summary>
    public sealed record SwitchOff(string Measure, string Why, Place Where) : ReformStep(Measure, Why, Where);

    /// <summary>Another option of an ambiguous wording.</summary>
    public sealed record Reading(string Code, string Option, string Why, Place Where) : ReformStep(Code, Why, Where);

    /// <summary>An appropriation in whole yuan, for one year or for every year of the scenario.</summary>
    public sealed record Money(string Fund, int? Year, long Yuan, string Why, Place Where)
        : ReformStep(Year is null ? $"funds/{Fund}" : $"funds/{Fund}/{Year}", Why, Where)
    {
        /// <summary>Whether it holds for the years after <see cref="Year"/> too.</summary>
        public bool LastsOn { get; init; }

        /// <summary>The years of a scenario for which it holds.</summary>
        public IEnumerable<int> Of(IReadOnlyList<int> years) =>
            years.Where(year => Year is not { } first || year == first || (LastsOn && year > first));
    }

    /// <summary>A figure that no text states: a factor of the pool, or a parameter.</summary>
    public sealed record Assumption(string Path, string Text, string Why, Place Where) : ReformStep(Path, Why, Where);

    /// <summary>The first day on which it holds; null: always.</summary>
    public DateOnly? FirstDay => this switch
    {
        Add add => add.From,
        Change change => change.From,
        Money { LastsOn: true, Year: { } year } => new DateOnly(year, 1, 1),
        _ => null,
    };

    /// <summary>What replaces the old value, in the words of a data file.</summary>
    public string NewText => this switch
    {
        Add add => ValueText.Of(add.Whole) + (add.From is { } from ? $" from {from:yyyy-MM-dd}" : ""),
        Change change => ValueText.Of(change.Value),
        SwitchOff => "off",
        Reading reading => reading.Option,
        Assumption assumption => assumption.Text,
        Money money => Core.Quantities.QuantityText.FormatYuan(money.Yuan),
        _ => throw new InvalidOperationException("a step of an unknown kind"),
    };

    /// <summary>The same as people read it in each language.</summary>
    public Bilingual NewWords => this switch
    {
        Add => new Bilingual("新增", "added"),
        Change change => ValueText.Words(change.Value),
        SwitchOff => new Bilingual("停用", "off"),
        Money money => ValueText.Yuan(money.Yuan),
        _ => new Bilingual(NewText, NewText),
    };
}
