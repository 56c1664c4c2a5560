// Streams are pure functions of their names.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Tests.Random;

public sealed class StreamTests
{
    private static readonly RandomStream Some = RandomStream.For(20260101, 3, 5, Purpose.Named("base"));

    // Fixed for ever: a change here changes every published forecast. Philox(key 20260101; 0, purpose, 5, 3) by hand from the words.
    [Fact]
    public void Uniform_FirstDraw_IsTheUpperBitsOfTheBlock()
    {
        var (low, _) = Philox.Block(20260101, 0, Purpose.Named("base").Code, 5, 3);
        Assert.Equal(((low >> 12) + 0.5) / 4503599627370496.0, Some.Uniform(0));
    }

    // Bits from an independent program in exact rational arithmetic: whatever the processor, draws never change.
    [Theory]
    [InlineData(0, 0x3F909C5220DBB318UL)]
    [InlineData(8, 0x3FE58065E8068F46UL)]
    [InlineData(17, 0xBFE14B0684E8DAD8UL)]
    [InlineData(443, 0xC00E4A465EDB0CA0UL)]
    [InlineData(1297, 0x4010004C671B4BF0UL)]
    public void Normal_FixedNames_HasTheBitsOfExactArithmetic(int index, ulong bits) =>
        Assert.Equal(bits, BitConverter.DoubleToUInt64Bits(RandomStream.For(20260101, 3, 5, new Purpose(77)).Normal(index)));

    [Fact]
    public void Normal_TwoThousand_HasTheBitsOfExactArithmetic()
    {
        var stream = RandomStream.For(20260101, 3, 5, new Purpose(77));
        Assert.Equal(
            0xDCB037DEB105BB00UL,
            Enumerable.Range(0, 2000).Select(stream.Normal)
                .Aggregate(17UL, (hash, normal) => unchecked((hash ^ BitConverter.DoubleToUInt64Bits(normal)) * 1099511628211UL)));
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("replication")]
    [InlineData("subject")]
    [InlineData("purpose")]
    [InlineData("child")]
    [InlineData("index")]
    public void Bits_OneNameChanged_ChangesTheDraw(string name)
    {
        var other = name switch
        {
            "seed" => RandomStream.For(20260102, 3, 5, Purpose.Named("base")),
            "replication" => RandomStream.For(20260101, 4, 5, Purpose.Named("base")),
            "subject" => RandomStream.For(20260101, 3, 6, Purpose.Named("base")),
            "purpose" => RandomStream.For(20260101, 3, 5, Purpose.Named("take-up")),
            "child" => Some.Child(0),
            _ => Some,
        };
        Assert.NotEqual(Some.Bits(0), other.Bits(name == "index" ? 8 : 0));
    }

    [Fact]
    public void Normal_AMillionDraws_HasTheMomentsAndNoCorrelationBetweenNeighbours()
    {
        var draws = Enumerable.Range(0, 1_000_000).Select(Some.Normal).ToArray();
        var mean = draws.Average();
        Assert.InRange(mean, -0.004, 0.004);
        Assert.InRange(draws.Average(draw => draw * draw), 1 - 0.0057, 1 + 0.0057);
        Assert.InRange(draws.Average(draw => draw * draw * draw * draw), 3 - 0.04, 3 + 0.04);
        Assert.InRange(draws.Zip(draws.Skip(1), (a, b) => a * b).Average(), -0.004, 0.004);
    }
}
