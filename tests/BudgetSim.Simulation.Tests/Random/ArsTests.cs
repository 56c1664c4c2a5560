// Rows of numbers: the rounds are those of FIPS 197, and many at a time are the bits of each alone.
using System.Runtime.Intrinsics;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Tests.Random;

public sealed class ArsTests
{
    // FIPS 197, appendix B: start of round 1 and 2 with the key between them, start of round 10, its key and the cipher's output.
    [Theory]
    [InlineData("193de3bea0f4e22b9ac68d2ae9f84808", "a0fafe1788542cb123a339392a6c7605", "a49c7ff2689f352b6b5bea43026a5049", false)]
    [InlineData("eb40f21e592e38848ba113e71bc342d2", "d014f9a8c9ee2589e13f0cc8b6630ca6", "3925841d02dc09fbdc118597196a0b32", true)]
    public void Round_PublishedState_GivesPublishedNext(string state, string key, string next, bool isLast)
    {
        var (from, with) = (Bytes(state), Bytes(key));
        Assert.Equal(Bytes(next), AesRound.ByDefinition(from, isLast) ^ with);
        Assert.Equal(Bytes(next), isLast ? AesRound.Last(from, with) : AesRound.Round(from, with));
    }

    // Five rounds with keys that rise by the two Weyl constants, the last without MixColumns, from the definition alone.
    [Fact]
    public void Block_AnyCounter_IsFiveRoundsByDefinition()
    {
        const ulong key = 0xFEDC_BA98_7654_3210;
        var counter = Vector128.Create(0x0123_4567_89AB_CDEFUL, 42UL);
        var (low, high) = (key, 0UL);
        var state = counter ^ Vector128.Create(low, high);
        for (var round = 1; round <= 5; round++)
        {
            (low, high) = unchecked((low + 0x9E3779B97F4A7C15UL, high + 0xBB67AE8584CAA73BUL));
            state = AesRound.ByDefinition(state.AsByte(), round == 5).AsUInt64() ^ Vector128.Create(low, high);
        }

        Assert.Equal(state, Ars.Block(key, counter));
    }

    // So many that some lie in the tails, beyond 3.1 standard deviations, which have a branch of their own.
    [Fact]
    public void Row_ManyAtATime_HasTheBitsOfEachAlone()
    {
        const int Many = 4096;
        var row = new RowStream(77, 5, 3, Purpose.Named("row"));
        var (wide, narrow, logs, narrowLogs) = (new double[Many], new double[Many], new double[Many], new double[Many]);
        row.FillBits(32, wide);
        wide.CopyTo(narrow, 0);
        wide.CopyTo(logs, 0);
        wide.CopyTo(narrowLogs, 0);
        WideFill.NormalsOfBits(wide);
        NarrowFill.NormalsOfBits(narrow);
        WideFill.LogsOfBits(logs, -1.0);
        NarrowFill.LogsOfBits(narrowLogs, -1.0);
        Assert.Contains(wide, normal => Math.Abs(normal) > 3.1);
        for (var i = 0; i < Many; i++)
        {
            Assert.Equal(row.Normal(32 + i), wide[i]);
            Assert.Equal(row.Normal(32 + i), narrow[i]);
            Assert.Equal(row.Exponential(32 + i), logs[i]);
            Assert.Equal(row.Exponential(32 + i), narrowLogs[i]);
        }
    }

    // 2^16 numbers of each of 16 rows in 256 bins: chi-square with 255 degrees of freedom, five standard deviations wide.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Row_ReplicationsRowsAndPurposes_AreUniformAndUnrelated(int which)
    {
        var bins = new double[256];
        var (product, squares) = (0.0, 0.0);
        for (var stream = 0; stream < 16; stream++)
        {
            var (one, next) = (Row(which, stream), Row(which, stream + 1));
            for (var i = 0; i < 4096; i++)
            {
                var (u, v) = (one.Uniform(i), next.Uniform(i));
                bins[(int)(u * 256)]++;
                (product, squares) = (product + ((u - 0.5) * (v - 0.5)), squares + 1);
            }
        }

        Assert.InRange(bins.Sum(bin => (bin - 256) * (bin - 256) / 256), 255 - 113, 255 + 113);
        Assert.InRange(product * 12 / Math.Sqrt(squares), -5, 5);
    }

    private static RowStream Row(int which, int number) => which switch
    {
        0 => new RowStream(1, number, 0, new Purpose(1)),
        1 => new RowStream(1, 0, number, new Purpose(1)),
        _ => new RowStream(1, 0, 0, new Purpose((uint)number)),
    };

    private static Vector128<byte> Bytes(string hex) => Vector128.Create<byte>(Convert.FromHexString(hex));
}
