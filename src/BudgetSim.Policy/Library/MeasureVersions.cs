// Finds the version of an amended measure that was in force on a date.
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Policy.Library;

/// <summary>An amended measure stands as several rows: <c>X</c> is the text in force last, <c>X@pre</c> the text before.</summary>
public static class MeasureVersions
{
    private const char Mark = '@';

    /// <summary>The id without its version.</summary>
    public static string BaseOf(string id) => id.Split(Mark)[0];

    /// <summary>All rows of the measure that <paramref name="id"/> names, in library order; empty if there is none.</summary>
    public static IReadOnlyList<CompiledMeasure> Of(PolicyLibrary library, string id)
    {
        ArgumentNullException.ThrowIfNull(library);
        var wanted = BaseOf(id);
        return [.. library.Measures.Where(measure => BaseOf(measure.Measure.Id) == wanted)];
    }

    /// <summary>
    /// The first version whose window holds the date that its own row names; where the facts do not give that date,
    /// <paramref name="asOf"/> (ISO) stands for it. Null if none was in force.
    /// </summary>
    public static CompiledMeasure? InForce(IEnumerable<CompiledMeasure> versions, IReadOnlyDictionary<string, Value> facts, string asOf) =>
        versions.FirstOrDefault(version => Holds(version.Measure.Validity, DateOf(version.Measure, facts) ?? asOf));

    private static string? DateOf(Measure measure, IReadOnlyDictionary<string, Value> facts) =>
        facts.TryGetValue(measure.Validity.DateAttribute, out var date) ? date.Text : null;

    private static bool Holds(Validity validity, string date) =>
        (validity.From is null || string.CompareOrdinal(date, validity.From) >= 0)
        && (validity.To is null || string.CompareOrdinal(date, validity.To) <= 0);
}
