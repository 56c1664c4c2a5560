// Runs any number of scenarios on the same draws and pairs each with the first.
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>The baseline's run and every other side against it.</summary>
public sealed record Comparison(Side Baseline, Forecast Forecast, EnterpriseAwards Awards, IReadOnlyList<Contrast> Contrasts)
{
    /// <summary>How many replications are looked at enterprise by enterprise.</summary>
    public const int EnterpriseReplications = 200;

    /// <summary>How many runs of all replications the comparison takes, for progress.</summary>
    public static int RunsOf(IReadOnlyList<Side> sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        return 1 + sides.Skip(1).Sum(side => 1 + Math.Max(0, StepsBeyond(sides[0], side)?.Count - 1 ?? 0));
    }

    /// <summary>Runs the sides (at least one); a stop leaves out whatever was not finished on every side.</summary>
    public static Comparison Run(IReadOnlyList<Side> sides, ScenarioSource source, LaboratoryRuns runs)
    {
        ArgumentNullException.ThrowIfNull(sides);
        ArgumentNullException.ThrowIfNull(runs);
        var baseline = runs.Forecast(sides[0].Scenario);
        var awards = runs.Awards(sides[0].Scenario, EnterpriseReplications);
        var contrasts = sides.Skip(1).Select(side =>
        {
            var forecast = runs.Forecast(side.Scenario);
            var attribution = StepsBeyond(sides[0], side) is { } steps
                ? Attribute(sides[0], baseline, forecast, steps, source, runs)
                : null;
            return Of(baseline, awards, side, forecast, runs.Awards(side.Scenario, EnterpriseReplications)) with
            {
                Attribution = attribution,
            };
        });
        return new Comparison(sides[0], baseline, awards, [.. contrasts]);
    }

    private static Contrast Of(Forecast baseline, EnterpriseAwards awards, Side side, Forecast forecast, EnterpriseAwards own) =>
        new(side, forecast, own)
        {
            Total = ContrastFromForecasts.Total(baseline, forecast),
            Clauses = ContrastFromForecasts.Clauses(baseline, forecast),
            Funds = ContrastFromForecasts.Funds(baseline, forecast),
            Payers = ContrastFromForecasts.Payers(baseline, forecast),
            Enterprises = WinnersAndLosers.Of(awards, own),
            Classes = ClassContrast.Of(awards, own),
        };

    // The steps that the other side has and the baseline has not; null if they are not the same scenario.
    private static IReadOnlyList<ReformStep>? StepsBeyond(Side baseline, Side other)
    {
        var (before, after) = (baseline.Source.Reforms, other.Source.Reforms);
        var extends = baseline.Policies.SequenceEqual(other.Policies)
            && Path.GetFullPath(baseline.Source.Folder) == Path.GetFullPath(other.Source.Folder) && after.Count >= before.Count
            && before.Select(reform => reform.File).SequenceEqual(after.Take(before.Count).Select(reform => reform.File));
        return extends ? [.. other.Steps.Skip(baseline.Steps.Count)] : null;
    }

    // Each step is worth what the run with it pays more than the run with the steps before it.
    private static Attribution Attribute(
        Side side, Forecast baseline, Forecast other, IReadOnlyList<ReformStep> steps, ScenarioSource source, LaboratoryRuns runs)
    {
        var model = baseline.Model;
        var overrides = source.Overrides with { Seed = model.Seed, Replications = model.Replications };
        var prefixes = Enumerable.Range(1, Math.Max(0, steps.Count - 1))
            .Select(count => Prefix(side, [.. side.Steps, .. steps.Take(count)], source.Seeds, overrides))
            .Select(runs.Forecast);
        var forecasts = steps.Count == 0 ? [baseline] : new[] { baseline }.Concat(prefixes).Append(other).ToList();
        var count = forecasts.Min(forecast => forecast.Finished);
        var totals = forecasts.Select(forecast => ContrastFromForecasts.OutlayYuan(forecast)[..count].Sum()).ToList();
        return new Attribution(
            count, totals[0], [.. steps.Select((step, index) => new AttributedStep(step, totals[index + 1] - totals[index]))], totals[^1]);
    }

    private static LoadedScenario Prefix(Side side, IReadOnlyList<ReformStep> steps, string seeds, ScenarioOverrides overrides)
    {
        var read = ReformedScenario.Read(side.Source.Folder, seeds, overrides, steps);
        return read.Succeeded ? read.Value : throw new InvalidOperationException(string.Join('\n', read.Diagnostics));
    }
}
