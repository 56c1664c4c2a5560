// Runs a scenario's pool under the rules of other policy documents: who comes up stays, what they apply for is found anew.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Measures;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>
/// Cohorts, their names, attributes and seed stay, so that the same subjects are drawn. A claim under a document that stays is kept. Beside
/// these a cohort tries every award that reads an attribute which the cohort itself states (its population's, where it states none), with
/// the take-up of the claim of its own that is taken up most. What the rules read and the pool does not state keeps the vocabulary's
/// default.
/// </summary>
internal static class Transplant
{
    /// <summary>
    /// The scenario <paramref name="own"/>, read under its own rules, under those of <see cref="ScenarioOverrides.Policies"/>.
    /// </summary>
    public static Loaded<LoadedScenario> Of(LoadedScenario own, string seeds, ScenarioOverrides overrides)
    {
        var documents = overrides.Policies!;
        bool Stays(string name) => !name.Contains('/') || documents.Contains(name.Split('/')[0]);
        var readings = new Dictionary<string, string>(own.Readings.Where(reading => Stays(reading.Key)));
        foreach (var (code, option) in overrides.Readings) readings[code] = option;
        IReadOnlyList<PathChange> changes = [.. own.Changes.Where(change => Stays(change.Path)), .. overrides.Changes];
        var faults = new List<Diagnostic>();
        var settings = SettlementReadings.From(readings);
        faults.AddRange(settings.Diagnostics);
        if (!settings.Succeeded) return Loaded<LoadedScenario>.From(null, faults);
        var library = PolicyFolder.Read(seeds, documents, settings.Value.PolicyReadings, changes);
        faults.AddRange(library.Diagnostics);
        if (!library.Succeeded) return Loaded<LoadedScenario>.From(null, faults);
        var terms = LibraryTerms.From(library.Value, settings.Value.Shortage);
        var added = overrides.Claims.Select(claim => claim.Measure).ToHashSet();
        var model = ModelUnder(own.Model, terms, added);
        var stated = own.Ranges.ToDictionary();
        model = model with { Pool = AddedClaims.With(model.Pool, overrides.Claims, library.Value, stated, faults) };
        if (model.Pool.Cohorts.All(cohort => cohort.Claims.Count == 0)) faults.Add(NoCandidates(own, documents));
        faults.AddRange(Warnings(model));
        return Loaded<LoadedScenario>.From(
            own with
            {
                Title = new Bilingual(
                    $"{own.Title.Zh}（套用{string.Join('、', documents)}）", $"{own.Title.En} under {string.Join(", ", documents)}"),
                Model = model,
                Readings = readings,
                Changes = changes,
                Claims = overrides.Claims,
                Split = own.Split is { } split && terms.FundIndex(split.Fund) >= 0 ? split : null,
                Precision = own.Precision?.IsKnownTo(model) == true ? own.Precision : null,
                Ranges = RangesOfPaths.Known(stated, model),
                Files = [
                    .. own.Files.Where(file => Path.GetFileName(file) != "policy.yaml"),
                    .. documents.Select(id => Path.Combine(seeds, id, "policy.yaml")),
                ],
            },
            faults);
    }

    // A cohort that applies for nothing stays, so that every enterprise keeps its number.
    private static ScenarioModel ModelUnder(ScenarioModel own, LibraryTerms terms, HashSet<string> added) => own with
    {
        Terms = terms,
        Pool = own.Pool with { Cohorts = [.. own.Pool.Cohorts.Select(cohort => Under(own.Pool, cohort, terms, added))] },
        Funds = [.. own.Funds.Where(money => terms.FundIndex(money.Fund) >= 0)],
        CarryOver = own.CarryOver.Where(fund => terms.FundIndex(fund.Key) >= 0).ToDictionary(),
        PayoutRatios = own.PayoutRatios.Where(ratio => ratio.Key == "*" || terms.Library.Find(ratio.Key) is not null).ToDictionary(),
        UpliftBudgets = own.UpliftBudgets.Where(budget => budget.Key == "*" || terms.Library.Find(budget.Key) is not null).ToDictionary(),
    };

