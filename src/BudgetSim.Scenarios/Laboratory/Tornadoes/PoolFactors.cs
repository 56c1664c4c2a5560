// The assumptions of a scenario, each over the range that it states or that its own distribution says, else 20 % lower and higher.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Pools;

namespace BudgetSim.Scenarios.Laboratory.Tornadoes;

/// <summary>What nobody can decide.</summary>
internal static class PoolFactors
{
    private const double Low = 0.1, High = 0.9;
    private static readonly StatedRange Fallback = new(new RangeEnd("80%", "80%"), "100%", new RangeEnd("120%", "120%"));

    public static IEnumerable<TornadoFactor> Of(VariantSource source)
    {
        foreach (var path in AssumptionPath.In(source.Scenario.Model))
        {
            var stated = source.Scenario.Ranges.GetValueOrDefault(path.Path);
            if (stated is null && path.IsPlain) continue;
            var (range, basis) = stated is not null ? (stated, RangeBasis.Stated)
                : path.Doubt is { } doubt ? (Own(doubt), RangeBasis.Own)
                : (Fallback, RangeBasis.Fallback);
            yield return new TornadoFactor(
                FactorKind.Pool, path.Path, path.Name, range.Now, [Setting(source, path, range.Low), Setting(source, path, range.High)])
            {
                Range = basis,
            };
        }
    }

    private static FactorSetting Setting(VariantSource source, AssumptionPath path, RangeEnd end) =>
        new(end.Shown, source.Make([VariantSource.Step(path.Path, end.Setting, Place.Of(path.Path))]));

    private static StatedRange Own(Func<double, string> doubt) =>
        new(RangeReader.QuantileEnd(Low, doubt(Low)), $"P50 = {doubt(0.5)}", RangeReader.QuantileEnd(High, doubt(High)));
}
