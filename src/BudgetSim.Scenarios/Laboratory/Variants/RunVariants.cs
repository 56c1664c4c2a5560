// Evaluates many variants of a scenario over one pass of draws.
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>The baseline's outcome and every variant's, in the order given.</summary>
public sealed record VariantOutcomes(VariantOutcome Baseline, IReadOnlyList<VariantOutcome> Variants);

/// <summary>
/// Claims are drawn and settled once per replication; each variant then reads the claims of its changed measures again
/// and settles the enterprises that this concerns. Every amount is the one that a run of its own gives.
/// </summary>
public static class RunVariants
{
    /// <summary>Runs the variants; those that cannot use the baseline's draws are run by themselves afterwards.</summary>
    public static VariantOutcomes Run(
        ScenarioModel baseline, IReadOnlyList<Variant> variants, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(variants);
        return SumLimit.Keep(
            variants.Select(variant => variant.Model).Prepend(baseline), () => RunAll(baseline, variants, threads, progress, stop));
    }

    /// <summary>How many runs of all replications the variants take, for progress.</summary>
    public static int RunsOf(IReadOnlyList<Variant> variants) => 1 + variants.Count(variant => variant.Changed is null);

    private static VariantOutcomes RunAll(
        ScenarioModel baseline, IReadOnlyList<Variant> variants, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        var own = new Variant(baseline, []) { KeepsTerms = true };
        var shared = variants.Where(variant => variant.Changed is not null).Prepend(own).ToList();
        var rivals = RivalsOf(baseline);
        var tallies = shared.Select(variant => new VariantTally(baseline, variant, rivals)).ToList();
        var count = Pass(baseline, tallies, threads, progress, stop);
        var outcomes = tallies.Select(tally => tally.Close(count)).ToList();
        var next = 1;
        var all = new List<VariantOutcome>();
        var done = baseline.Replications;
        foreach (var variant in variants)
        {
            all.Add(variant.Changed is not null ? outcomes[next++] : Alone(
                variant.Model, threads, progress is null ? null : new Shifted(progress, done), stop));
            if (variant.Changed is null) done += baseline.Replications;
        }

        return new VariantOutcomes(outcomes[0], all);
    }

    // Every thread takes the next replication; each writes to its own place, so their order does not matter.
    private static int Pass(
        ScenarioModel baseline, List<VariantTally> tallies, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        var groups = SettleVariants.Groups(tallies);
        var (next, done) = (0, 0);
        void Work()
        {
            var replicate = new Replicate(baseline);
            while (!stop.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref next) - 1;
                if (number >= baseline.Replications) break;
                var settled = new SettledReplication(replicate, number);
                SettleVariants.Add(number, settled, groups);
                progress?.Report(Interlocked.Increment(ref done));
            }
        }

        WorkingThreads.Run(threads, _ => Work());
        return Math.Min(next, baseline.Replications);
    }

    private static VariantOutcome Alone(ScenarioModel model, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        var tally = new VariantTally(model, new Variant(model, []) { KeepsTerms = true }, RivalsOf(model));
        return tally.Close(Pass(model, [tally], threads, progress, stop));
    }

    private static RivalAwards RivalsOf(ScenarioModel model) => new(model.Terms.Measures, model.Terms.LaneChoice);

    private sealed class Shifted(IProgress<int> progress, int before) : IProgress<int>
    {
        public void Report(int value) => progress.Report(before + value);
    }
}
