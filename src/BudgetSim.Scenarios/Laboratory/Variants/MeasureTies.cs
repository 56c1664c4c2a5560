// Finds the measures whose awards can move when those of some measures do.
using BudgetSim.Allocation.Settlement;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// Measures are tied by exclusions, by ceilings on which both draw and by topping up; ties are followed to their end.
/// Claims of one enterprise under measures that are not tied are settled as if the others were not there.
/// </summary>
internal static class MeasureTies
{
    /// <summary>Whether each measure is tied to one of <paramref name="changed"/>, <c>[measure]</c>.</summary>
    public static bool[] Of(IReadOnlyList<MeasureTerms> measures, IEnumerable<int> changed)
    {
        var ties = Enumerable.Range(0, measures.Count).Select(_ => new List<int>()).ToArray();
        for (var measure = 0; measure < measures.Count; measure++)
        {
            foreach (var other in Named(measures[measure]))
            {
                ties[measure].Add(other);
                ties[other].Add(measure);
            }
        }

        var isTied = new bool[measures.Count];
        var waiting = new Stack<int>(changed);
        while (waiting.TryPop(out var measure))
        {
            if (isTied[measure]) continue;
            isTied[measure] = true;
            foreach (var other in ties[measure]) waiting.Push(other);
        }

        return isTied;
    }

    private static IEnumerable<int> Named(MeasureTerms terms) =>
        terms.Exclusions.SelectMany(exclusion => exclusion.With)
            .Concat(terms.Caps.Concat(terms.PrincipalCaps).SelectMany(cap => cap.Drawers))
            .Concat(terms.TopsUp);
}
