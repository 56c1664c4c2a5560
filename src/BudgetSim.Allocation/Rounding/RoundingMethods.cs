// The names of the rounding methods and the one function that runs them.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Allocation.Rounding;

/// <summary>Finds a method by its name and shares whole units by it.</summary>
public static class RoundingMethods
{
    private static readonly Dictionary<string, RoundingMethod> ByName = new(StringComparer.Ordinal)
    {
        ["largest-remainder"] = RoundingMethod.LargestRemainder,
        ["webster"] = RoundingMethod.Webster,
        ["adams"] = RoundingMethod.Adams,
        ["jefferson"] = RoundingMethod.Jefferson,
        ["hill"] = RoundingMethod.Hill,
        ["dean"] = RoundingMethod.Dean,
    };

    /// <summary>Every name, in the order the manual lists them.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>
    /// Shares <paramref name="total"/> whole units by <paramref name="weights"/> (0 to 2^62, not all 0 unless the total is 0);
    /// the parts sum to the total. Every fault is named with <paramref name="where"/>.
    /// </summary>
    public static Loaded<IReadOnlyList<long>> Round(string name, long total, IReadOnlyList<long> weights, Place where)
    {
        var faults = Faults(name, total, weights, where).ToList();
        return faults.Count > 0
            ? Loaded<IReadOnlyList<long>>.From(null, faults)
            : Loaded<IReadOnlyList<long>>.From(Apportion(ByName[name], total, weights), []);
    }

    /// <summary>As <see cref="Round"/>, for arguments that are known to be good.</summary>
    public static IReadOnlyList<long> Apportion(RoundingMethod method, long total, IReadOnlyList<long> weights)
    {
        if (weights.All(weight => weight == 0)) return new long[weights.Count];
        return method == RoundingMethod.LargestRemainder
            ? LargestRemainder.Apportion(total, weights)
            : DivisorMethod.Apportion(method, total, weights);
    }

    private static IEnumerable<Diagnostic> Faults(string name, long total, IReadOnlyList<long> weights, Place where)
    {
        if (!ByName.ContainsKey(name)) yield return UnknownMethod(name, where);
        if (total < 0) yield return NegativeTotal(total, where);
        if (weights.Count == 0) yield return NoWeights(where);
        for (var i = 0; i < weights.Count; i++)
            if (weights[i] is < 0 or > 1L << 62) yield return BadWeight(i, weights[i], where);
        if (total > 0 && weights.Count > 0 && weights.All(weight => weight == 0)) yield return WeightsAllZero(total, where);
    }

    private static Diagnostic UnknownMethod(string name, Place where)
    {
        var nearest = NearestName.Hint(name, ByName.Keys);
        return Diagnostic.Error(
            where, "BS430", $"unknown rounding method '{name}'", nearest.Length > 0 ? nearest : $"one of {string.Join(", ", ByName.Keys)}");
    }

    private static Diagnostic NegativeTotal(long total, Place where) =>
        Diagnostic.Error(where, "BS431", $"the total must not be negative, found {total}", "write a whole number of units from 0");

    private static Diagnostic NoWeights(Place where) =>
        Diagnostic.Error(where, "BS432", "no weights were given", "write at least one weight");

    private static Diagnostic BadWeight(int index, long weight, Place where) =>
        Diagnostic.Error(where, "BS433", $"weight {index + 1} must lie between 0 and 2^62, found {weight}", "write a whole number from 0");

    private static Diagnostic WeightsAllZero(long total, Place where) =>
        Diagnostic.Error(where, "BS434", $"{total} units cannot be shared by weights that are all 0", "give at least one positive weight");
}
