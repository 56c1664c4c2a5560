// The syntax tree of the small expression language in which conditions, bases and caps are written.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Policy.Expressions;

/// <summary>An expression over attributes, parameters and figures; a closed family. <see cref="At"/> is where it starts.</summary>
public abstract record Expression(Place At)
{
    /// <summary>A number, text, truth value or null written out.</summary>
    public sealed record Literal(Place At, Value Value) : Expression(At);

    /// <summary>An attribute, a parameter or a figure.</summary>
    public sealed record Name(Place At, string Identifier) : Expression(At);

    /// <summary><c>-x</c> or <c>not x</c>.</summary>
    public sealed record Unary(Place At, Operator Operator, Expression Operand) : Expression(At);

    /// <summary>Two operands around an operator.</summary>
    public sealed record Binary(Place At, Operator Operator, Expression Left, Expression Right) : Expression(At);

    /// <summary><c>x in ["a", "b"]</c>.</summary>
    public sealed record Membership(Place At, Expression Item, IReadOnlyList<Expression> Members) : Expression(At);

    /// <summary><c>if(condition, then, otherwise)</c>; only the branch taken counts.</summary>
    public sealed record Choice(Place At, Expression Condition, Expression Then, Expression Otherwise) : Expression(At);

    /// <summary><c>min</c>, <c>max</c> (nulls are passed over) or <c>floor</c>.</summary>
    public sealed record Call(Place At, Function Function, IReadOnlyList<Expression> Arguments) : Expression(At);
}

/// <summary>The operators, by what they do.</summary>
public enum Operator
{
    /// <summary>Addition.</summary>
    Add,

    /// <summary>Subtraction.</summary>
    Subtract,

    /// <summary>Multiplication.</summary>
    Multiply,

    /// <summary>Exact division.</summary>
    Divide,

    /// <summary>Equality.</summary>
    Equal,

    /// <summary>Inequality.</summary>
    NotEqual,

    /// <summary>Below.</summary>
    Less,

    /// <summary>At most: 以内, 不超过.</summary>
    LessOrEqual,

    /// <summary>Above: 超过.</summary>
    Greater,

    /// <summary>At least: 以上, 达到.</summary>
    GreaterOrEqual,

    /// <summary>Both hold.</summary>
    And,

    /// <summary>One of them holds.</summary>
    Or,

    /// <summary>It does not hold.</summary>
    Not,

    /// <summary>The number with the other sign.</summary>
    Negate,
}

/// <summary>The functions that may be called.</summary>
public enum Function
{
    /// <summary>The smallest of those known.</summary>
    Min,

    /// <summary>The largest of those known.</summary>
    Max,

    /// <summary>The largest whole number that is not above it.</summary>
    Floor,
}

/// <summary>What an expression yields: a number, a truth value, a text (or ISO date), or null for "not known".</summary>
public enum ValueKind : byte
{
    /// <summary>Not known.</summary>
    Null,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A text or an ISO date.</summary>
    Text,
}

/// <summary>One value of the expression language. Null means "not known"; it is never zero.</summary>
public readonly record struct Value
{
    private Value(ValueKind kind, Fraction number, string? text)
    {
        Kind = kind;
        Number = number;
        Text = text;
    }

    /// <summary>Not known.</summary>
    public static Value Null => default;

    /// <summary>True.</summary>
    public static Value True { get; } = new(ValueKind.Truth, Fraction.One, null);

    /// <summary>False.</summary>
    public static Value False { get; } = new(ValueKind.Truth, Fraction.Zero, null);

    /// <summary>Which of the four it is.</summary>
    public ValueKind Kind { get; }

    /// <summary>The number; 1 or 0 for a truth value; 0 otherwise.</summary>
    public Fraction Number { get; }

    /// <summary>The text; null otherwise. Dates are ISO texts, whose order is that of the calendar.</summary>
    public string? Text { get; }

    /// <summary>Whether nothing is known.</summary>
    public bool IsNull => Kind == ValueKind.Null;

    /// <summary>Whether this is a truth value that holds; null counts as false.</summary>
    public bool Holds => Kind == ValueKind.Truth && Number.Sign != 0;

    /// <summary>A number.</summary>
    public static Value Of(Fraction number) => new(ValueKind.Number, number, null);

    /// <summary>A text.</summary>
    public static Value Of(string text) => new(ValueKind.Text, Fraction.Zero, text);

    /// <summary>A truth value.</summary>
    public static Value Of(bool truth) => truth ? True : False;

    /// <summary>As it would be written in an expression.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Number => QuantityText.Format(Number),
        ValueKind.Truth => Holds ? "true" : "false",
        _ => $"\"{Text}\"",
    };
}
