// Walks and compares expressions, for checks that look across rules.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;

namespace BudgetSim.Scenarios.Policies;

/// <summary>Parts, names and a place-free text of expressions.</summary>
internal static class ExpressionParts
{
    /// <summary>Every expression of a measure, with the path of its field.</summary>
    public static IEnumerable<Expression> Of(Measure measure) =>
    [
        measure.When,
        measure.Formula.Lower(),
        .. measure.Caps.Select(cap => cap.Amount),
        .. measure.PrincipalCaps.Select(cap => cap.Amount),
        .. measure.Payers.SelectMany(payer => new[] { payer.Share, payer.When }).OfType<Expression>(),
        .. new[] { measure.Minimum, measure.Quota?.Count, measure.Uplift?.Factor, measure.Uplift?.When, measure.Priority?.When }
            .OfType<Expression>(),
    ];

    /// <summary>Every name an expression uses, members of lists included.</summary>
    public static IEnumerable<string> Names(Expression expression) =>
        Parts(expression).OfType<Expression.Name>().Select(name => name.Identifier);

    /// <summary>The expression and everything inside it, from left to right.</summary>
    public static IEnumerable<Expression> Parts(Expression expression) => Inside(expression).SelectMany(Parts).Prepend(expression);

    /// <summary>The same text for expressions that differ only in where they stand.</summary>
    public static string Text(Expression expression) => expression switch
    {
        Expression.Literal literal => literal.Value.ToString(),
        Expression.Name name => name.Identifier,
        Expression.Unary unary => $"{unary.Operator}({Text(unary.Operand)})",
        Expression.Binary binary => $"({Text(binary.Left)} {binary.Operator} {Text(binary.Right)})",
        Expression.Membership membership => $"({Text(membership.Item)} in {Texts(membership.Members)})",
        Expression.Choice choice => $"if {Texts([choice.Condition, choice.Then, choice.Otherwise])}",
        Expression.Call call => $"{call.Function} {Texts(call.Arguments)}",
        _ => expression.ToString(),
    };

    /// <summary>The parts of an "and", from left to right.</summary>
    public static IEnumerable<Expression> Conjuncts(Expression expression) =>
        expression is Expression.Binary { Operator: Operator.And } both ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [expression];

    /// <summary>The number an expression always is: a literal or a figure of the measure; null otherwise.</summary>
    public static Fraction? Constant(Expression? expression, Measure measure) => expression switch
    {
        Expression.Literal { Value.Kind: ValueKind.Number } literal => literal.Value.Number,
        Expression.Name name when measure.Figures.TryGetValue(name.Identifier, out var figure) && figure.Kind == ValueKind.Number =>
            figure.Number,
        Expression.Unary { Operator: Operator.Negate } negative when Constant(negative.Operand, measure) is { } number => -number,
        _ => null,
    };

    /// <summary>The most an expression can be as far as its figures say; null where they say nothing.</summary>
    public static Fraction? UpperBound(Expression expression, Measure measure) => expression switch
    {
        Expression.Call { Function: Function.Min } least =>
            least.Arguments.Select(argument => UpperBound(argument, measure)).Min(bound => bound),
        Expression.Call { Function: Function.Max } most => Largest(most.Arguments, measure),
        Expression.Choice choice => Largest([choice.Then, choice.Otherwise], measure),
        Expression.Binary { Operator: Operator.Add } sum when UpperBound(sum.Left, measure) is { } left
            && UpperBound(sum.Right, measure) is { } right =>
            left + right,
        _ => Constant(expression, measure),
    };

    private static IEnumerable<Expression> Inside(Expression expression) => expression switch
    {
        Expression.Membership membership => membership.Members.Prepend(membership.Item),
        Expression.Unary unary => [unary.Operand],
        Expression.Binary binary => [binary.Left, binary.Right],
        Expression.Choice choice => [choice.Condition, choice.Then, choice.Otherwise],
        Expression.Call call => call.Arguments,
        _ => [],
    };

    private static Fraction? Largest(IEnumerable<Expression> parts, Measure measure) =>
        parts.Select(part => UpperBound(part, measure))
            .Aggregate(
                (Fraction?)Fraction.Zero, (most, bound) => most is { } known && bound is { } other ? Fraction.Max(known, other) : null);

    private static string Texts(IEnumerable<Expression> parts) => $"[{string.Join(", ", parts.Select(Text))}]";
}
