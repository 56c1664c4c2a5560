// The runs of one laboratory command: what is kept from before is not computed again.
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Results;

/// <summary>
/// Runs scenarios and variants with the threads given; <paramref name="progress"/> is told how many replications are behind.
/// </summary>
public sealed class LaboratoryRuns(ResultCache cache, int threads, IProgress<int>? progress, CancellationToken stop)
{
    /// <summary>A sweep with more variants than this is not kept.</summary>
    public const int MostKeptVariants = 1000;

    private int _behind;

    /// <summary>Whether the user asked to stop.</summary>
    public bool IsStopped => stop.IsCancellationRequested;

    /// <summary>Replications that were drawn and settled, not found in the cache.</summary>
    public long ReplicationsRun { get; private set; }

    /// <summary>The forecast of a scenario.</summary>
    public Forecast Forecast(LoadedScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Get(
            ResultKey.Of(scenario).For("forecast"),
            scenario.Model.Replications,
            bytes => ResultBytes.ForecastOf(bytes, scenario.Model),
            shifted => RunReplications.Run(scenario.Model, threads, shifted, stop),
            forecast => forecast.WasStopped ? null : ResultBytes.Of(forecast));
    }

    /// <summary>What each enterprise is paid in the first replications.</summary>
    public EnterpriseAwards Awards(LoadedScenario scenario, int replications)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var key = ResultKey.Of(scenario).For($"awards of {replications}");
        if (Found(key, ResultBytes.AwardsOf) is { } known) return known;
        ReplicationsRun += Math.Min(replications, scenario.Model.Replications);
        var awards = EnterpriseAwards.Of(scenario.Model, replications, threads, CancellationToken.None);
        cache.Keep(key, ResultBytes.Of(awards));
        return awards;
    }

    /// <summary>The baseline's outcome and every variant's, in one pass over the draws that are still needed.</summary>
    public VariantOutcomes Variants(LoadedScenario scenario, IReadOnlyList<Variant> variants)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(variants);
        var (model, key) = (scenario.Model, ResultKey.Of(scenario));
        ResultKey? KeyOf(Variant? variant) =>
            variants.Count > MostKeptVariants || variant is { Key: null } ? null : key.For("outcome " + variant?.Key);
        VariantOutcome? Kept(Variant? variant) => KeyOf(variant) is { } known ? Found(known, ResultBytes.OutcomeOf) : null;
        var baseline = Kept(null);
        var known = variants.Select(Kept).ToList();
        var missing = Enumerable.Range(0, variants.Count).Where(index => known[index] is null).ToList();
        if (baseline is null || missing.Count > 0)
        {
            var asked = missing.Select(index => variants[index]).ToList();
            var outcomes = RunVariants.Run(model, asked, threads, Shifted(), stop);
            ReplicationsRun += (long)model.Replications * RunVariants.RunsOf(asked);
            baseline = outcomes.Baseline;
            Keep(KeyOf(null), baseline, model);
            for (var place = 0; place < missing.Count; place++)
            {
                known[missing[place]] = outcomes.Variants[place];
                Keep(KeyOf(asked[place]), outcomes.Variants[place], model);
            }
        }

        _behind += model.Replications * RunVariants.RunsOf(variants);
        progress?.Report(_behind);
        return new VariantOutcomes(baseline, [.. known.Select(outcome => outcome!)]);
    }

    /// <summary>A variant on the draws of another seed.</summary>
    public VariantOutcome Fresh(LoadedScenario scenario, Variant variant, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(variant);
        var model = variant.Model with { Seed = seed };
        return Get(
            ResultKey.Of(scenario).For($"outcome {variant.Key}").For($"seed {seed}"),
            model.Replications,
            ResultBytes.OutcomeOf,
            shifted => RunVariants.Run(model, [], threads, shifted, stop).Baseline,
            outcome => variant.Key is null || outcome.Finished < model.Replications ? null : ResultBytes.Of(outcome));
    }

    private T Get<T>(ResultKey key, int replications, Func<byte[], T?> read, Func<IProgress<int>?, T> run, Func<T, byte[]?> bytes)
        where T : class
    {
        var result = Found(key, read);
        if (result is null)
        {
            result = run(Shifted());
            ReplicationsRun += replications;
            if (bytes(result) is { } written) cache.Keep(key, written);
        }

        _behind += replications;
        progress?.Report(_behind);
        return result;
    }

    private T? Found<T>(ResultKey key, Func<byte[], T?> read)
        where T : class
    {
        if (cache.Find(key) is not { } bytes) return null;
        var result = read(bytes);
        if (result is null) cache.Refuse();
        return result;
    }

    private void Keep(ResultKey? key, VariantOutcome outcome, ScenarioModel model)
    {
        if (key is not null && outcome.Finished == model.Replications) cache.Keep(key, ResultBytes.Of(outcome));
    }

    private IProgress<int>? Shifted() => progress is null ? null : new ShiftedProgress(progress, _behind);

    private sealed class ShiftedProgress(IProgress<int> progress, int before) : IProgress<int>
    {
        public void Report(int value) => progress.Report(before + value);
    }
}
