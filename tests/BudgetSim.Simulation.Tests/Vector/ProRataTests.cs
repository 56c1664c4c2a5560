// The fast pro-rata cut is Money's split, and awards of whole fen are exact to their bounds.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Vector;
using FsCheck;
using FsCheck.Fluent;

namespace BudgetSim.Simulation.Tests.Vector;

public sealed class ProRataTests
{
    [Theory]
    [InlineData(1000)]
    [InlineData(2_000_000_000)]
    public void Cut_AnyClaims_IsTheSplitOfMoney(int largest)
    {
        var cases = from count in Gen.Choose(1, 90)
                    from claims in Gen.Choose(0, largest).ArrayOf(count)
                    from share in Gen.Choose(0, 999)
                    select (claims: Array.ConvertAll(claims, claim => (long)claim * 1000), share);
        Prop.ForAll(cases.ToArbitrary(), drawn => IsSplit(drawn.claims, drawn.share)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Cut_EnoughMoney_ChangesNothing()
    {
        var parts = new long[3];
        ProRata.Cut([5, 0, 7], 12, parts);
        Assert.Equal([5L, 0, 7], parts);
    }

    // floor of an exact fraction against the doubles, near every edge: multiples of the divisor, one below, one above, and the bound.
    [Theory]
    [InlineData(1, 10, 1)]
    [InlineData(1, 3, 100)]
    [InlineData(7, 1000, 1)]
    [InlineData(999_983, 1_000_000, 1)]
    [InlineData(1, 1, 100)]
    public void AwardOfBase_AroundEveryEdge_IsTheExactFloor(int numerator, int denominator, int unit)
    {
        var measure = new RateMeasure { Participation = 1, LogMedian = 0, LogSpread = 1, Rate = Fraction.Of(numerator, denominator), RoundDownTo = new Money(unit) };
        var line = new AwardLine(measure);
        var most = (long)(AwardLine.Most(measure) * denominator / numerator);
        for (var k = 1L; k < most / (2 * (long)denominator * unit); k = (k * 3) + 1)
        {
            for (var near = -2L; near <= 2; near++)
            {
                var fen = (k * denominator * unit) + near;
                var exact = Fraction.Of((Int128)fen * numerator, (Int128)denominator * unit).Floor() * unit;
                Assert.Equal((double)Int128.Min(exact, (Int128)AwardLine.Most(measure)), line.AwardOfBase(fen));
            }
        }
    }

    private static bool IsSplit(long[] claims, int share)
    {
        var available = claims.Sum() / 1000 * share;
        var parts = new long[claims.Length];
        ProRata.Cut(claims, available, parts);
        return parts.SequenceEqual(new Money(available).SplitBy(claims).Select(part => part.Fen));
    }
}
