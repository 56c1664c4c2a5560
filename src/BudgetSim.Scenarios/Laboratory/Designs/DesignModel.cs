// Chooses one candidate of every block with OR-Tools: whole numbers, one row per replication that can miss its target.
using BudgetSim.Allocation.Optimization;
using BudgetSim.Scenarios.Laboratory.Variants;

namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>
/// A selection model over a sample of the replications. A choice y per replication says that it may miss its bound; their
/// number is what the target allows. Where several blocks share a fund that cuts, what it cuts is a variable.
/// </summary>
internal sealed class DesignModel(DesignMaster master, int sample)
{
    private readonly LinearModelBuilder _builder = new();
    private readonly List<List<int>> _choices = [];

    /// <summary>The candidates that the solver takes, or its answer without values.</summary>
    /// <param name="slack">By how much each target is tightened: a share for shares, yuan otherwise.</param>
    public (IReadOnlyList<DesignCandidate>? Chosen, SolverAnswer Answer) Solve(
        ILinearSolver solver, IReadOnlyList<double> slack, CancellationToken stop)
    {
        var gains = master.Blocks.Select(block => block.Candidates.Select(Gain).ToList()).ToList();
        var perMoney = 1 + gains.Sum(block => block.Max() - block.Min()); // in the units of support: above any difference of it
        for (var block = 0; block < gains.Count; block++)
            _choices.Add([.. master.Blocks[block].Candidates
                .Select(
                    (candidate, index) => _builder.AddBoolean(Math.Round(gains[block][index] - (candidate.Money / 10_000.0 * perMoney))))]);
        foreach (var choices in _choices) _builder.AddSum(1, 1, [.. choices]);
        AddSharedCuts();
        for (var index = 0; index < master.Question.Targets.Count; index++) AddTarget(master.Question.Targets[index], slack[index]);
        var answer = solver.Solve(_builder.Build(maximise: true), SolverLimits.Default, stop);
        return answer.HasValues
            ? ([.. _choices.Select(
                (choices, block) => master.Blocks[block].Candidates[choices.FindIndex(choice => answer.Values[choice] > 0.5)])],
                answer)
            : (null, answer);
    }

    private double Gain(DesignCandidate candidate) => master.Question.Objective switch
    {
        DesignObjective.Enterprises => candidate.Outcome.Enterprises - master.Reference.Enterprises,
        DesignObjective.LeastCut => -master.Cut(candidate) / 10_000,
        _ =>
            Enumerable.Range(0, sample).Sum(replication => Paid(candidate.Outcome, replication) - Paid(master.Reference, replication))
                / 10_000,
    };

    // What is paid but for the cuts of shared funds, which are variables of their own.
    private long Paid(VariantOutcome outcome, int replication)
    {
        var paid = outcome.Outlay[replication];
        for (var fund = 0; fund < outcome.Funds.Count; fund++)
        {
            if (IsShared(fund)) paid += outcome.Funds[fund].Demand[replication] - outcome.Funds[fund].Paid[replication];
        }

        return paid;
    }

    private bool IsShared(int fund) => master.Cuts(fund) && master.IsShared(fund);

    // cut >= demand - limit, in whole 10,000 yuan rounded up, never negative; more support is less cut.
    private void AddSharedCuts()
    {
        if (master.Question.Objective != DesignObjective.TotalPaid) return;
        for (var fund = 0; fund < master.Reference.Funds.Count; fund++)
        {
            if (!IsShared(fund)) continue;
            var place = fund;
            for (var replication = 0; replication < sample; replication++)
            {
                var at = replication;
                var (low, terms) = Terms(outcome => Over(outcome, place, at));
                if (low + terms.Sum(block => block.Max()) <= 0) continue;
                var most = (double)(low + terms.Sum(block => block.Max()));
                var cut = _builder.AddInteger(0, Math.Ceiling(most / 10_000), -1);
                AddRow(low, terms, cut, 10_000);
            }
        }
    }

