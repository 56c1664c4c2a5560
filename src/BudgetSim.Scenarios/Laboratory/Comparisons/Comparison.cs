// Runs any number of scenarios on the same draws and pairs each with the first.
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>Where policy documents are read and what the command line adds to every scenario.</summary>
public sealed record ScenarioSource(string Seeds, ScenarioOverrides Overrides);

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
    public static Comparison Run(IReadOnlyList<Side> sides, ScenarioSource source, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(sides);
        var runs = 0;
        Forecast Simulate(ScenarioModel model)
        {
            var before = runs++ * model.Replications;
            return RunReplications.Run(model, threads, progress is null ? null : new Shifted(progress, before), stop);
        }

        var baseline = Simulate(sides[0].Scenario.Model);
        var awards = EnterpriseAwards.Of(sides[0].Scenario.Model, EnterpriseReplications, threads, CancellationToken.None);
        var contrasts = sides.Skip(1).Select(side =>
        {
            var forecast = Simulate(side.Scenario.Model);
            var attribution = StepsBeyond(sides[0], side) is { } steps ? Attribute(sides[0], baseline, forecast, steps, source, Simulate) : null;
            return Of(baseline, awards, side, forecast, attribution, threads);
        });
        return new Comparison(sides[0], baseline, awards, [.. contrasts]);
    }

    /// <summary>Pairs a finished run with the baseline's.</summary>
    public static Contrast Of(Forecast baseline, EnterpriseAwards awards, Side side, Forecast forecast, Attribution? attribution, int threads)
    {
        ArgumentNullException.ThrowIfNull(side);
        var own = EnterpriseAwards.Of(side.Scenario.Model, EnterpriseReplications, threads, CancellationToken.None);
        return new Contrast(side, forecast, own)
        {
            Total = ContrastFromForecasts.Total(baseline, forecast),
            Clauses = ContrastFromForecasts.Clauses(baseline, forecast),
            Funds = ContrastFromForecasts.Funds(baseline, forecast),
            Payers = ContrastFromForecasts.Payers(baseline, forecast),
            Enterprises = WinnersAndLosers.Of(awards, own),
            Attribution = attribution,
        };
    }

    // The steps that the other side has and the baseline has not; null if they are not the same scenario.
    private static IReadOnlyList<ReformStep>? StepsBeyond(Side baseline, Side other)
    {
        var (before, after) = (baseline.Source.Reforms, other.Source.Reforms);
        var extends = Path.GetFullPath(baseline.Source.Folder) == Path.GetFullPath(other.Source.Folder) && after.Count >= before.Count && before.Select(reform => reform.File).SequenceEqual(after.Take(before.Count).Select(reform => reform.File));
        return extends ? [.. other.Steps.Skip(baseline.Steps.Count)] : null;
    }

    // Each step is worth what the run with it pays more than the run with the steps before it.
    private static Attribution Attribute(Side side, Forecast baseline, Forecast other, IReadOnlyList<ReformStep> steps, ScenarioSource source, Func<ScenarioModel, Forecast> simulate)
    {
        var model = baseline.Model;
        var overrides = source.Overrides with { Seed = model.Seed, Replications = model.Replications };
        var prefixes = Enumerable.Range(1, Math.Max(0, steps.Count - 1)).Select(count => Prefix(side, [.. side.Steps, .. steps.Take(count)], source.Seeds, overrides)).Select(simulate);
        var forecasts = steps.Count == 0 ? [baseline] : new[] { baseline }.Concat(prefixes).Append(other).ToList();
        var count = forecasts.Min(forecast => forecast.Finished);
        var totals = forecasts.Select(forecast => ContrastFromForecasts.OutlayYuan(forecast)[..count].Sum()).ToList();
        return new Attribution(count, totals[0], [.. steps.Select((step, index) => new AttributedStep(step, totals[index + 1] - totals[index]))], totals[^1]);
    }

    private static ScenarioModel Prefix(Side side, IReadOnlyList<ReformStep> steps, string seeds, ScenarioOverrides overrides)
    {
        var read = ReformedScenario.Read(side.Source.Folder, seeds, overrides, steps);
        return read.Succeeded ? read.Value.Model : throw new InvalidOperationException(string.Join('\n', read.Diagnostics));
    }

    private sealed class Shifted(IProgress<int> progress, int before) : IProgress<int>
    {
        public void Report(int value) => progress.Report(before + value);
    }
}
