// Adds up one combination of every block to the outcome of the whole, and finds the best by looking at all.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>
/// The choice among the candidates of all blocks. Whole yuan throughout: a combination's demand on every fund is exactly that
/// of its run; what a fund pays when short is exact where one block touches it, else its limit.
/// </summary>
internal sealed class DesignMaster
{
    /// <summary>More combinations than this are not looked at one by one.</summary>
    public const long MostCombinations = 20_000;

    /// <summary>About as many combinations are shown.</summary>
    public const int MostShown = 300;

    private readonly ScenarioModel _model;
    private readonly bool[] _cuts;
    private readonly bool[] _isShared;
    private readonly Dictionary<DesignCandidate, bool[]> _moves;
    private readonly Dictionary<DesignCandidate, long> _losses;
    private readonly long[] _entitled;

    public DesignMaster(DesignQuestion question, ScenarioModel model, VariantOutcome reference, IReadOnlyList<DesignBlock> blocks)
    {
        (Question, _model, Reference, Blocks) = (question, model, reference, blocks);
        _cuts = [.. reference.Funds.Select(fund => model.Terms.Funds[model.Terms.FundIndex(fund.Fund)].Shortage != ShortageRule.Report)];
        _entitled = Entitled(reference);
        var candidates = blocks.SelectMany(block => block.Candidates).ToList();
        _moves = candidates.ToDictionary(
            candidate => candidate,
            candidate => reference.Funds.Select((fund, index) => Moves(fund, candidate.Outcome.Funds[index])).ToArray());
        _losses = question.Objective == DesignObjective.LeastCut ? candidates.ToDictionary(candidate => candidate, Loss) : [];
        _isShared = [.. reference.Funds
            .Select((_, fund) => blocks.Count(block => block.Candidates.Exists(candidate => _moves[candidate][fund])) > 1)];
    }

    public DesignQuestion Question { get; }

    public VariantOutcome Reference { get; }

    public IReadOnlyList<DesignBlock> Blocks { get; }

    /// <summary>How many combinations there are.</summary>
    public Int128 Combinations => Blocks.Aggregate((Int128)1, (product, block) => product * block.Candidates.Count);

    /// <summary>
    /// Whether a fund (by place in the reference) is touched by several blocks, so that what it cuts depends on them together.
    /// </summary>
    public bool IsShared(int fund) => _isShared[fund];

    /// <summary>Whether a fund cuts awards when it is short.</summary>
    public bool Cuts(int fund) => _cuts[fund];

    /// <summary>The outcome of one candidate of each block together.</summary>
    public VariantOutcome Outcome(IReadOnlyList<DesignCandidate> chosen)
    {
        if (chosen.Count == 1) return chosen[0].Outcome;
        var outlay = (long[])_entitled.Clone();
        foreach (var candidate in chosen)
        {
            var entitled = Entitled(candidate.Outcome);
            for (var replication = 0; replication < outlay.Length; replication++)
                outlay[replication] += entitled[replication] - _entitled[replication];
        }

        var funds = Reference.Funds.Select((fund, index) => Sum(fund, index, chosen)).ToList();
        foreach (var fund in funds)
        {
            for (var replication = 0; replication < outlay.Length; replication++)
                outlay[replication] -= fund.Demand[replication] - fund.Paid[replication];
        }

        return new VariantOutcome(
            Reference.Finished,
            outlay,
            funds,
            Reference.Enterprises + chosen.Sum(candidate => candidate.Outcome.Enterprises - Reference.Enterprises))
        {
            InPairs = Reference.InPairs,
        };
    }

    /// <summary>What is kept, to be as large as possible; yuan or enterprises over all replications.</summary>
    public double Support(IReadOnlyList<DesignCandidate> chosen, VariantOutcome outcome) => Question.Objective switch
    {
        DesignObjective.Enterprises => outcome.Enterprises,
        DesignObjective.LeastCut => -(double)chosen.Sum(Cut),
        _ => (double)outcome.Outlay.Aggregate((Int128)0, (sum, yuan) => sum + yuan),
    };

    /// <summary>What a candidate takes off against the reference, replication by replication; for the least cut only.</summary>
    public long Cut(DesignCandidate candidate) => _losses[candidate];

    /// <summary>How far the targets are missed in all; 0 where every one is met.</summary>
    public double Excess(VariantOutcome outcome) => Question.Targets.Sum(target => target.RelativeExcess(outcome));

    /// <summary>
    /// The yuan missing for all targets together; among points that miss them by as much, the one that lacks less is closer.
    /// </summary>
    public double Lack(VariantOutcome outcome) => Question.Targets.Sum(target => (double)target.Lack(outcome));

    /// <summary>Every combination, the last block moving fastest.</summary>
    public IEnumerable<DesignCandidate[]> All()
    {
        IEnumerable<DesignCandidate[]> all = [[]];
        foreach (var block in Blocks)
            all = all.SelectMany(chosen => block.Candidates.Select(candidate => (DesignCandidate[])[.. chosen, candidate]));
        return all;
    }

    /// <summary>
    /// The best combination by looking at every one: nearest to the targets, then the least money, then the most support, then the first.
    /// </summary>
    public IReadOnlyList<DesignCandidate> Exhaustive() => All().MinBy(Rank)!;

    /// <summary>What a combination is compared by; less is better.</summary>
    public (double Excess, double Lack, long Money, double Loss) Rank(IReadOnlyList<DesignCandidate> chosen)
    {
        var outcome = Outcome(chosen);
        return (Excess(outcome), Lack(outcome), chosen.Sum(candidate => candidate.Money), -Support(chosen, outcome));
    }

    /// <summary>The same candidates under other targets.</summary>
    public DesignMaster For(params IReadOnlyList<DesignTarget> targets) =>
        new(Question with { Targets = targets }, _model, Reference, Blocks);

    // Whole outlays before any fund's cut.
    private static long[] Entitled(VariantOutcome outcome)
    {
        var entitled = (long[])outcome.Outlay.Clone();
        foreach (var fund in outcome.Funds)
        {
            for (var replication = 0; replication < entitled.Length; replication++)
                entitled[replication] += fund.Demand[replication] - fund.Paid[replication];
        }

        return entitled;
    }

    private long Loss(DesignCandidate candidate)
    {
        var (own, loss) = (Entitled(candidate.Outcome), 0L);
        for (var replication = 0; replication < own.Length; replication++) loss += Math.Max(0, _entitled[replication] - own[replication]);
        return loss;
    }

    private static bool Moves(VariantFund old, VariantFund now) => old.Limit != now.Limit || !old.Demand.AsSpan().SequenceEqual(now.Demand);

    private VariantFund Sum(VariantFund fund, int index, IReadOnlyList<DesignCandidate> chosen)
    {
        var movers = chosen.Where(candidate => _moves[candidate][index]).ToList();
        if (movers.Count == 0) return fund;
        if (movers.Count == 1) return movers[0].Outcome.Funds[index];
        var limit = fund.Limit + movers.Sum(candidate => candidate.Outcome.Funds[index].Limit - fund.Limit);
        var demand = new long[fund.Demand.Length];
        for (var replication = 0; replication < demand.Length; replication++)
            demand[replication] = fund.Demand[replication]
                + movers.Sum(candidate => candidate.Outcome.Funds[index].Demand[replication] - fund.Demand[replication]);
        return new VariantFund(
            fund.Fund, fund.Year, limit, demand, [.. demand.Select(yuan => _cuts[index] ? Math.Min(yuan, limit ?? yuan) : yuan)]);
    }
}
