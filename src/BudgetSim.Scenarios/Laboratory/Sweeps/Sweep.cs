// Evaluates a scenario at every combination of the values of one or two paths.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Sweeps;

/// <summary>One combination of values, in the order of the paths, and its outcome.</summary>
public sealed record SweepPoint(IReadOnlyList<string> Values, VariantOutcome Outcome);

/// <summary>The paths, the baseline, and every point; the last path moves fastest.</summary>
public sealed record Sweep(IReadOnlyList<VariedPath> Paths, VariantOutcome Baseline, IReadOnlyList<SweepPoint> Points)
{
    /// <summary>What the paths are called, in their order.</summary>
    public required IReadOnlyList<Bilingual> Names { get; init; }

    /// <summary>Every combination of values, or why they cannot be run; nothing is simulated here.</summary>
    public static Loaded<IReadOnlyList<IReadOnlyList<string>>> Plan(VariantSource source, IReadOnlyList<VariedPath> paths)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(paths);
        var count = paths.Aggregate((Int128)1, (product, path) => product * path.Values.Count);
        if (count > VariedPath.MostValues)
            return new Loaded<IReadOnlyList<IReadOnlyList<string>>>(null, [VariedPath.TooMany(paths[^1].Where, count)]);
        var faults = paths.SelectMany(path => path.Check(source)).Distinct().ToList();
        if (paths.GroupBy(path => path.Path).FirstOrDefault(group => group.Count() > 1) is { } twice)
            faults.Add(Diagnostic.Error(twice.Last().Where, "BS522", $"'{twice.Key}' is varied twice", "name two different paths"));
        IEnumerable<IReadOnlyList<string>> points = [[]];
        foreach (var path in paths)
            points = points.SelectMany(point => path.Values.Select(value => (IReadOnlyList<string>)[.. point, value]));
        return Loaded<IReadOnlyList<IReadOnlyList<string>>>.From(faults.Count > 0 ? [] : points.ToList(), faults);
    }

    /// <summary>The variants of a plan's points.</summary>
    public static IReadOnlyList<Variant> Variants(
        VariantSource source, IReadOnlyList<VariedPath> paths, IReadOnlyList<IReadOnlyList<string>> points)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. points.Select(point => source.Make(Steps(paths, point)))];
    }

    /// <summary>The steps that set the paths to the values of a point.</summary>
    public static IReadOnlyList<ReformStep> Steps(IReadOnlyList<VariedPath> paths, IReadOnlyList<string> point) =>
        [.. paths.Select((path, index) => VariantSource.Step(path.Path, point[index], path.Where))];

    /// <summary>Runs all points over one pass of draws.</summary>
    public static Sweep Run(
        VariantSource source, IReadOnlyList<VariedPath> paths, IReadOnlyList<IReadOnlyList<string>> points, LaboratoryRuns runs)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(runs);
        var outcomes = runs.Variants(source.Scenario, Variants(source, paths, points));
        return new Sweep(paths, outcomes.Baseline, [.. points.Select((point, index) => new SweepPoint(point, outcomes.Variants[index]))])
        {
            Names = [.. paths.Select(path => PathNames.Of(source.Scenario.Model, path.Path))],
        };
    }
}
