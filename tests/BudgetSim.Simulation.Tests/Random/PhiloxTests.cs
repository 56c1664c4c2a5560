// The generator gives the published known answers.
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
}
