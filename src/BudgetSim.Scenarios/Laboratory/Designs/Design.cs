// Chooses the values of paths that meet targets and keep as much support as possible.
using BudgetSim.Allocation.Optimization;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Scenarios.Laboratory.Sweeps;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>One set of values that was run.</summary>
public sealed record DesignPoint(IReadOnlyList<string> Values, VariantOutcome Outcome, long Money);

/// <summary>
/// The best point that meets the targets, or the closest if none does; <paramref name="Fresh"/> is its outcome on draws that
/// the choice has not seen.
/// </summary>
public sealed record Design(
    DesignQuestion Question,
    VariantOutcome Baseline,
    DesignPoint Best,
    bool IsFeasible,
    VariantOutcome Fresh,
    IReadOnlyList<DesignPoint> Tried,
    DesignProof Proof)
{
    /// <summary>What the paths are called, in their order.</summary>
    public required IReadOnlyList<Bilingual> Names { get; init; }

    /// <summary>Where nothing meets the targets: those out of reach and the closest that can be met.</summary>
    public IReadOnlyList<UnmetTarget> Unmet { get; init; } = [];

    /// <summary>
    /// Searches the grid of all values by passes: each runs a coarse grid of every block by itself, then a finer one around the
    /// chosen point, down to single steps. Every pass is one pass over the draws.
    /// </summary>
    public static Design Run(
        VariantSource source, DesignQuestion question, LaboratoryRuns runs, ILinearSolver? solver, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(runs);
        var search = new DesignSearch(source, question, runs);
        while (true)
        {
            var isWhole = search.Pass();
            var (chosen, proof) = DesignChoice.Of(search.Master, isWhole ? solver : null, stop);
            if (!isWhole && !runs.IsStopped)
            {
                search.Narrow(chosen);
                continue;
            }

            return Close(search, chosen, proof, runs);
        }
    }

    /// <summary>The seed of the draws that a design is verified on.</summary>
    public static ulong FreshSeed(ulong seed) => seed ^ 0x9E3779B97F4A7C15UL;

    private static Design Close(DesignSearch search, IReadOnlyList<DesignCandidate> chosen, DesignProof proof, LaboratoryRuns runs)
    {
        var (question, source) = (search.Question, search.Source);
        var values = search.Values(chosen);
        var variant = source.Make(Sweep.Steps(question.Paths, values));
        var outcomes = runs.Variants(source.Scenario, [variant]);
        var best = new DesignPoint(values, DesignSearch.InOrder(outcomes.Variants[0]), chosen.Sum(candidate => candidate.Money));
        var added = search.Master.Outcome(chosen);
        proof = proof with
        {
            IsExact = added.Funds.Zip(best.Outcome.Funds).All(pair => pair.First.Demand.AsSpan().SequenceEqual(pair.Second.Demand))
                && (chosen.Count > 1 || added.Outlay.AsSpan().SequenceEqual(best.Outcome.Outlay)),
        };
        var tried = search.Tried(best);
        var isFeasible = question.Targets.All(target => target.Excess(best.Outcome) == 0);
        var fresh = runs.Fresh(source.Scenario, variant, FreshSeed(source.Scenario.Model.Seed));
        return new Design(question, outcomes.Baseline, best, isFeasible, fresh, tried, proof)
        {
            Names = [.. question.Paths.Select(path => PathNames.Of(source.Scenario.Model, path.Path))],
            Unmet = isFeasible ? [] : UnmetTarget.Of(search),
        };
    }
}
