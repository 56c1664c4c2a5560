// A model that differs from a baseline in a few places, with what that means for the claims already drawn.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// The model to be evaluated beside a baseline. <paramref name="Changed"/> are the measures (by index) whose claims must be
/// read again against the facts that were drawn; null where nothing of the baseline's draws can be used.
/// </summary>
public sealed record Variant(ScenarioModel Model, IReadOnlyList<int>? Changed)
{
    /// <summary>What differs from the baseline, in words that say it fully; null where no words do. Results are kept under it.</summary>
    public string? Key { get; init; }

    /// <summary>
    /// What differs in the claims alone; variants with the same words differ in money only. Null where nobody has said it.
    /// </summary>
    public string? ClaimsKey { get; init; }

    /// <summary>Whether the terms of settlement are the baseline's, so that only amounts of claims can differ.</summary>
    public bool KeepsTerms { get; init; }

    /// <summary>The new ceilings by measure and position, where they are all that differs; null where claims must be read again.</summary>
    public IReadOnlyDictionary<(int Measure, int Cap), Fraction>? Ceilings { get; init; }

    /// <summary>
    /// Whether all that differs, but for <see cref="CeilingsBeside"/>, is read by the formulas of the changed measures only, so that a
    /// claim's standing stays.
    /// </summary>
    public bool OnlyFormulas { get; init; }

    /// <summary>The new ceilings by measure and position that differ beside formulas; null where ceilings stay.</summary>
    public IReadOnlyDictionary<(int Measure, int Cap), Fraction>? CeilingsBeside { get; init; }

    /// <summary>Compares a model with the baseline's; the parts that are the same objects are known to be the same.</summary>
    public static Variant Of(
        ScenarioModel baseline,
        ScenarioModel model,
        bool keepsTerms = false,
        IReadOnlyDictionary<(int Measure, int Cap), Fraction>? ceilings = null)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(model);
        var changed = CanReuse(baseline, model) ? ChangedMeasures(baseline, model) : null;
        if (changed is not null && ceilings is null && !changed.All(measure => CanBeReadAgain(baseline, measure))) changed = null;
        return new Variant(model, changed) { KeepsTerms = keepsTerms, Ceilings = ceilings };
    }

    // Where places in an order are given away, one claim's standing moves the others'.
    private static bool CanBeReadAgain(ScenarioModel model, int measure)
    {
        var compiled = model.Terms.Compiled[measure];
        foreach (var cohort in model.Pool.Cohorts.Where(cohort => cohort.Claims.Any(claim => claim.Measure == compiled.Measure.Id)))
        {
            var population = model.Pool.Populations.FirstOrDefault(population => population.Name == cohort.Population);
            var ranks = cohort.Attributes.Concat(population?.Attributes ?? []).Where(attribute => attribute.Draw is AttributeDraw.Rank);
            if (ranks.Any(rank => compiled.SlotOf(rank.Name) >= 0)) return false;
        }

        return true;
    }

    private static bool CanReuse(ScenarioModel baseline, ScenarioModel model) =>
        ReferenceEquals(baseline.Pool, model.Pool)
        && baseline.Pool.Populations.All(population => population.Titles is null)
        && ReferenceEquals(baseline.Parameters, model.Parameters)
        && baseline.Seed == model.Seed
        && baseline.Replications == model.Replications
        && baseline.Years.SequenceEqual(model.Years)
        && baseline.UpliftBudgets.Count == 0
        && model.UpliftBudgets.Count == 0
        && baseline.CarryOver.Count == 0
        && model.CarryOver.Count == 0
        && baseline.Sampling == model.Sampling
        && ReferenceEquals(baseline.PayoutRatios, model.PayoutRatios)
        && model.Funds.All(money => money.Year is not null)
        && baseline.Terms.LaneChoice == model.Terms.LaneChoice
        && baseline.Terms.Measures.Select(measure => measure.Id).SequenceEqual(model.Terms.Measures.Select(measure => measure.Id))
        && baseline.Terms.Funds.Select(fund => fund.Id).SequenceEqual(model.Terms.Funds.Select(fund => fund.Id))
        && baseline.Terms.Payers.SequenceEqual(model.Terms.Payers)
        && baseline.Terms.Compiled.Zip(model.Terms.Compiled).All(pair => ReadsTheSame(pair.First, pair.Second));

    private static bool ReadsTheSame(CompiledMeasure a, CompiledMeasure b) =>
        ReferenceEquals(a, b) || a.Slots.Select(slot => slot.Name).SequenceEqual(b.Slots.Select(slot => slot.Name));

    private static int[] ChangedMeasures(ScenarioModel baseline, ScenarioModel model) =>
        [.. Enumerable.Range(0, baseline.Terms.Compiled.Count)
            .Where(measure => !ReferenceEquals(baseline.Terms.Compiled[measure], model.Terms.Compiled[measure]))];
}
