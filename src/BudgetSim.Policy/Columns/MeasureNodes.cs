// The fixed steps of one measure as operations on columns: conditions first, then formula, ceilings, discretion, floor.
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Policy.Columns;

/// <summary>
/// A measure's amount as a node in whole units of money; the column twin of <see cref="Entitle"/> and <see cref="AmountAlone"/>.
/// </summary>
internal sealed class MeasureNodes
{
    private readonly NodeGraph _graph;
    private readonly QuantityMath _math;
    private readonly CompiledMeasure _compiled;
    private readonly ColumnBinder _facts;
    private readonly IReadOnlyList<ColumnShape> _shapes;

    public MeasureNodes(NodeGraph graph, CompiledMeasure measure, IReadOnlyList<ColumnShape> shapes)
    {
        _graph = graph;
        _math = new QuantityMath(graph);
        _compiled = measure;
        _shapes = shapes;
        _facts = Binder(oneYuan: null);
    }

    private Measure Measure => _compiled.Measure;

    /// <summary>The floored amount, 0 where nothing is due, and the condition under which it is undetermined.</summary>
    public (int Units, int Undetermined) Amount(long unitsPerYuan)
    {
        var eligible = Eligible();
        var (inQuota, rankMissing) = Rank();
        var amount = Paid();
        var missing = Measure.Requires.Aggregate(
            _graph.Not(amount.Present), (any, name) => _graph.Or(any, _graph.Not(_facts.Fact(name).Present)));
        var undetermined = _graph.And(eligible, _graph.Or(rankMissing, _graph.And(inQuota, missing)));
        var scaled = _math.Multiply(amount, _math.Constant(unitsPerYuan));
        return (_graph.Blend(_graph.And(eligible, inQuota), _math.Floor(scaled).Node, _graph.Constant(0)), undetermined);
    }

    private ColumnBinder Binder(string? oneYuan) =>
        new(_graph, Measure.Figures, name => _compiled.SlotOf(name) is >= 0 and var slot ? _compiled.Slots[slot] : null, _shapes)
        {
            OneYuan = oneYuan,
        };

    private int Eligible()
    {
        var eligible = _compiled.IsInForce ? _facts.Truth(Measure.When) : NodeGraph.Never;
        if (_compiled.IsDraft) eligible = _graph.And(eligible, _facts.FactHolds(FactNames.TreatDraftAsInForce));
        eligible = _graph.And(eligible, InWindow());
        if (Measure.IsFirstTime || Measure.OnceKeys.Count > 0)
            eligible = _graph.And(eligible, _graph.Not(_facts.FactHolds(FactNames.AlreadyPaid)));
        if (Measure.Exclusions.Count > 0) eligible = _graph.And(eligible, _graph.Not(_facts.FactHolds(FactNames.ExclusiveAwardTaken)));
        return eligible;
    }

    // No date, no date test.
    private int InWindow()
    {
        var validity = Measure.Validity;
        var holds = NodeGraph.Always;
        if (validity.From is { } from)
            holds = _graph.And(holds, _facts.DateCompare(validity.DateAttribute, from, (date, first) => _graph.LessOrEqual(first, date)));
        if (validity.To is { } to) holds = _graph.And(holds, _facts.DateCompare(validity.DateAttribute, to, _graph.LessOrEqual));
        return _graph.Or(holds, _graph.Not(_facts.Fact(validity.DateAttribute).Present));
    }

    private (int InQuota, int Missing) Rank()
    {
        if (Measure.Quota is not { RankBy: { } rankBy } quota) return (NodeGraph.Always, NodeGraph.Never);
        var rank = _facts.Fact(rankBy);
        var count = _facts.Number(quota.Count);
        var fromFirst = _math.Compare(_math.Constant(Fraction.One), rank, _graph.LessOrEqual);
        return (_graph.And(fromFirst, _math.Compare(rank, count, _graph.LessOrEqual)), _graph.Not(rank.Present));
    }

    // Present where the formula and every ceiling are known.
    private Quantity Paid()
    {
        var stated = _facts.Number(Measure.Formula.Lower());
        var lifted = Uplifted(AtLeastZero(Measure.PrincipalCaps.Count == 0 ? stated : OnPrincipalLeft()));
        var known = stated.Present;
        foreach (var cap in Measure.Caps)
        {
            var ceiling = _facts.Number(cap.Amount);
            known = _graph.And(known, ceiling.Present);
            if (cap.Per != CapScope.Group) lifted = Least(lifted, AtLeastZero(Room(ceiling, FactNames.Paid(cap.Per)!)));
        }

        var granted = _math.Subtract(
            Granted(lifted), Measure.TopUp is null ? _math.Constant(0) : OrZero(_facts.Fact(FactNames.OtherLevelAwardPaid)));
        return AtLeastZero(granted) with { Present = known };
    }

    private Quantity OnPrincipalLeft()
    {
        var principal = Measure.PrincipalCaps[0].Attribute;
        var left = OrZero(_facts.Fact(principal));
        foreach (var cap in Measure.PrincipalCaps)
            left = Least(left, Room(_facts.Number(cap.Amount), FactNames.PrincipalSubsidised(cap.Per)));
        return _math.Multiply(AtLeastZero(Binder(principal).Number(Measure.Formula.Lower())), AtLeastZero(left));
    }

    private Quantity Uplifted(Quantity gross)
    {
        if (Measure.Uplift is not { } uplift) return gross;
        var factor = _math.Choose(_facts.Truth(uplift.When), OrZero(_facts.Number(uplift.Factor)), _math.Constant(Fraction.One));
        return _math.Multiply(gross, factor);
    }

    private Quantity Granted(Quantity amount)
    {
        if (Measure.IsCeiling) amount = Least(amount, _facts.Fact(FactNames.AssessedAmount));
        if (!Measure.IsCeiling) return amount;
        if (Measure.Minimum is { } minimum) amount = _math.Extreme(amount, _facts.Number(minimum), smaller: false);
        var ratio = _facts.Fact(FactNames.PayoutRatio);
        return _math.Multiply(amount, _math.Choose(ratio.Present, ratio, _math.Constant(Fraction.One)));
    }

    private Quantity Room(Quantity ceiling, string history) => _math.Subtract(ceiling, OrZero(_facts.Fact(history)));

    private Quantity OrZero(Quantity quantity) => _math.Choose(quantity.Present, quantity, _math.Constant(0));

    private Quantity Least(Quantity a, Quantity b) => _math.Extreme(a, b, smaller: true);

    private Quantity AtLeastZero(Quantity quantity) => _math.Extreme(quantity, _math.Constant(0), smaller: false);
}
