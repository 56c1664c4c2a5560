// Take-up, approval and payout of one measure, drawn once per replication.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Replications;

/// <summary>What a share is a share of.</summary>
public enum ReplicationShare
{
    /// <summary>Of those entitled, who apply.</summary>
    TakeUp,

    /// <summary>Of the applications, those approved.</summary>
    Approval,

    /// <summary>Of a ceiling, what is paid.</summary>
    Payout,
}

/// <summary>
/// Shares from 0 to 1. All cohorts that claim a measure read the same random number, so that a year in which few apply is one
/// for all of them.
/// </summary>
internal sealed class MeasureShares
{
    /// <summary>The fact that scales a ceiling.</summary>
    public const string PayoutRatio = FactNames.PayoutRatio;

    private const string Others = "*";
    private const long RatesPerOne = 10_000;

    private readonly ulong _seed;
    private readonly CohortClaim _claim;
    private readonly Distribution? _payout;
    private readonly Purpose _takeUpShare, _approvalShare, _payoutShare;

    /// <param name="seed">The scenario's seed.</param>
    /// <param name="claim">What is claimed, with its take-up and approval.</param>
    /// <param name="payoutRatios">The shares of ceilings that are paid, by measure or for all others; null where they do not
    /// matter.</param>
    public MeasureShares(ulong seed, CohortClaim claim, IReadOnlyDictionary<string, Distribution>? payoutRatios)
    {
        _seed = seed;
        _claim = claim;
        _takeUpShare = Purpose.Named(claim.Measure + "/take-up share");
        _approvalShare = Purpose.Named(claim.Measure + "/approval share");
        var hasOwn = payoutRatios?.TryGetValue(claim.Measure, out _payout) == true;
        if (!hasOwn) payoutRatios?.TryGetValue(Others, out _payout);
        _payoutShare = Purpose.Named(hasOwn ? claim.Measure + "/payout ratio" : "payout ratio");
    }

    public double TakeUp { get; private set; }

    public double Approval { get; private set; }

    /// <summary>The payout ratio to 0.01 %; null where the scenario gives none.</summary>
    public Value? Payout { get; private set; }

    public void Draw(int replication)
    {
        TakeUp = Share(_claim.TakeUp, replication, _takeUpShare);
        Approval = Share(_claim.Approval, replication, _approvalShare);
        if (_payout is not null)
            Payout = Value.Of(Fraction.Of((long)Math.Round(Share(_payout, replication, _payoutShare) * RatesPerOne), RatesPerOne));
    }

    /// <summary>The shares that differ between replications.</summary>
    public IEnumerable<(string Measure, ReplicationShare Kind, double Share)> Uncertain()
    {
        if (_claim.TakeUp is not Fixed) yield return (_claim.Measure, ReplicationShare.TakeUp, TakeUp);
        if (_claim.Approval is not Fixed) yield return (_claim.Measure, ReplicationShare.Approval, Approval);
        if (_payout is not (null or Fixed)) yield return (_claim.Measure, ReplicationShare.Payout, Payout!.Value.Number.ToDouble());
    }

    private double Share(Distribution distribution, int replication, Purpose purpose) =>
        Math.Clamp(
            distribution is Fixed { Value: var share } ? share : distribution.Sample(RandomStream.For(_seed, replication, 0, purpose)),
            0,
            1);
}
