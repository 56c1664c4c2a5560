// Awards and cuts of whole yuan in doubles are the exact ones, to the bounds that the kernel asks for.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Vector;

namespace BudgetSim.Simulation.Tests.Vector;

public sealed class ExactArithmeticTests
{
    // floor of an exact fraction against the doubles, near every edge: multiples of the denominator, one below, one above, up to the bound.
    [Theory]
    [InlineData(1, 10)]
    [InlineData(1, 3)]
    [InlineData(7, 1000)]
    [InlineData(999_983, 1_000_000)]
    [InlineData(1, 1_000_000)]
    [InlineData(1, 1)]
    public void AwardOfBase_AroundEveryEdge_IsTheExactFloor(int numerator, int denominator)
    {
        var line = new AwardLine(Measure(Fraction.Of(numerator, denominator)));
        for (var k = 1L; k < (1L << 50) / Math.Max(numerator, denominator); k = (k * 3) + 1)
        {
            for (var near = -2L; near <= 2; near++)
            {
                var yuan = (k * denominator) + near;
                if (yuan < 0 || (Int128)yuan * numerator >= 1L << 50) continue;
                Assert.Equal(
                    (double)((Int128)yuan * numerator / denominator), Math.Floor(Math.FusedMultiplyAdd(yuan, line.Rate, line.Half)));
            }
        }
    }

    // Lanes and rest, random and near whole quotients: available and claimed share factors so that many quotients are whole.
    [Theory]
    [InlineData(2_200_000_000L, 2_400_000_000L)]
    [InlineData(1_000_000L, 3_000_000L)]
    [InlineData(999_999_999_999L, 1_000_000_000_000L)]
    [InlineData((1L << 50) - 1, (1L << 53) - 1)]
    [InlineData(0L, 7L)]
    public void Cut_AnyAwards_IsTheExactFloor(long available, long claimed)
    {
        var bits = RandomStream.For(3, 0, 0, Purpose.Named("awards"));
        var awards = Enumerable.Range(0, 1003)
            .Select(i => (double)(long)(bits.Uniform(i) * (i % 3 == 0 ? claimed : Math.Min(claimed, 5_000_000)) / 1000))
            .ToArray();
        for (var i = 0; i < awards.Length; i += 7) awards[i] = claimed / 1000 * (i % 5);
        var expected = Array.ConvertAll(awards, award => (double)((Int128)award * available / claimed));
        var (wide, narrow) = (awards.ToArray(), awards.ToArray());
        Assert.Equal((expected.Sum(), expected.Count(kept => kept > 0)), WideCuts.Cut(wide, available, claimed));
        Assert.Equal((expected.Sum(), expected.Count(kept => kept > 0)), NarrowCuts.Cut(narrow, available, claimed));
        Assert.Equal(expected, wide);
        Assert.Equal(expected, narrow);
        Assert.Equal(awards.Count(award => award > 0), WideCuts.CountAbove(awards));
        Assert.Equal(awards.Count(award => award > 0), NarrowCuts.CountAbove(awards));
    }

    // The largest number a uniform draw can give, in any tail, with the factor at its own extreme.
    [Fact]
    public void MostBase_OfTheExtremeDraw_IsNotExceeded()
    {
        var measure = Measure(Fraction.One) with { Loading = new Simulation.Pools.FactorLoading(0, 0.5) };
        const double smallest = 1.0 / (1L << 53);
        var (tail, other) = (DrawCurves.Normal(smallest), DrawCurves.Normal(DrawCurves.Uniform(ulong.MaxValue)));
        Assert.InRange(Math.Max(Math.Abs(tail), Math.Abs(other)), 8.2, AwardLine.MostScore);
        Assert.True(measure.Base.Draw(DrawCurves.Uniform(ulong.MaxValue)) * Math.Exp((0.5 * 8.21) - 0.125) < AwardLine.MostBase(measure));
    }

    private static RateMeasure Measure(Fraction rate) =>
        new() { Participation = 0.1, TakeUp = new Purpose(1), BaseDraw = new Purpose(2), Base = new Lognormal(10, 1), Rate = rate };
}
