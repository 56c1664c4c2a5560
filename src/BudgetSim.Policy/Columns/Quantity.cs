// Exact fractions in columns: a whole number over one denominator that all subjects share.
using System.Numerics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Policy.Columns;

/// <summary>The value node / <paramref name="Denominator"/> where <paramref name="Present"/> holds, else "not known".</summary>
internal readonly record struct Quantity(int Node, BigInteger Denominator, int Present);

/// <summary>Arithmetic on quantities; the graph keeps the ranges, so that no product leaves what a double holds exactly.</summary>
internal sealed class QuantityMath(NodeGraph graph)
{
    public Quantity Unknown => new(graph.Constant(0), BigInteger.One, NodeGraph.Never);

    public Quantity Constant(Fraction number) => new(graph.Constant(number.Numerator), number.Denominator, NodeGraph.Always);

    public Quantity Add(Quantity a, Quantity b) => Joined(a, b, graph.Add);

    public Quantity Subtract(Quantity a, Quantity b) => Joined(a, b, graph.Subtract);

    /// <summary>The product; what a constant factor shares with the denominator is cancelled, to keep the numbers small.</summary>
    public Quantity Multiply(Quantity a, Quantity b)
    {
        var denominator = a.Denominator * b.Denominator;
        var (left, afterLeft) = Cancel(a.Node, denominator);
        var (right, afterRight) = Cancel(b.Node, afterLeft);
        return new Quantity(graph.Multiply(left, right), afterRight, graph.And(a.Present, b.Present));
    }

    /// <summary>Divides by a figure of the text; a divisor that differs by subject has no shared denominator.</summary>
    public Quantity Divide(Quantity a, Quantity b)
    {
        var divisor = graph.BoundsOf(b.Node);
        if (b.Present == NodeGraph.Never || (divisor.IsPoint && divisor.Least.IsZero)) return Unknown;
        if (!divisor.IsPoint)
        {
            graph.Refuse("it divides by a fact");
            return Unknown;
        }

        var sign = divisor.Least.Sign;
        var inverse = new Quantity(graph.Constant(b.Denominator * sign), divisor.Least * sign, b.Present);
        return Multiply(a, inverse);
    }

    /// <summary>The smaller (or larger) of those that are known.</summary>
    public Quantity Extreme(Quantity a, Quantity b, bool smaller)
    {
        var (left, right, denominator) = Common(a, b);
        var both = smaller ? graph.Smaller(left, right) : graph.Larger(left, right);
        var node = graph.Blend(graph.And(a.Present, b.Present), both, graph.Blend(a.Present, left, right));
        return new Quantity(node, denominator, graph.Or(a.Present, b.Present));
    }

    public Quantity Choose(int condition, Quantity then, Quantity otherwise)
    {
        if (then.Present == NodeGraph.Never) then = otherwise with { Present = NodeGraph.Never };
        if (otherwise.Present == NodeGraph.Never) otherwise = then with { Present = NodeGraph.Never };
        var (left, right, denominator) = Common(then, otherwise);
        var present = graph.Or(graph.And(condition, then.Present), graph.And(graph.Not(condition), otherwise.Present));
        return new Quantity(graph.Blend(condition, left, right), denominator, present);
    }

    public Quantity Floor(Quantity a) => a with { Node = graph.FloorDivide(a.Node, a.Denominator), Denominator = BigInteger.One };

    /// <summary>The condition that both are known and the comparison of the first with the second holds.</summary>
    public int Compare(Quantity a, Quantity b, Func<int, int, int> comparison)
    {
        var (left, right, _) = Common(a, b);
        return graph.And(graph.And(a.Present, b.Present), comparison(left, right));
    }

    private Quantity Joined(Quantity a, Quantity b, Func<int, int, int> operation)
    {
        var (left, right, denominator) = Common(a, b);
        return new Quantity(operation(left, right), denominator, graph.And(a.Present, b.Present));
    }

    private (int Left, int Right, BigInteger Denominator) Common(Quantity a, Quantity b)
    {
        var shared = BigInteger.GreatestCommonDivisor(a.Denominator, b.Denominator);
        var left = graph.Multiply(a.Node, graph.Constant(b.Denominator / shared));
        var right = graph.Multiply(b.Node, graph.Constant(a.Denominator / shared));
        return (left, right, a.Denominator / shared * b.Denominator);
    }

    private (int Node, BigInteger Denominator) Cancel(int node, BigInteger denominator)
    {
        if (graph.Nodes[node].Kind != NodeKind.Constant) return (node, denominator);
        var number = graph.BoundsOf(node).Least;
        var shared = BigInteger.GreatestCommonDivisor(number, denominator);
        return (graph.Constant(number / shared), denominator / shared);
    }
}