    // What was paid in the past says nothing of other rules; who claims under an added measure was said with it.
    private static Cohort Under(Pool pool, Cohort cohort, LibraryTerms terms, HashSet<string> added)
    {
        IReadOnlyList<CohortClaim> kept = [.. cohort.Claims.Where(claim => terms.Library.Find(claim.Measure) is not null)];
        if (cohort.Payments is not null || cohort.Claims.Count == 0) return cohort with { Claims = kept };
        var documents = kept.Select(claim => claim.Measure.Split('/')[0]).ToHashSet();
        var model = cohort.Claims.MaxBy(claim => claim.TakeUp.Mean)!;
        var states = Stated(pool, cohort);
        var tried = terms.Compiled
            .Where(measure => measure.Measure.Effect == LedgerEffect.Award && !added.Contains(measure.Measure.Id)
                && !documents.Contains(measure.Measure.Id.Split('/')[0]) && AskedFacts.Of(measure).Any(fact => states.Contains(fact.Name)))
            .Select(measure => new CohortClaim(measure.Measure.Id, model.TakeUp, new Basis($"take-up of {model.Measure}"))
            {
                Per = model.Per,
                Approval = model.Approval,
            });
        return cohort with { Claims = [.. kept, .. tried] };
    }

    private static HashSet<string> Stated(Pool pool, Cohort cohort)
    {
        var attributes = cohort.Attributes.Count > 0
            ? cohort.Attributes
            : pool.Populations.FirstOrDefault(population => population.Name == cohort.Population)?.Attributes ?? [];
        return [.. attributes.Select(attribute => attribute.Name)];
    }

    private static IEnumerable<Diagnostic> Warnings(ScenarioModel model)
    {
        var cohorts = model.Pool.Cohorts;
        var left = cohorts.Where(cohort => cohort.Claims.Count == 0).Select(cohort => (cohort.Title, cohort.Name)).ToList();
        if (left.Count > 0 && left.Count < cohorts.Count) yield return AppliesForNothing(left, cohorts.Count);
        var claimed = cohorts.SelectMany(cohort => cohort.Claims).Select(claim => claim.Measure).ToHashSet();
        var without = model.Terms.Compiled.Select(measure => measure.Measure)
            .Where(measure => measure.Effect == LedgerEffect.Award && !claimed.Contains(measure.Id))
            .Select(measure => (measure.Title, measure.Id))
            .ToList();
        if (without.Count > 0) yield return NobodyFor(without);
    }

    private static Diagnostic AppliesForNothing(List<(Bilingual Title, string Id)> left, int all)
    {
        var names = NamesOf(left);
        return Diagnostic.Warning(
            Place.Of("--policies"), "BS757", $"{left.Count} of {all} cohorts apply for nothing under these rules: {names.English}") with
        {
            Names = names,
        };
    }

    private static Diagnostic NobodyFor(List<(Bilingual Title, string Id)> without)
    {
        var names = NamesOf(without);
        var warning = Diagnostic.Warning(
            Place.Of("--policies"),
            "BS758",
            $"the pool has no candidates for {without.Count} awards: {names.English}",
            "their outlay is not in the total; add cohorts for them to pool.yaml");
        return warning with { Names = names };
    }

    // Titles, and the ids by which cohorts and measures are written.
    private static (string English, string Chinese) NamesOf(List<(Bilingual Title, string Id)> named) =>
        (string.Join(", ", named.Select(one => $"{one.Title.En} ({one.Id})")),
         string.Join("、", named.Select(one => $"{one.Title.Zh}（{one.Id}）")));

    private static Diagnostic NoCandidates(LoadedScenario own, IReadOnlyList<string> documents) =>
        Diagnostic.Error(
            Place.Of("--policies"),
            "BS759",
            $"no award of {string.Join(", ", documents)} reads anything that the pool of {own.Name} states",
            "name documents on the same kinds of enterprises, or add their attributes to pool.yaml");
}
