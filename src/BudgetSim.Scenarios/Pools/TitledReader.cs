// Reads a cohort of the enterprises that reached a title in the year, or that hold one.
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// <c>newly: little_giant</c> or <c>holding: [srdi_sme, little_giant]</c> with <c>share: 18%</c>, in a cohort whose population has titles:
/// how many come up follows from the steps of the years.
/// </summary>
internal static class TitledReader
{
    /// <summary>The most enterprises of a population with titles.</summary>
    public const int MostEnterprises = (1 << 20) - 1;

    private static readonly string[] NotBeside = ["count", "growing", "roster", "distinct"];

    /// <summary>Whether the cohort says which titles come up.</summary>
    public static string? KeyOf(NodeReader cohort) => cohort.Has("newly") ? "newly" : cohort.Has("holding") ? "holding" : null;

    /// <summary>Who comes up; null for a cohort of any other kind.</summary>
    public static TitledHeads? Read(NodeReader cohort, Population? population, Func<NodeReader, FactorLoading?> loading)
    {
        if (KeyOf(cohort) is not { } key) return null;
        var (newly, holding) = (cohort.Child("newly"), cohort.Child("holding"));
        if (newly is not null && holding is not null)
            cohort.Report(PoolFaults.NoUseFor(
                holding.KeyWhere, "holding", "newly", "keep one: who reached the title in the year, or everyone who holds it"));
        string[] notBeside = newly is null ? NotBeside : [.. NotBeside, "moves_with"];
        foreach (var beside in notBeside.Where(cohort.Has))
            cohort.Report(PoolFaults.NoUseFor(
                cohort.Child(beside)!.KeyWhere, beside, key, "who comes up follows from the titles of the population"));
        var share = cohort.Child("share") is { } written ? Share(written) : 1;
        if (population?.Titles is { } titles)
            return new TitledHeads(
                TitleReader.Titles(newly ?? holding!, titles), newly is null ? TitleMoment.Now : TitleMoment.Newly, share)
            {
                Loading = newly is null ? loading(cohort) : null,
            };
        (newly ?? holding)!.Report(TitleFaults.NoTitles((newly ?? holding)!.Where, cohort.Name));
        return null;
    }

    /// <summary>Everyone is looked at in every year of the cohort.</summary>
    public static (Distribution Count, CountPlan Plan) Count(NodeReader cohort, Population? population, CountReader counts)
    {
        var (first, last) = counts.Years(cohort);
        return (new Fixed(population?.Count ?? 1), CountPlan.Steady with { First = first, Last = last });
    }

    private static double Share(NodeReader written)
    {
        var share = written.AsNumber().ToDouble();
        if (share is > 0 and <= 1) return share;
        written.Report(TitleFaults.BadShare(written.Where, share));
        return 1;
    }
}
