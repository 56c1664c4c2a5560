// Reads a cohort of the enterprises that reached a title in the year.
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Pools;

/// <summary><c>newly: little_giant</c> in a cohort whose population has titles: how many come up follows from the steps of the year.</summary>
internal static class NewlyTitled
{
    /// <summary>The most enterprises of a population with titles.</summary>
    public const int MostEnterprises = (1 << 20) - 1;

    private static readonly string[] NotBeside = ["count", "growing", "roster", "distinct", "moves_with"];

    /// <summary>The rungs that must have been reached; null for a cohort of any other kind.</summary>
    public static IReadOnlyList<int>? Read(NodeReader cohort, Population? population)
    {
        if (cohort.Child("newly") is not { } written) return null;
        foreach (var key in NotBeside.Where(cohort.Has)) cohort.Report(PoolFaults.NoUseFor(cohort.Child(key)!.KeyWhere, key, "newly", "who comes up follows from the titles of the population"));
        if (population?.Titles is { } titles) return TitleReader.Newly(written, titles);
        written.Report(TitleFaults.NoTitles(written.Where, cohort.Name));
        return null;
    }

    /// <summary>Everyone is looked at in every year of the cohort.</summary>
    public static (Distribution Count, CountPlan Plan) Count(NodeReader cohort, Population? population, CountReader counts)
    {
        var (first, last) = counts.Years(cohort);
        return (new Fixed(population?.Count ?? 1), CountPlan.Steady with { First = first, Last = last });
    }
}
