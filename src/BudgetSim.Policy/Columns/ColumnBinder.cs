// Turns the syntax tree of an expression into operations on columns; the same meaning as the scalar binder.
using System.Globalization;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Policy.Columns;

/// <summary>Binds the expressions of one measure; a fact without a column has its default for every subject.</summary>
internal sealed class ColumnBinder(
    NodeGraph graph, IReadOnlyDictionary<string, Value> figures, Func<string, Attribute?> find, IReadOnlyList<ColumnShape> shapes)
{
    private readonly QuantityMath _math = new(graph);

    /// <summary>The attribute that is read as one yuan, or null.</summary>
    public string? OneYuan { get; init; }

    /// <summary>A number; refuses nothing that the scalar binder would accept without saying why.</summary>
    public Quantity Number(Expression expression) => expression switch
    {
        Expression.Literal literal => Constant(literal.Value),
        Expression.Name name when figures.TryGetValue(name.Identifier, out var figure) => Constant(figure),
        Expression.Name name => Fact(name.Identifier),
        Expression.Unary unary => _math.Subtract(_math.Constant(0), Number(unary.Operand)),
        Expression.Binary binary => Arithmetic(binary.Operator, Number(binary.Left), Number(binary.Right)),
        Expression.Choice choice => _math.Choose(Truth(choice.Condition), Number(choice.Then), Number(choice.Otherwise)),
        Expression.Call { Function: Function.Floor } call => _math.Floor(Number(call.Arguments[0])),
        Expression.Call call => call.Arguments.Select(Number).Aggregate((a, b) => _math.Extreme(a, b, call.Function == Function.Min)),
        _ => Refused("a condition stands where a number is expected"),
    };

    /// <summary>A condition; "not known" does not hold.</summary>
    public int Truth(Expression expression) => expression switch
    {
        Expression.Literal literal => literal.Value.Holds ? NodeGraph.Always : NodeGraph.Never,
        Expression.Name name => FactHolds(name.Identifier),
        Expression.Unary unary => graph.Not(Truth(unary.Operand)),
        Expression.Binary { Operator: Operator.And } both => graph.And(Truth(both.Left), Truth(both.Right)),
        Expression.Binary { Operator: Operator.Or } either => graph.Or(Truth(either.Left), Truth(either.Right)),
        Expression.Binary comparison => Comparison(comparison.Operator, comparison.Left, comparison.Right),
        Expression.Membership membership =>
            membership.Members.Aggregate(
                NodeGraph.Never, (any, member) => graph.Or(any, Comparison(Operator.Equal, membership.Item, member))),
        Expression.Choice choice => Either(Truth(choice.Condition), Truth(choice.Then), Truth(choice.Otherwise)),
        _ => NodeGraph.Never,
    };

    /// <summary>A fact as a number (a condition as 1 or 0): its column, or its default.</summary>
    public Quantity Fact(string name)
    {
        if (name == OneYuan) return _math.Constant(Fraction.One);
        for (var place = 0; place < shapes.Count; place++)
        {
            if (shapes[place].Attribute == name) return ColumnOf(place);
        }

        return find(name) is { } attribute ? Coded(attribute.Default, attribute) : _math.Unknown;
    }

    /// <summary>Whether a fact that is a condition is known and holds.</summary>
    public int FactHolds(string name) =>
        figures.TryGetValue(name, out _) ? NodeGraph.Never : _math.Compare(Fact(name), _math.Constant(Fraction.One), graph.Equal);

    /// <summary>The comparison of a date fact with an ISO date.</summary>
    public int DateCompare(string name, string date, Func<int, int, int> comparison) =>
        _math.Compare(Fact(name), _math.Constant(DateCode(date)), comparison);

    private Quantity ColumnOf(int place)
    {
        var node = graph.Column(place, shapes[place]);
        return new Quantity(node, shapes[place].UnitsPerOne, shapes[place].HasGaps ? graph.Present(node) : NodeGraph.Always);
    }

    private Quantity Constant(Value value) => value.Kind switch
    {
        ValueKind.Number => _math.Constant(value.Number),
        ValueKind.Null => _math.Unknown,
        _ => Refused($"{value} stands where a number is expected"),
    };

    private Quantity Refused(string reason)
    {
        graph.Refuse(reason);
        return _math.Unknown;
    }

    private int Either(int condition, int then, int otherwise) =>
        graph.Or(graph.And(condition, then), graph.And(graph.Not(condition), otherwise));

    private Quantity Arithmetic(Operator @operator, Quantity left, Quantity right) => @operator switch
    {
        Operator.Add => _math.Add(left, right),
        Operator.Subtract => _math.Subtract(left, right),
        Operator.Multiply => _math.Multiply(left, right),
        Operator.Divide => _math.Divide(left, right),
        _ => Refused("a condition stands where a number is expected"),
    };

    private int Comparison(Operator comparison, Expression left, Expression right)
    {
        var attribute = AttributeOf(left) ?? AttributeOf(right);
        var (a, b) = (Comparable(left, attribute), Comparable(right, attribute));
        var isOrdered = comparison is not (Operator.Equal or Operator.NotEqual);
        if (isOrdered && attribute?.Type == AttributeType.Choice)
            graph.Refuse($"it asks for the order of the values of '{attribute.Name}'");
        return comparison switch
        {
            Operator.Equal => _math.Compare(a, b, graph.Equal),
            Operator.NotEqual => _math.Compare(a, b, (x, y) => graph.Not(graph.Equal(x, y))),
            Operator.Less => _math.Compare(a, b, graph.Less),
            Operator.LessOrEqual => _math.Compare(a, b, graph.LessOrEqual),
            Operator.Greater => _math.Compare(b, a, graph.Less),
            _ => _math.Compare(b, a, graph.LessOrEqual),
        };
    }

    // The attribute whose codes both sides of a comparison share; null for numbers.
    private Attribute? AttributeOf(Expression expression) =>
        expression is Expression.Name name && !figures.ContainsKey(name.Identifier)
            && find(name.Identifier) is { Kind: not ValueKind.Number } attribute
            ? attribute
            : null;

    private Quantity Comparable(Expression expression, Attribute? attribute)
    {
        if (attribute is null) return Number(expression);
        var value = expression switch
        {
            Expression.Literal literal => literal.Value,
            Expression.Name name when figures.TryGetValue(name.Identifier, out var figure) => figure,
            Expression.Name name when name.Identifier == attribute.Name
                || (attribute.Type == AttributeType.Date && AttributeOf(name)?.Type == AttributeType.Date) =>
                (Value?)null,
            _ => Unlike(attribute),
        };
        return value is { } known ? Coded(known, attribute) : Fact(((Expression.Name)expression).Identifier);
    }

    private Value Unlike(Attribute attribute)
    {
        graph.Refuse($"it compares '{attribute.Name}' with something that is not written out");
        return Value.Null;
    }

    private Quantity Coded(Value value, Attribute attribute) => (value.Kind, attribute.Type) switch
    {
        (ValueKind.Null, _) => _math.Unknown,
        (ValueKind.Number or ValueKind.Truth, _) => _math.Constant(value.Number),
        (_, AttributeType.Date) => _math.Constant(DateCode(value.Text!)),
        (_, AttributeType.Choice) => _math.Constant(attribute.Choices.ToList().IndexOf(value.Text!)),
        _ => Refused($"'{attribute.Name}' is a free text"),
    };

    /// <summary>2026-06-30 as 20260630: the order of the numbers is that of the calendar.</summary>
    internal static long DateCode(string date) => long.Parse(date.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
