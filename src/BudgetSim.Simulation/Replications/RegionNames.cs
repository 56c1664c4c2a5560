// The places in which the claimants of a pool are.
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Simulation.Replications;

/// <summary>A place is the value of the attribute <see cref="Attribute"/> of an enterprise or a cohort.</summary>
public static class RegionNames
{
    /// <summary>The attribute of the vocabulary that names a place.</summary>
    public const string Attribute = "county";

    /// <summary>Every place that the pool can draw, in the order of the file; empty if it names none.</summary>
    public static IReadOnlyList<string> Of(Pool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var draws = pool.Populations.SelectMany(population => population.Attributes)
            .Concat(pool.Cohorts.SelectMany(cohort => cohort.Attributes))
            .Where(attribute => attribute.Name == Attribute);
        var rosters = pool.Populations.Select(population => (population.Roster, population.Attributes))
            .Concat(pool.Cohorts.Select(cohort => (cohort.Roster, cohort.Attributes)));
        return [.. draws.SelectMany(attribute => ValuesOf(attribute.Draw))
            .Concat(rosters.SelectMany(source => ColumnOf(source.Roster, source.Attributes)))
            .Select(value => value.ToString())
            .Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<Value> ValuesOf(AttributeDraw draw) => draw switch
    {
        AttributeDraw.Given given => [given.Value],
        AttributeDraw.Choice choice => choice.Options.Select(option => option.Value),
        _ => [],
    };

    private static IEnumerable<Value> ColumnOf(RosterUnits? roster, IReadOnlyList<DrawnAttribute> attributes)
    {
        if (roster is null || attributes.FirstOrDefault(attribute => attribute.Name == Attribute)?.Draw is not AttributeDraw.Column column)
            return [];
        return roster.Units.SelectMany(unit => unit.Rows).Select(row => row.Values[column.Index]).Where(value => !value.IsNull);
    }
}

/// <summary>The place of one subject after another.</summary>
internal sealed class DrawnRegion
{
    private readonly Dictionary<string, int> _index;

    public DrawnRegion(List<string> names, Pool pool)
    {
        Source = names.IndexOf(RegionNames.Attribute);
        _index = Source < 0
            ? []
            : RegionNames.Of(pool).Select((name, index) => (name, index))
                .ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
    }

    /// <summary>Where among the values the place stands, -1 if nowhere.</summary>
    public int Source { get; }

    /// <summary>The number of the place in the values drawn, or -1.</summary>
    public int Of(Value[] values) => Source < 0 || values[Source].IsNull ? -1 : _index.GetValueOrDefault(values[Source].ToString(), -1);
}
