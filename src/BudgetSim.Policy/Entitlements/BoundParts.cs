// The bound expressions of one measure.
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
    /// <summary>Whether the formula or a ceiling reads that name.</summary>
    public bool AmountReads(string name) => AmountNames.Contains(name);

    public static BoundParts From(Measure measure, Binder binder)
    {
        Bound Number(Expression expression) => binder.Bind(expression, ValueKind.Number);
        Bound Truth(Expression expression) => binder.Bind(expression, ValueKind.Truth);
        Bound? Optional(Expression? expression, Func<Expression, Bound> bind) => expression is null ? null : bind(expression);
        return new BoundParts(
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
    }
}
