// The bound expressions of one measure.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Policy.Entitlements;

/// <summary>Every expression of a measure as a function of its frame.</summary>
internal sealed record BoundParts(
    Bound When,
    Bound Amount,
    Bound? Minimum,
    Bound[] Caps,
    Bound[] PrincipalCaps,
    Bound? QuotaCount,
    Bound? UpliftFactor,
    Bound? UpliftWhen,
    (Bound? Share, Bound? When)[] Payers,
    Bound? PriorityWhen,
    IReadOnlySet<string> AmountNames)
{
    /// <summary>The payers of every claim, if their shares depend on no fact; else null.</summary>
    public PaidShare[]? SharedPayers { get; private init; }

    /// <summary>The ceilings of every claim without history, if they depend on no fact; else null.</summary>
    public Room[]? SharedRooms { get; private init; }

    /// <summary>Whether the formula or a ceiling reads that name.</summary>
    public bool AmountReads(string name) => AmountNames.Contains(name);

    public static BoundParts From(Measure measure, Binder binder)
    {
        Bound Number(Expression expression) => binder.Bind(expression, ValueKind.Number);
        Bound Truth(Expression expression) => binder.Bind(expression, ValueKind.Truth);
        Bound? Optional(Expression? expression, Func<Expression, Bound> bind) => expression is null ? null : bind(expression);
        var parts = new BoundParts(
            Truth(measure.When),
            Number(measure.Formula.Lower()),
            Optional(measure.Minimum, Number),
            [.. measure.Caps.Select(cap => Number(cap.Amount))],
            [.. measure.PrincipalCaps.Select(cap => Number(cap.Amount))],
            Optional(measure.Quota?.Count, Number),
            Optional(measure.Uplift?.Factor, Number),
            Optional(measure.Uplift?.When, Truth),
            [.. measure.Payers.Select(payer => (Optional(payer.Share, Number), Optional(payer.When, Truth)))],
            Optional(measure.Priority?.When, Truth),
            measure.Caps.Select(cap => cap.Amount).Append(measure.Formula.Lower()).SelectMany(ExpressionNames.In).ToHashSet());
        return parts with { SharedPayers = parts.PayersIfConstant(measure), SharedRooms = parts.RoomsIfConstant(measure) };
    }

    private PaidShare[]? PayersIfConstant(Measure measure)
    {
        if (!measure.Payers.All(payer => payer.When is null && (payer.Share is null || IsConstant(measure, payer.Share)))) return null;
        return [.. measure.Payers.Select((payer, index) => new PaidShare(
            payer.Payer, Payers[index].Share is { } share ? Constant(share) : null))];
    }

    private Room[]? RoomsIfConstant(Measure measure)
    {
        if (!measure.Caps.All(cap => IsConstant(measure, cap.Amount))) return null;
        var amounts = Caps.Select(Constant).ToList();
        return amounts.TrueForAll(amount => amount is not null)
            ? [.. amounts.Select(amount => new Room(amount!.Value, Fraction.Zero))]
            : null;
    }

    // What reads figures only needs no frame.
    private static bool IsConstant(Measure measure, Expression expression) =>
        ExpressionNames.In(expression).All(measure.Figures.ContainsKey);

    private static Fraction? Constant(Bound bound) => bound([]) is { IsNull: false } value ? value.Number : null;
}
