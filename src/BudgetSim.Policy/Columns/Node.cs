// The operations of a column function, each on eight or four subjects at once.
using System.Numerics;

namespace BudgetSim.Policy.Columns;

/// <summary>What a node does. Up to <see cref="Mark"/> they are numbers, from <see cref="Always"/> on conditions.</summary>
internal enum NodeKind
{
    Column,
    Constant,
    Add,
    Subtract,
    Multiply,
    Smaller,
    Larger,

    /// <summary>The largest whole number not above first / value.</summary>
    FloorDivide,

    /// <summary>Second where first holds, else third.</summary>
    Blend,

    /// <summary>NaN where first holds, else second.</summary>
    Mark,

    Always,
    Never,

    /// <summary>The number is known (is not NaN).</summary>
    Present,

    Equal,
    Less,
    LessOrEqual,
    And,
    Or,
    Not,
}

/// <summary>One operation; <paramref name="First"/> to <paramref name="Third"/> are places in the graph, or a column's place.</summary>
internal readonly record struct Node(NodeKind Kind, int First = -1, int Second = -1, int Third = -1, long Value = 0)
{
    /// <summary>The nodes it reads.</summary>
    public IEnumerable<int> Inputs => Kind == NodeKind.Column ? [] : new[] { First, Second, Third }.Where(input => input >= 0);
}

/// <summary>The whole numbers a node can yield, both ends included; conditions yield 0 or 1.</summary>
internal readonly record struct Bounds(BigInteger Least, BigInteger Most)
{
    public static Bounds Truth => new(0, 1);

    public bool IsPoint => Least == Most;

    /// <summary>Whether every whole number inside is exact in a double.</summary>
    public bool AreExact => Largest < FactColumn.ExactLimit;

    public BigInteger Largest => BigInteger.Max(BigInteger.Abs(Least), BigInteger.Abs(Most));
}
