// Lays claims under new measures over a pool.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>Claims by cohort; each comes after the cohort's own, so that no other claim's place or draw changes.</summary>
internal static class AddedClaims
{
    private const string MeasureKey = "measure", TakeUpKey = "take_up";

    /// <summary>The pool with the claims; the ranges of their take-ups are added to <paramref name="stated"/>.</summary>
    public static Pool With(
        Pool pool,
        IReadOnlyList<AddedClaim> claims,
        PolicyLibrary library,
        IDictionary<string, StatedRange> stated,
        ICollection<Diagnostic> faults)
    {
        if (claims.Count == 0) return pool;
        var ranges = new RangeReader();
        var cohorts = pool.Cohorts.ToList();
        foreach (var claim in claims)
        {
            var index = cohorts.FindIndex(cohort => cohort.Name == claim.Cohort);
            if (index < 0) faults.Add(Unknown(claim, pool));
            else if (cohorts[index].Payments is not null) faults.Add(OfPayments(claim));
            else cohorts[index] = cohorts[index] with { Claims = [.. cohorts[index].Claims, Read(claim, library, ranges, faults)] };
        }

        foreach (var (path, range) in ranges.Stated) stated[path] = range;
        return pool with { Cohorts = cohorts };
    }

    private static CohortClaim Read(AddedClaim claim, PolicyLibrary library, RangeReader ranges, ICollection<Diagnostic> faults)
    {
        var measure = new DataEntry(MeasureKey, claim.Where, new ScalarNode(claim.Where, claim.Measure, ScalarForm.Plain));
        var terms = claim.Terms as MappingNode ?? new MappingNode(claim.Terms.Where, [new DataEntry(TakeUpKey, claim.Where, claim.Terms)]);
        if (terms.Find(MeasureKey) is { } repeated)
            faults.Add(NodeFaults.UnknownKey(repeated, [TakeUpKey, "approval", "per", "range", "basis"]));
        return NodeReader.Read(
            terms with { Entries = [measure, .. terms.Entries] },
            claim.Cohort,
            faults,
            entry => ClaimReader.Read(entry, claim.Cohort, library, ranges));
    }

    private static Diagnostic Unknown(AddedClaim claim, Pool pool)
    {
        var cohorts = pool.Cohorts.Where(cohort => cohort.Payments is null).Select(cohort => cohort.Name).ToList();
        var near = NearestName.Hint(claim.Cohort, cohorts);
        return Diagnostic.Error(
            claim.Where,
            "BS785",
            $"the pool has no cohort '{claim.Cohort}'",
            near.Length > 0 ? near : $"known there: {Shown.Names(cohorts)}");
    }

    private static Diagnostic OfPayments(AddedClaim claim) =>
        Diagnostic.Error(
            claim.Where,
            "BS786",
            $"the cohort '{claim.Cohort}' is made of past payments, which do not say what a new rule reads",
            "name a cohort with attributes, or add one to pool.yaml");
}
