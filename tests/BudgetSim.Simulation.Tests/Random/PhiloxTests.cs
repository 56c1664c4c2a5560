// The generator gives the published known answers, one block at a time and many at a time.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Tests.Random;

public sealed class PhiloxTests
{
    // The three vectors of the Random123 distribution: all zeros, all ones, the digits of pi.
    [Theory]
    [InlineData(0UL, 0U, 0U, 0U, 0U, 0xe169c58d_6627e8d5UL, 0x9b00dbd8_bc57ac4cUL)]
    [InlineData(ulong.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, 0x41c83b0e_408f276dUL, 0x6d5451fd_a20bc7c6UL)]
    [InlineData(0x299f31d0_a4093822UL, 0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U, 0x94fdcceb_d16cfe09UL, 0x24126ea1_5001e420UL)]
    public void Block_PublishedCounters_GivesPublishedWords(ulong key, uint c0, uint c1, uint c2, uint c3, ulong low, ulong high) =>
        Assert.Equal((low, high), Philox.Block(key, c0, c1, c2, c3));

    [Fact]
    public void Blocks_ManyCounters_GivesTheBitsOfEachAlone()
    {
        var stream = new RandomStream(0x1234_5678_9ABC_DEF0, 9, 8, new Purpose(7));
        Span<ulong> keys = stackalloc ulong[20];
        Philox.Schedule(stream.Key, keys);
        var (wide, narrow) = (WidePhilox.Blocks(keys, 100, stream), NarrowPhilox.Blocks(keys, 100, stream));
        for (var lane = 0; lane < 8; lane++) Assert.Equal(Philox.Block(stream.Key, 100 + (uint)lane, 7, 8, 9), (wide.Low[lane], wide.High[lane]));
        for (var lane = 0; lane < 4; lane++) Assert.Equal(Philox.Block(stream.Key, 100 + (uint)lane, 7, 8, 9), (narrow.Low[lane], narrow.High[lane]));
    }
}
