// How the number of a cohort's subjects changes from year to year.
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Simulation.Pools;

/// <summary>
/// The count grows by <paramref name="Growth"/> a year (0.05 is 5 %) from <paramref name="From"/> on; a year of <paramref name="ByYear"/>
/// has a count of its own instead. Outside the years <paramref name="First"/> to <paramref name="Last"/> nobody comes up.
/// </summary>
public sealed record CountPlan(
    double Growth, int From, IReadOnlyDictionary<int, Distribution> ByYear, int First = int.MinValue, int Last = int.MaxValue)
{
    /// <summary>The same count every year.</summary>
    public static CountPlan Steady { get; } = new(0, 0, new Dictionary<int, Distribution>());

    /// <summary>Whether anyone comes up in <paramref name="year"/>.</summary>
    public bool Covers(int year) => year >= First && year <= Last;

    /// <summary>The distribution of a year and the factor its draw is multiplied by.</summary>
    public (Distribution Count, double Factor) Of(Distribution count, int year) =>
        ByYear.TryGetValue(year, out var own) ? (own, 1) : (count, Growth == 0 ? 1 : Random.Elementary.Pow(1 + Growth, year - From));
}
