// How the subjects of one cohort claim under one measure.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Simulation.Replications;

/// <summary>Who applies, who is approved, and the claims that come of it; the frame serves every claim of the measure in turn.</summary>
internal sealed class MeasureFiling
{
    private readonly ScenarioModel _model;
    private readonly CohortClaim _claim;
    private readonly CompiledMeasure _measure;
    private readonly int _index;
    private readonly int _dateSlot;
    private readonly Value[] _frame;
    private readonly (int Slot, int Source)[] _sources;
    private readonly int[] _rankSlots;
    private readonly Purpose _takeUp;
    private readonly Purpose _approval;
    private readonly MeasureShares _shares;
    private readonly int _payoutSlot;
    private readonly Purpose _amount;
    private readonly EarlierFacts? _earlier;
    private int _filed;
    private Value _middle;
    private double _probability;
    private PaymentDraws? _payments;

    public MeasureFiling(
        ScenarioModel model, string cohort, CohortClaim claim, IReadOnlyList<string> names, IReadOnlyCollection<string> ranks)
    {
        _model = model;
        _claim = claim;
        _index = model.Terms.IndexOf(claim.Measure);
        _measure = model.Terms.Compiled[_index];
        _frame = _measure.Frame(model.Parameters);
        _dateSlot = _measure.SlotOf(_measure.Measure.Validity.DateAttribute);
        _sources = [.. names.Select((name, source) => (Slot: _measure.SlotOf(name), source)).Where(pair => pair.Slot >= 0)];
        _rankSlots = [.. ranks.Select(_measure.SlotOf).Where(slot => slot >= 0)];
        _takeUp = Purpose.Named($"{cohort}/{claim.Measure}/take-up");
        _amount = Purpose.Named($"{cohort}/{claim.Measure}/amount");
        _approval = Purpose.Named($"{cohort}/{claim.Measure}/approval");
        _payoutSlot = names.Contains(MeasureShares.PayoutRatio) ? -1 : _measure.SlotOf(MeasureShares.PayoutRatio);
        _earlier = model.Pool.Earlier is null ? null : new EarlierFacts(model, _index, names.Concat(model.Parameters.Keys));
        _shares = new MeasureShares(model.Seed, claim, _payoutSlot < 0 ? null : model.PayoutRatios);
    }

    /// <summary>Draws the shares of a replication.</summary>
    public void StartReplication(int replication)
    {
        _shares.Draw(replication);
        if (_shares.Payout is { } ratio) _frame[_payoutSlot] = ratio;
    }

    /// <summary>The shares that were drawn, where they are uncertain.</summary>
    public IEnumerable<(string Measure, ReplicationShare Kind, double Share)> Shares() => _shares.Uncertain();

    public void StartYear(int year, PaymentDraws? payments)
    {
        _filed = 0;
        _middle = MiddleOf(year);
        _payments = payments;
        _probability = payments?.TakeUp ?? _shares.TakeUp;
    }

    /// <summary>Marks the values that the measure reads.</summary>
    public void Mark(bool[] isRead)
    {
        foreach (var (_, source) in _sources) isRead[source] = true;
    }

    /// <summary>Whether a subject applies and is approved.</summary>
    public bool TakesUp(in SubjectStreams streams, Leaf leaf) =>
        (leaf.Loan == 0 || _claim.Per == ObjectLevel.Loan)
        && (leaf.Project == 0 || _claim.Per != ObjectLevel.Enterprise)
        && RandomStream.For(streams.Loan, streams.Replication, streams.Subject, _takeUp).Happens(0, _probability)
        && (_shares.Approval >= 1 || RandomStream.For(streams.Loan, streams.Replication, streams.Subject, _approval)
            .Happens(0, _shares.Approval));

    /// <summary>The claim of one subject in a region (-1: not known).</summary>
    public Claim File(in Filed filed, int region, Value[] values, List<Value[]>? facts)
    {
        foreach (var (slot, source) in _sources) _frame[slot] = values[source];
        foreach (var slot in _rankSlots) _frame[slot] = Value.Of(_filed + 1);
        if (_dateSlot >= 0) _frame[_dateSlot] = filed.Date.IsNull ? _middle : filed.Date;
        _earlier?.Tell(filed.Keys, filed.Year, _frame);
        var paid = _payments?.Amount(
            RandomStream.For(filed.Streams.Loan, filed.Streams.Replication, filed.Streams.Subject, _amount), filed.Year);
        var entitlement = paid is { } yuan ? EntitleAsPaid.From(_measure, _frame, yuan) : Entitle.FromFacts(_measure, _frame);
        if (entitlement.Standing != Standing.NotEligible) _filed++; // who is not eligible takes no place in the ranking
        var claim = ClaimFromEntitlement.Make(_model.Terms, _index, entitlement, "", filed.Keys, filed.Year, _frame);
        facts?.Add([.. _frame]);
        if (region < 0 && claim.UpliftPot != UpliftPot.Unknown) return claim;
        return claim with { Region = region, UpliftPot = claim.UpliftPot == UpliftPot.Unknown ? PotOf() : claim.UpliftPot };
    }

    private static Value MiddleOf(int year) => Value.Of($"{year}-06-30");

    private UpliftPot PotOf()
    {
        var pot = 0;
        foreach (var name in _model.UpliftBudgets.Keys)
        {
            if (name == _claim.Measure || name == "*") return new UpliftPot(pot);
            pot++;
        }

        return UpliftPot.Unknown;
    }
}
