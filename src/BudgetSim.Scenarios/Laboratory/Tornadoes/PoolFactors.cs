// The assumptions of a pool, each 20 % lower and higher: how many come up, how many apply, how large and how likely.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Tornadoes;

/// <summary>What nobody can decide.</summary>
internal static class PoolFactors
{
    private static readonly double[] Moves = [0.8, 1.2];

    public static IEnumerable<TornadoFactor> Of(ScenarioModel model)
    {
        for (var index = 0; index < model.Pool.Cohorts.Count; index++)
        {
            var (cohort, place) = (model.Pool.Cohorts[index], index);
            TornadoFactor Make(string zh, string en, Func<double, Cohort> moved) => Factor(model, place, $"pool {cohort.Name} {en}", new Bilingual($"{cohort.Title.In("zh")}：{zh}", $"{cohort.Title.In("en")}: {en}"), moved);
            yield return Make("个数", "number", move => cohort with { Count = new Scaled(cohort.Count, move) });
            for (var claim = 0; claim < cohort.Claims.Count; claim++)
            {
                var at = claim;
                yield return Make($"申报率 {cohort.Claims[at].Measure}", $"take-up of {cohort.Claims[at].Measure}", move => cohort with { Claims = Replaced(cohort.Claims, at, cohort.Claims[at] with { TakeUp = Math.Min(1, move * cohort.Claims[at].TakeUp) }) });
            }

            for (var attribute = 0; attribute < cohort.Attributes.Count; attribute++)
            {
                var at = attribute;
                if (Moved(cohort.Attributes[at].Draw, 1) is not null)
                    yield return Make(cohort.Attributes[at].Name, cohort.Attributes[at].Name, move => cohort with { Attributes = Replaced(cohort.Attributes, at, cohort.Attributes[at] with { Draw = Moved(cohort.Attributes[at].Draw, move)! }) });
            }
        }
    }

    private static AttributeDraw? Moved(AttributeDraw draw, double move) => draw switch
    {
        AttributeDraw.Amount amount => amount with { Distribution = new Scaled(amount.Distribution, move) },
        AttributeDraw.Chance chance => new AttributeDraw.Chance(Math.Min(1, move * chance.Probability)),
        _ => null,
    };

    private static TornadoFactor Factor(ScenarioModel model, int place, string key, Bilingual name, Func<double, Cohort> moved) =>
        new(FactorKind.Pool, name, "100%", [.. Moves.Select(move => new FactorSetting($"{move * 100:0}%", Variant.Of(model, model with { Pool = model.Pool with { Cohorts = Replaced(model.Pool.Cohorts, place, moved(move)) } }) with { Key = $"{key} x {move}" }))]);

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> list, int index, T value) => [.. list.Take(index), value, .. list.Skip(index + 1)];
}
