// A class that enterprises fall into: the values of one attribute, and which of them each enterprise has.
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// The attribute <paramref name="Name"/> of the vocabulary, its values in the order met, and by replication the index of
/// the value that each paid enterprise has; of a title, which changes with the years, the one of its first award.
/// </summary>
public sealed record EnterpriseClass(string Name, IReadOnlyList<string> Values, IReadOnlyList<IReadOnlyDictionary<int, int>> ByReplication)
{
    /// <summary>What stands where the pool does not say.</summary>
    public const string NotStated = "?";

    /// <summary>A class with more values than this is too fine to be read.</summary>
    internal const int MostValues = 12;

    /// <summary>The value of an enterprise in a replication.</summary>
    public string ValueOf(int replication, int enterprise) =>
        replication < ByReplication.Count && ByReplication[replication].TryGetValue(enterprise, out var value) ? Values[value] : NotStated;

    /// <summary>
    /// The attributes of enterprises that tell them apart in a pool: yes or no, or one of a few words, with more than one
    /// value in it; in the order of the pool.
    /// </summary>
    public static IReadOnlyList<string> NamesIn(ScenarioModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var drawn = model.Pool.Populations.SelectMany(population => population.Attributes)
            .Concat(model.Pool.Cohorts.SelectMany(cohort => cohort.Attributes));
        return [.. drawn.GroupBy(attribute => attribute.Name)
            .Where(group => TellsApart(model.Terms.Library.Vocabulary.Find(group.Key), group))
            .Select(group => group.Key)];
    }

    private static bool TellsApart(Policy.Vocabularies.Attribute? attribute, IEnumerable<DrawnAttribute> drawn)
    {
        if (attribute is not { Subject: "enterprise" or "claimant", Type: AttributeType.Truth or AttributeType.Choice }) return false;
        if (drawn.Any(each => each.Draw is AttributeDraw.Column or AttributeDraw.Derived)) return true;
        return drawn.SelectMany(each => DrawnFrom(each.Draw)).Distinct().Count() > 1;
    }

    private static IEnumerable<Value> DrawnFrom(AttributeDraw draw) => draw switch
    {
        AttributeDraw.Given given => [given.Value],
        AttributeDraw.Chance => [Value.True, Value.False],
        AttributeDraw.Choice choice => choice.Options.Select(option => option.Value),
        AttributeDraw.Title title => title.Values,
        _ => [],
    };
}
