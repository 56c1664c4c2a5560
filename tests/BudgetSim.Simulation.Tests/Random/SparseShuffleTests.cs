// Drawing without putting back: everything once, every order alike.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Tests.Random;

public sealed class SparseShuffleTests
{
    private static readonly Purpose Test = Purpose.Named("shuffle test");

    [Fact]
    public void Shuffle_OfAllNumbers_GivesEachOnce()
    {
        var shuffle = new SparseShuffle(500);
        var stream = RandomStream.For(1, 0, 0, Test);
        Assert.Equal(Enumerable.Range(0, 500), Enumerable.Range(0, 500).Select(draw => shuffle.Next(stream.Uniform(draw))).Order());
    }

    // Six orders of three numbers in 6,000 shuffles: 1,000 each, four standard errors are 4 x sqrt(6000 x 5/36) = 115.
    [Fact]
    public void Shuffle_OfThreeNumbers_MakesEveryOrderAsOften()
    {
        var orders = Enumerable.Range(0, 6000).Select(replication =>
        {
            var shuffle = new SparseShuffle(3);
            var stream = RandomStream.For(2, replication, 0, Test);
            return string.Concat(Enumerable.Range(0, 3).Select(draw => shuffle.Next(stream.Uniform(draw))));
        }).CountBy(order => order).ToList();
        Assert.Equal(6, orders.Count);
        Assert.All(orders, order => Assert.InRange(order.Value, 885, 1115));
    }

    [Fact]
    public void Shuffle_AskedForMoreThanThereIs_Refuses()
    {
        var shuffle = new SparseShuffle(1);
        Assert.Equal(0, shuffle.Next(0.7));
        Assert.Throws<ArgumentOutOfRangeException>(() => shuffle.Next(0.7));
    }
}
