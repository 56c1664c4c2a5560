// Faults of settings that name something of the policies or the pool.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>Checked once the policies and the pool are known.</summary>
internal static class RunSettingsFaults
{
    private const int MostSpreadFactors = 17;

    public static IEnumerable<Diagnostic> Of(ScenarioHeader header, LibraryTerms terms, Pool pool)
    {
        foreach (var measure in header.PayoutRatios.Keys.Where(id => id != "*" && terms.Library.Find(id) is null))
            yield return Diagnostic.Error(
                header.WhereOf("payout_ratio", measure),
                "BS359",
                $"payout_ratio names the unknown measure '{measure}'",
                NearestName.Hint(measure, terms.Library.MeasureIds));
        foreach (var measure in header.UpliftBudgets.Keys.Where(id => id != Filing.OnePot && terms.Library.Find(id) is null))
            yield return Diagnostic.Error(
                header.WhereOf("uplift_budgets", measure),
                "BS847",
                $"uplift_budgets names the unknown measure '{measure}'",
                NearestName.Hint(measure, terms.Library.MeasureIds));
        if (header.Sampling == FactorSampling.EvenlySpread && pool.Factors.Count * header.Years.Count > MostSpreadFactors)
        {
            yield return Diagnostic.Error(
                header.WhereOf("sampling"), "BS360",
                $"evenly spread sampling holds for at most {MostSpreadFactors} factors times years, found {pool.Factors.Count} times {header.Years.Count}",
                "write sampling: antithetic, or run fewer years");
        }
    }
}