    private void AddTarget(DesignTarget target, double slack)
    {
        switch (target.Result)
        {
            case TargetResult.Shortage:
                AddShortage(target, Math.Floor(((target.Limit - slack) * sample) + 1e-9));
                break;
            case TargetResult.P95:
                AddChance(
                    outcome => replication => outcome.Outlay[replication],
                    (long)Math.Floor(target.Limit - slack),
                    sample - (int)Math.Ceiling((0.95 * sample) - 1e-9));
                break;
            case TargetResult.Mean:
                var (low, terms) = Terms(outcome => Enumerable.Range(0, sample).Sum(replication => outcome.Outlay[replication]));
                AddRow(low - (long)Math.Floor((target.Limit - slack) * sample), terms, null, 0);
                break;
            default:
                for (var block = 0; block < _choices.Count; block++) Forbid(block, target, slack);
                break;
        }
    }

    // Only one block moves the ratio (they would have met in the fund), so each of its candidates has the whole's, also the one that
    // changes nothing.
    private void Forbid(int block, DesignTarget target, double slack)
    {
        var (reached, reference) =
            (master.Blocks[block].Candidates.Select(candidate => target.Of(candidate.Outcome)).ToList(), target.Of(master.Reference));
        if (reached.TrueForAll(ratio => Math.Abs(ratio - reference) <= 0)) return;
        for (var candidate = 0; candidate < reached.Count; candidate++)
        {
            if (reached[candidate] < target.Limit + slack) _builder.AddSum(0, 0, [_choices[block][candidate]]);
        }
    }

    private void AddShortage(DesignTarget target, double allowed)
    {
        var misses = new List<int>();
        for (var replication = 0; replication < sample; replication++)
        {
            var at = replication;
            int? miss = null;
            for (var fund = 0; fund < master.Reference.Funds.Count; fund++)
            {
                var place = fund;
                if (target.Fund is { } only && master.Reference.Funds[fund].Fund != only) continue;
                var (low, terms) = Terms(outcome => Over(outcome, place, at));
                var most = low + terms.Sum(block => block.Max());
                if (most <= 0) continue;
                miss ??= Miss(misses);
                AddRow(low, terms, miss, most);
            }
        }

        if (misses.Count > 0) _builder.AddSum(0, allowed, [.. misses]);
    }

    private void AddChance(Func<VariantOutcome, Func<int, long>> of, long limit, int allowed)
    {
        var misses = new List<int>();
        for (var replication = 0; replication < sample; replication++)
        {
            var at = replication;
            var (low, terms) = Terms(outcome => of(outcome)(at));
            var most = low - limit + terms.Sum(block => block.Max());
            if (most > 0) AddRow(low - limit, terms, Miss(misses), most);
        }

        if (misses.Count > 0) _builder.AddSum(0, allowed, [.. misses]);
    }

    private int Miss(List<int> misses)
    {
        misses.Add(_builder.AddBoolean());
        return misses[^1];
    }

    private static long Over(VariantOutcome outcome, int fund, int replication) =>
        outcome.Funds[fund].Due(replication) - (outcome.Funds[fund].Money(replication) ?? outcome.Funds[fund].Due(replication));

    // A figure of the reference, and what each candidate of each block adds to it.
    private (long Reference, List<long[]> Terms) Terms(Func<VariantOutcome, long> figure)
    {
        var own = figure(master.Reference);
        return (own, [.. master.Blocks.Select(block => block.Candidates.Select(candidate => figure(candidate.Outcome) - own).ToArray())]);
    }

    // reference + what is chosen adds - weight x relief <= 0
    private void AddRow(long reference, List<long[]> terms, int? relief, double weight)
    {
        var (columns, coefficients) = (new List<int>(), new List<double>());
        for (var block = 0; block < terms.Count; block++)
        {
            for (var candidate = 0; candidate < terms[block].Length; candidate++)
            {
                if (terms[block][candidate] == 0) continue;
                columns.Add(_choices[block][candidate]);
                coefficients.Add(terms[block][candidate]);
            }
        }

        if (relief is { } variable)
        {
            columns.Add(variable);
            coefficients.Add(-weight);
        }

        _builder.AddRow(double.NegativeInfinity, -reference, [.. columns], [.. coefficients]);
    }
}
