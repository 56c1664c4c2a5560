// Tells whether enterprises meet each other in the funds only, so that one can be settled without the others.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Terms;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>A question about the terms of the measures that a pool claims, and about the pool.</summary>
internal static class Locality
{
    /// <summary>Whether no ceiling, once rule, group, park or named object ties enterprises together.</summary>
    public static bool Of(ScenarioModel model)
    {
        var measures = model.Pool.Cohorts.SelectMany(cohort => cohort.Claims)
            .Select(claim => model.Terms.Measures[model.Terms.IndexOf(claim.Measure)])
            .Distinct();
        return !TiesObjects(model) && measures.All(IsLocal);
    }

    // Rosters may name one event, item, group or park for several enterprises.
    private static bool TiesObjects(ScenarioModel model) =>
        model.Pool.Populations.Any(population => population.Roster is not null || population.Group is not null
            || population.Park is not null)
        || model.Pool.Cohorts.Any(cohort => cohort.Roster is not null || cohort.Group is not null || cohort.Park is not null);

    private static bool IsLocal(MeasureTerms terms) =>
        terms.Caps.Concat(terms.PrincipalCaps).All(cap => cap.Scope != CapScope.ProgrammeYear)
        && (terms.OnceKeys.Count == 0 || terms.OnceKeys
            .Any(key => key is OnceKey.Enterprise or OnceKey.Item or OnceKey.Project or OnceKey.Event));
}
