// What a sweep, a tornado or a design can move beside the text: figures of the pool by a factor, decisions of the authority by value.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Tornadoes;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// A path into the pool: <c>pool/COHORT/count</c>, <c>pool/COHORT/take_up/MEASURE</c> or <c>pool/COHORT-OR-POPULATION/ATTRIBUTE</c>; it takes a factor
/// above 0, where 100 % leaves the pool as it stands.
/// </summary>
public sealed record AssumptionPath(string Path, Bilingual Name, Func<Pool, double, Pool> Move)
{
    /// <summary>What paths into the pool begin with.</summary>
    public const string PoolPrefix = "pool/";

    /// <summary>What paths of parameters begin with.</summary>
    public const string ParameterPrefix = "parameters/";

    /// <summary>Whether a path names an assumption, not a text.</summary>
    public static bool Names(string path) => path.StartsWith(PoolPrefix, StringComparison.Ordinal) || path.StartsWith(ParameterPrefix, StringComparison.Ordinal);

    /// <summary>Every path into a pool, in its order: counts, take-ups, and the attributes whose size or likelihood is drawn.</summary>
    public static IReadOnlyList<AssumptionPath> In(Pool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return [.. Enumerable.Range(0, pool.Cohorts.Count).SelectMany(index => OfCohort(pool.Cohorts[index], index)), .. Enumerable.Range(0, pool.Populations.Count).SelectMany(index => OfPopulation(pool.Populations[index], index))];
    }

    // A share that is certain stays certain, and no share exceeds one.
    private static Distribution TakeUpTimes(Distribution takeUp, double factor) => takeUp is Fixed share ? new Fixed(Math.Min(1, factor * share.Value)) : new Scaled(takeUp, factor);

    private static IEnumerable<AssumptionPath> OfCohort(Cohort cohort, int at)
    {
        AssumptionPath Make(string path, string zh, string en, Func<Cohort, double, Cohort> move) => new(
            $"{PoolPrefix}{cohort.Name}/{path}",
            new Bilingual($"{cohort.Title.In("zh")}：{zh}", $"{cohort.Title.In("en")}: {en}"),
            (pool, factor) => pool with { Cohorts = With(pool.Cohorts, at, move(pool.Cohorts[at], factor)) });
        if (cohort.Newly is null) yield return Make("count", "个数", "number", (own, factor) => own with { Count = new Scaled(own.Count, factor) });
        for (var claim = 0; claim < cohort.Claims.Count; claim++)
        {
            var index = claim;
            var measure = cohort.Claims[claim].Measure;
            yield return Make($"take_up/{measure}", $"申报率 {measure}", $"take-up of {measure}", (own, factor) => own with { Claims = With(own.Claims, index, own.Claims[index] with { TakeUp = TakeUpTimes(own.Claims[index].TakeUp, factor) }) });
        }

        for (var attribute = 0; attribute < cohort.Attributes.Count; attribute++)
        {
            var index = attribute;
            if (Moved(cohort.Attributes[index], 1) is not null)
                yield return Make(cohort.Attributes[index].Name, cohort.Attributes[index].Name, cohort.Attributes[index].Name, (own, factor) => own with { Attributes = With(own.Attributes, index, Moved(own.Attributes[index], factor)!) });
        }
    }

    private static IEnumerable<AssumptionPath> OfPopulation(Population population, int at)
    {
        for (var attribute = 0; attribute < population.Attributes.Count; attribute++)
        {
            var index = attribute;
            var name = population.Attributes[index].Name;
            if (Moved(population.Attributes[index], 1) is null) continue;
            yield return new AssumptionPath(
                $"{PoolPrefix}{population.Name}/{name}",
                new Bilingual($"{population.Name}：{name}", $"{population.Name}: {name}"),
                (pool, factor) => pool with { Populations = With(pool.Populations, at, pool.Populations[at] with { Attributes = With(pool.Populations[at].Attributes, index, Moved(pool.Populations[at].Attributes[index], factor)!) }) });
        }
    }

    private static DrawnAttribute? Moved(DrawnAttribute attribute, double factor) => attribute.Draw switch
    {
        AttributeDraw.Amount amount => attribute with { Draw = amount with { Distribution = new Scaled(amount.Distribution, factor) } },
        AttributeDraw.Chance chance => attribute with { Draw = new AttributeDraw.Chance(Math.Min(1, factor * chance.Probability)) },
        _ => null,
    };

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> list, int index, T value) => [.. list.Take(index), value, .. list.Skip(index + 1)];

    /// <summary>The factor that a text means: above 0 and at most 1,000,000 %; null for anything else.</summary>
    public static double? Factor(string text) => QuantityText.TryParse(text, out var factor) && factor.Sign > 0 && factor <= 10_000 ? factor.ToDouble() : null;
}
