// The assumptions of a pool, each 20 % lower and higher: how many come up, how many apply, how large and how likely.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Tornadoes;

/// <summary>What nobody can decide.</summary>
internal static class PoolFactors
{
    private static readonly string[] Moves = ["80%", "120%"];

    public static IEnumerable<TornadoFactor> Of(VariantSource source) =>
        AssumptionPath.In(source.Scenario.Model.Pool).Select(path => new TornadoFactor(
            FactorKind.Pool, path.Name, "100%", [.. Moves.Select(move => new FactorSetting(move, source.Make([VariantSource.Step(path.Path, move, Place.Of(path.Path))])))]));
}
