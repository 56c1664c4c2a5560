// Chooses the values of paths that meet a target and keep as much support as possible.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>One set of values that was tried.</summary>
public sealed record DesignPoint(IReadOnlyList<string> Values, VariantOutcome Outcome, long Money);

/// <summary>
/// The best point that meets the target, or the closest if none does; <paramref name="Fresh"/> is its outcome on draws that
/// the choice has not seen.
/// </summary>
public sealed record Design(DesignTarget Target, IReadOnlyList<VariedPath> Paths, VariantOutcome Baseline, DesignPoint Best, bool IsFeasible, VariantOutcome Fresh, IReadOnlyList<DesignPoint> Tried)
{
    /// <summary>Faults of the paths: unknown, values of another kind, a target on funds where there are none.</summary>
    public static IReadOnlyList<Diagnostic> Check(VariantSource source, DesignTarget target, IReadOnlyList<VariedPath> paths)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(paths);
        var faults = paths.SelectMany(path => new[] { path.Values[0], path.Values[^1] }.Distinct().SelectMany(value => source.Check([VariantSource.Step(path.Path, value, path.Where)]))).Distinct().ToList();
        if (target.IsShare && source.Scenario.Model.Funds.Count == 0 && !paths.Any(path => path.Path.StartsWith("funds/", StringComparison.Ordinal)))
            faults.Add(Diagnostic.Error(Place.Of($"--target {target.Text}"), "BS531", "no fund of this scenario has an appropriation, so none can be too small", "adjust funds/FUND, or choose a target on P95 or mean"));
        return faults;
    }

    /// <summary>
    /// Searches the grid of all values by passes: each tries a coarse grid, then a finer one around the best point, down to
    /// single steps. Every pass is one pass over the draws.
    /// </summary>
    public static Design Run(VariantSource source, DesignTarget target, IReadOnlyList<VariedPath> paths, LaboratoryRuns runs)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(paths);
        var box = paths.Select(path => (Low: 0, High: path.Values.Count - 1)).ToArray();
        var tried = new Dictionary<string, (int[] Place, DesignPoint Point)>();
        VariantOutcome? baseline = null;
        while (true)
        {
            var lines = box.Select(side => DesignGrid.Line(side.Low, side.High, DesignGrid.PerPath(paths.Count))).ToList();
            var places = DesignGrid.Places(lines).Where(place => !tried.ContainsKey(string.Join(',', place))).ToList();
            var steps = places.Select(place => Sweep.Steps(paths, [.. place.Select((at, path) => paths[path].Values[at])])).ToList();
            var outcomes = runs.Variants(source.Scenario, [.. steps.Select(source.Make)]);
            baseline ??= outcomes.Baseline;
            for (var index = 0; index < places.Count; index++) tried[string.Join(',', places[index])] = (places[index], Point(paths, places[index], steps[index], outcomes.Variants[index]));
            var (at, best) = tried.Values.OrderBy(each => target.Excess(each.Point.Outcome)).ThenBy(each => each.Point.Money).ThenByDescending(each => each.Point.Outcome.Mean).ThenBy(each => string.Join(',', each.Point.Values), StringComparer.Ordinal).First();
            if (runs.IsStopped || lines.TrueForAll(DesignGrid.IsWhole)) return Close(source, target, paths, baseline, best, [.. tried.Values.Select(each => each.Point)], runs);
            box = DesignGrid.Around(at, lines);
        }
    }

    private static DesignPoint Point(IReadOnlyList<VariedPath> paths, int[] place, IReadOnlyList<ReformStep> steps, VariantOutcome outcome) =>
        new([.. place.Select((at, path) => paths[path].Values[at])], outcome, steps.OfType<ReformStep.Money>().Sum(money => money.Yuan));

    private static Design Close(VariantSource source, DesignTarget target, IReadOnlyList<VariedPath> paths, VariantOutcome baseline, DesignPoint best, IReadOnlyList<DesignPoint> tried, LaboratoryRuns runs)
    {
        var fresh = runs.Fresh(source.Scenario, source.Make(Sweep.Steps(paths, best.Values)), FreshSeed(source.Scenario.Model.Seed));
        return new Design(target, paths, baseline, best, target.Excess(best.Outcome) == 0, fresh, tried);
    }

    /// <summary>The seed of the draws that a design is verified on.</summary>
    public static ulong FreshSeed(ulong seed) => seed ^ 0x9E3779B97F4A7C15UL;
}
