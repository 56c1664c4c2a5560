// Turns a syntax tree into a function over a frame of facts, checking names and types on the way.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Policy.Expressions;

/// <summary>An expression ready to run over a frame <c>[slot]</c> of its scope.</summary>
public delegate Value Bound(Value[] frame);

/// <summary>Binds expressions to a scope; every fault found goes into the list it was given.</summary>
public sealed class Binder(Scope scope, ICollection<Diagnostic> faults)
{
    /// <summary>The function of <paramref name="expression"/>, which must yield <paramref name="expected"/> (or null).</summary>
    public Bound Bind(Expression expression, ValueKind expected)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var (run, kind) = Compile(expression);
        Require(expression, kind, expected);
        return run;
    }

    private (Bound Run, ValueKind Kind) Compile(Expression expression) => expression switch
    {
        Expression.Literal literal => (_ => literal.Value, literal.Value.Kind),
        Expression.Name name => CompileName(name),
        Expression.Unary unary => CompileUnary(unary),
        Expression.Binary { Operator: Operator.And or Operator.Or } logic => CompileLogic(logic),
        Expression.Binary { Operator: >= Operator.Equal } comparison => CompileComparison(comparison),
        Expression.Binary arithmetic => CompileArithmetic(arithmetic),
        Expression.Membership membership => CompileMembership(membership),
        Expression.Choice choice => CompileChoice(choice),
        Expression.Call call => CompileCall(call),
        _ => throw new InvalidOperationException($"no rule for {expression.GetType().Name}"),
    };

    private (Bound, ValueKind) CompileName(Expression.Name name)
    {
        if (scope.TryFigure(name.Identifier, out var figure)) return (_ => figure, figure.Kind);
        var slot = scope.SlotOf(name.Identifier);
        if (slot >= 0) return (frame => frame[slot], scope.Slots[slot].Kind);
        faults.Add(Diagnostic.Error(
            name.At, "BS103", $"unknown name '{name.Identifier}'", NearestName.Hint(name.Identifier, scope.Known)));
        return (_ => Value.Null, ValueKind.Null);
    }

    private (Bound, ValueKind) CompileUnary(Expression.Unary unary)
    {
        if (unary.Operator == Operator.Not)
        {
            var truth = Bind(unary.Operand, ValueKind.Truth);
            return (frame => Value.Of(!truth(frame).Holds), ValueKind.Truth);
        }

        var number = Bind(unary.Operand, ValueKind.Number);
        return (frame => number(frame) is { IsNull: false } value ? Value.Of(-value.Number) : Value.Null, ValueKind.Number);
    }

    private (Bound, ValueKind) CompileLogic(Expression.Binary logic)
    {
        var left = Bind(logic.Left, ValueKind.Truth);
        var right = Bind(logic.Right, ValueKind.Truth);
        return logic.Operator == Operator.And
            ? (frame => left(frame).Holds ? Value.Of(right(frame).Holds) : Value.False, ValueKind.Truth)
            : (frame => left(frame).Holds ? Value.True : Value.Of(right(frame).Holds), ValueKind.Truth);
    }

    private (Bound, ValueKind) CompileComparison(Expression.Binary comparison)
    {
        var (left, leftKind) = Compile(comparison.Left);
        var (right, rightKind) = Compile(comparison.Right);
        RequireSame(comparison.Right, rightKind, leftKind);
        CheckChoice(comparison.Left, [comparison.Right]);
        CheckChoice(comparison.Right, [comparison.Left]);
        var holds = Test(comparison.Operator);
        return (frame => Compare(left(frame), right(frame), holds), ValueKind.Truth);
    }

    private static Value Compare(Value left, Value right, Func<int, bool> holds)
    {
        if (left.IsNull || right.IsNull || left.Kind != right.Kind) return Value.False;
        var order = left.Kind == ValueKind.Text ? string.CompareOrdinal(left.Text, right.Text) : left.Number.CompareTo(right.Number);
        return Value.Of(holds(order));
    }

    private static Func<int, bool> Test(Operator comparison) => comparison switch
    {
        Operator.Equal => order => order == 0,
        Operator.NotEqual => order => order != 0,
        Operator.Less => order => order < 0,
        Operator.LessOrEqual => order => order <= 0,
        Operator.Greater => order => order > 0,
        _ => order => order >= 0,
    };

    private (Bound, ValueKind) CompileArithmetic(Expression.Binary arithmetic)
    {
        var left = Bind(arithmetic.Left, ValueKind.Number);
        var right = Bind(arithmetic.Right, ValueKind.Number);
        return (frame => Calculate(arithmetic.Operator, left(frame), right(frame)), ValueKind.Number);
    }

    // Division by nothing is "not known": inside an eligible claim it does not occur.
    private static Value Calculate(Operator @operator, Value left, Value right)
    {
        if (left.IsNull || right.IsNull) return Value.Null;
        return @operator switch
        {
            Operator.Add => Value.Of(left.Number + right.Number),
            Operator.Subtract => Value.Of(left.Number - right.Number),
            Operator.Multiply => Value.Of(left.Number * right.Number),
            _ => right.Number.Sign == 0 ? Value.Null : Value.Of(left.Number / right.Number),
        };
    }

    private (Bound, ValueKind) CompileMembership(Expression.Membership membership)
    {
        var (item, kind) = Compile(membership.Item);
        var members = membership.Members.Select(member => CompileMember(member, kind)).ToArray();
        CheckChoice(membership.Item, membership.Members);
        return (frame => Value.Of(IsMember(item(frame), members, frame)), ValueKind.Truth);
    }

    private Bound CompileMember(Expression member, ValueKind kind)
    {
        var (run, memberKind) = Compile(member);
        RequireSame(member, memberKind, kind);
        return run;
    }

    private static bool IsMember(Value item, Bound[] members, Value[] frame)
    {
        if (item.IsNull) return false;
        foreach (var member in members)
        {
            if (member(frame) == item) return true;
        }

        return false;
    }

    private (Bound, ValueKind) CompileChoice(Expression.Choice choice)
    {
        var condition = Bind(choice.Condition, ValueKind.Truth);
        var (then, thenKind) = Compile(choice.Then);
        var (otherwise, otherwiseKind) = Compile(choice.Otherwise);
        RequireSame(choice.Otherwise, otherwiseKind, thenKind);
        var kind = thenKind == ValueKind.Null ? otherwiseKind : thenKind;
        return (frame => condition(frame).Holds ? then(frame) : otherwise(frame), kind);
    }

    private (Bound, ValueKind) CompileCall(Expression.Call call)
    {
        var arguments = call.Arguments.Select(argument => Bind(argument, ValueKind.Number)).ToArray();
        return call.Function switch
        {
            Function.Floor =>
                (frame => arguments[0](frame) is { IsNull: false } value ? Value.Of(Fraction.Of(value.Number.Floor(), 1)) : Value.Null,
                 ValueKind.Number),
            Function.Min => (frame => Extreme(arguments, frame, Fraction.Min), ValueKind.Number),
            _ => (frame => Extreme(arguments, frame, Fraction.Max), ValueKind.Number),
        };
    }

    private static Value Extreme(Bound[] arguments, Value[] frame, Func<Fraction, Fraction, Fraction> better)
    {
        var best = Value.Null;
        foreach (var argument in arguments)
        {
            var value = argument(frame);
            if (!value.IsNull) best = best.IsNull ? value : Value.Of(better(best.Number, value.Number));
        }

        return best;
    }

    private void Require(Expression expression, ValueKind found, ValueKind expected)
    {
        if (found == expected || found == ValueKind.Null) return;
        faults.Add(Diagnostic.Error(expression.At, "BS102", $"expected a {Word(expected)}, found a {Word(found)}"));
    }

    private void RequireSame(Expression expression, ValueKind found, ValueKind other)
    {
        if (other != ValueKind.Null) Require(expression, found, other);
    }

    private void CheckChoice(Expression subject, IEnumerable<Expression> values)
    {
        if (subject is not Expression.Name name || scope.SlotOf(name.Identifier) is not (>= 0 and var slot)) return;
        if (scope.Slots[slot] is not { Type: Vocabularies.AttributeType.Choice } attribute) return;
        foreach (var value in values.OfType<Expression.Literal>()
            .Where(value => value.Value.Text is { } text && !attribute.Choices.Contains(text)))
        {
            faults.Add(Diagnostic.Error(
                value.At,
                "BS104",
                $"'{attribute.Name}' has no value '{value.Value.Text}'; it takes {string.Join(", ", attribute.Choices)}",
                NearestName.Hint(value.Value.Text!, attribute.Choices)));
        }
    }

    private static string Word(ValueKind kind) => kind switch
    {
        ValueKind.Number => "number",
        ValueKind.Truth => "condition",
        ValueKind.Text => "text or date",
        _ => "value",
    };
}
