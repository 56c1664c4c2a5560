// What a sweep, a tornado or a design can move beside the text: figures of the pool by a factor or a quantile, decisions of the authority
// by value.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// A path to an assumption: <c>pool/COHORT/count</c>, <c>pool/COHORT/take_up/MEASURE</c>, <c>pool/COHORT/approval/MEASURE</c>,
/// <c>pool/COHORT/amount</c> (past payments), <c>pool/COHORT-OR-POPULATION/ATTRIBUTE</c> or <c>payout_ratio/MEASURE</c>. It takes a factor
/// above 0, where 100 % leaves the scenario as it stands, or P1 to P99: the figure held at that quantile of its own distribution.
/// </summary>
public sealed record AssumptionPath(string Path, Bilingual Name, Func<ScenarioModel, double, ScenarioModel> Move)
{
    /// <summary>What paths into the pool begin with.</summary>
    public const string PoolPrefix = "pool/";

    /// <summary>What paths of parameters begin with.</summary>
    public const string ParameterPrefix = "parameters/";

    /// <summary>What paths of payout ratios begin with.</summary>
    public const string PayoutPrefix = "payout_ratio/";

    /// <summary>The model with the figure held at a quantile, probability in (0,1); null where it is certain.</summary>
    public Func<ScenarioModel, double, ScenarioModel>? Hold { get; init; }

    /// <summary>
    /// The figure at a quantile in words, where its own distribution says how much in doubt it is: it is drawn once for a replication or a
    /// year. Null where the distribution tells subjects apart, or there is none.
    /// </summary>
    public Func<double, string>? Doubt { get; init; }

    /// <summary>Whether the pool states it as a plain number, which nobody may doubt unless it states a range.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether a path names an assumption, not a text.</summary>
    public static bool Names(string path) =>
        path.StartsWith(PoolPrefix, StringComparison.Ordinal) || path.StartsWith(ParameterPrefix, StringComparison.Ordinal)
            || path.StartsWith(PayoutPrefix, StringComparison.Ordinal);

    /// <summary>
    /// Every path of a scenario, in the order of its pool: counts, take-ups, attributes with a size or likelihood, and last the payout
    /// ratios.
    /// </summary>
    public static IReadOnlyList<AssumptionPath> In(ScenarioModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return
        [
            .. Enumerable.Range(0, model.Pool.Cohorts.Count).SelectMany(index => CohortAssumptions.Of(model, index)),
            .. Enumerable.Range(0, model.Pool.Populations.Count).SelectMany(index => PopulationAssumptions.Of(model, index)),
            .. model.PayoutRatios.Select(ratio => PayoutRatio(model, ratio.Key, ratio.Value)),
        ];
    }

    /// <summary>The model with the path at a value that <see cref="Factor"/> or <see cref="Quantile"/> reads.</summary>
    public ScenarioModel At(ScenarioModel model, string text) =>
        Quantile(text) is { } probability ? Hold!(model, probability) : Move(model, Factor(text)!.Value);

    /// <summary>The factor that a text means: above 0 and at most 1,000,000 %; null for anything else.</summary>
    public static double? Factor(string text) =>
        QuantityText.TryParse(text, out var factor) && factor.Sign > 0 && factor <= 10_000 ? factor.ToDouble() : null;

    /// <summary>The probability that P10 means; null for any other text.</summary>
    public static double? Quantile(string text) => RangeReader.Probability(text);

    /// <summary>A share times a factor: one that is certain stays certain, and none exceeds one.</summary>
    internal static Distribution Times(Distribution share, double factor) =>
        share is Fixed certain ? new Fixed(Math.Min(1, factor * certain.Value)) : new Scaled(share, factor);

    /// <summary>The same list with another element at one place.</summary>
    internal static IReadOnlyList<T> With<T>(IReadOnlyList<T> list, int index, T value) =>
        [.. list.Take(index), value, .. list.Skip(index + 1)];

    private static AssumptionPath PayoutRatio(ScenarioModel scenario, string measure, Distribution ratio)
    {
        ScenarioModel Set(ScenarioModel model, Distribution share) =>
            model with { PayoutRatios = new Dictionary<string, Distribution>(model.PayoutRatios) { [measure] = share } };
        var of = measure == "*" ? new Bilingual("所有条款", "all measures") : PathNames.OfMeasure(scenario.Terms.Library, measure);
        return new AssumptionPath(
            PayoutPrefix + measure,
            PathNames.Joined(of, new Bilingual("兑付比例", "payout ratio")),
            (model, factor) => Set(model, Times(model.PayoutRatios[measure], factor)))
        {
            Hold = ratio is Fixed ? null : (model, probability) => Set(model, new Fixed(model.PayoutRatios[measure].Quantile(probability))),
            Doubt = ratio is Fixed ? null : probability => FigureText.Rounded(ratio.Quantile(probability), isShare: true),
        };
    }
}
