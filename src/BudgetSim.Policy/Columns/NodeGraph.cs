// Builds the operations of a column function, each once, and keeps the range of every number.
using System.Numerics;

namespace BudgetSim.Policy.Columns;

/// <summary>
/// Nodes in an order in which each reads earlier ones only. What the ranges already decide is not computed: a ceiling
/// that cannot bind, a condition that always holds.
/// </summary>
internal sealed class NodeGraph
{
    public const int Always = 0, Never = 1;

    private readonly List<Node> _nodes = [];
    private readonly List<Bounds> _bounds = [];
    private readonly Dictionary<(Node, BigInteger), int> _known = [];

    public NodeGraph()
    {
        Intern(new Node(NodeKind.Always), new Bounds(1, 1));
        Intern(new Node(NodeKind.Never), new Bounds(0, 0));
    }

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Why the rules cannot be worked out in columns; null while they can.</summary>
    public string? Refusal { get; private set; }

    public Bounds BoundsOf(int node) => _bounds[node];

    public void Refuse(string reason) => Refusal ??= reason;

    public int Column(int place, ColumnShape shape) => Intern(new Node(NodeKind.Column, place), new Bounds(shape.Least, shape.Most));

    public int Constant(BigInteger number) =>
        Intern(
            new Node(NodeKind.Constant, Value: number >= long.MinValue && number <= long.MaxValue ? (long)number : long.MaxValue),
            new Bounds(number, number));

    public int Add(int a, int b)
    {
        var bounds = new Bounds(_bounds[a].Least + _bounds[b].Least, _bounds[a].Most + _bounds[b].Most);
        return IsConstant(a, 0) ? b : IsConstant(b, 0) ? a : Computed(new Node(NodeKind.Add, a, b), bounds);
    }

    public int Subtract(int a, int b)
    {
        var bounds = new Bounds(_bounds[a].Least - _bounds[b].Most, _bounds[a].Most - _bounds[b].Least);
        return IsConstant(b, 0) ? a : Computed(new Node(NodeKind.Subtract, a, b), bounds);
    }

    public int Multiply(int a, int b)
    {
        BigInteger[] corners =
        [
            _bounds[a].Least * _bounds[b].Least,
            _bounds[a].Least * _bounds[b].Most,
            _bounds[a].Most * _bounds[b].Least,
            _bounds[a].Most * _bounds[b].Most,
        ];
        return IsConstant(a, 1) ? b
            : IsConstant(b, 1) ? a
            : Computed(new Node(NodeKind.Multiply, a, b), new Bounds(corners.Min(), corners.Max()));
    }

    public int Smaller(int a, int b)
    {
        if (_bounds[a].Most <= _bounds[b].Least) return a;
        if (_bounds[b].Most <= _bounds[a].Least) return b;
        var bounds = new Bounds(BigInteger.Min(_bounds[a].Least, _bounds[b].Least), BigInteger.Min(_bounds[a].Most, _bounds[b].Most));
        return Computed(new Node(NodeKind.Smaller, a, b), bounds);
    }

    public int Larger(int a, int b)
    {
        if (_bounds[a].Least >= _bounds[b].Most) return a;
        if (_bounds[b].Least >= _bounds[a].Most) return b;
        var bounds = new Bounds(BigInteger.Max(_bounds[a].Least, _bounds[b].Least), BigInteger.Max(_bounds[a].Most, _bounds[b].Most));
        return Computed(new Node(NodeKind.Larger, a, b), bounds);
    }

    public int FloorDivide(int a, BigInteger divisor)
    {
        if (divisor.IsOne) return a;
        if (divisor >= FactColumn.ExactLimit)
        {
            Refuse($"it divides by {divisor}, which is beyond 2^53");
            return a;
        }

        var bounds = new Bounds(Floor(_bounds[a].Least, divisor), Floor(_bounds[a].Most, divisor));
        return Computed(new Node(NodeKind.FloorDivide, a, Value: (long)divisor), bounds);
    }

    public int Blend(int condition, int then, int otherwise)
    {
        if (condition == Always || then == otherwise) return then;
        if (condition == Never) return otherwise;
        var bounds = new Bounds(
            BigInteger.Min(_bounds[then].Least, _bounds[otherwise].Least), BigInteger.Max(_bounds[then].Most, _bounds[otherwise].Most));
        return Intern(new Node(NodeKind.Blend, condition, then, otherwise), bounds);
    }

    /// <summary>The number, "not known" where <paramref name="unknown"/> holds.</summary>
    public int Marked(int unknown, int number) =>
        unknown == Never ? number : Intern(new Node(NodeKind.Mark, unknown, number), _bounds[number]);

    public int Present(int column) => Intern(new Node(NodeKind.Present, column), Bounds.Truth);

    public int Equal(int a, int b)
    {
        if (_bounds[a].IsPoint && _bounds[a] == _bounds[b]) return Always;
        var apart = _bounds[a].Most < _bounds[b].Least || _bounds[b].Most < _bounds[a].Least;
        return apart ? Never : Intern(new Node(NodeKind.Equal, a, b), Bounds.Truth);
    }

    public int Less(int a, int b)
    {
        if (_bounds[a].Most < _bounds[b].Least) return Always;
        return _bounds[a].Least >= _bounds[b].Most ? Never : Intern(new Node(NodeKind.Less, a, b), Bounds.Truth);
    }

    public int LessOrEqual(int a, int b)
    {
        if (_bounds[a].Most <= _bounds[b].Least) return Always;
        return _bounds[a].Least > _bounds[b].Most ? Never : Intern(new Node(NodeKind.LessOrEqual, a, b), Bounds.Truth);
    }

    public int And(int a, int b)
    {
        if (a == Never || b == Never) return Never;
        return a == Always || a == b ? b : b == Always ? a : Intern(new Node(NodeKind.And, a, b), Bounds.Truth);
    }

    public int Or(int a, int b)
    {
        if (a == Always || b == Always) return Always;
        return a == Never || a == b ? b : b == Never ? a : Intern(new Node(NodeKind.Or, a, b), Bounds.Truth);
    }

    public int Not(int a) => a switch
    {
        Always => Never,
        Never => Always,
        _ when _nodes[a].Kind == NodeKind.Not => _nodes[a].First,
        _ => Intern(new Node(NodeKind.Not, a), Bounds.Truth),
    };

    private bool IsConstant(int node, int number) =>
        _bounds[node].IsPoint && _bounds[node].Least == number && _nodes[node].Kind == NodeKind.Constant;

    // A number that can only be one is that one, unless a gap of a column hides behind it: gaps are masked by presence.
    private int Computed(Node node, Bounds bounds) => bounds.IsPoint ? Constant(bounds.Least) : Intern(node, bounds);

    private int Intern(Node node, Bounds bounds)
    {
        if (_known.TryGetValue((node, bounds.Least), out var place)) return place;
        _nodes.Add(node);
        _bounds.Add(bounds);
        return _known[(node, bounds.Least)] = _nodes.Count - 1;
    }

    private static BigInteger Floor(BigInteger a, BigInteger divisor) =>
        BigInteger.DivRem(a, divisor, out var rest) - (rest.Sign < 0 ? 1 : 0);
}
