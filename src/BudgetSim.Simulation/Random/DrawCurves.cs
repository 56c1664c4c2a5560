// The curves that turn uniform bits into exponentials, normals and lognormals, one draw at a time.
using static BudgetSim.Simulation.Random.CurveCoefficients;

namespace BudgetSim.Simulation.Random;

/// <summary>
/// Logarithm, exponential and normal quantile from additions, multiplications and fused multiply-adds, all of which IEEE 754
/// fixes to the bit (a machine without the fused instruction computes the same result, slowly); accurate to about 1e-10, far
/// below what any number of replications can see. Twin: <see cref="WideCurves"/>.
/// </summary>
internal static class DrawCurves
{
    internal const ulong OneBits = 0x3FF0_0000_0000_0000, MantissaBits = 0x000F_FFFF_FFFF_FFFF;
    internal const ulong RootHalfBits = 0x3FE6_A09E_667F_3BCD, RootHalfOffset = OneBits - RootHalfBits;
    internal const ulong IntegerBits = 0x4330_0000_0000_0000;
    internal const double IntegerBias = 4503599627370496.0 + 1023.0, RoundingBias = 6755399441055744.0;
    internal const double BelowOne = 1.0 - (1.0 / 9007199254740992.0);
    internal const double LogTwo = 0.6931471805599453, OverLogTwo = 1.4426950408889634;
    internal const double LogTwoHigh = 0.693147180369123816490, LogTwoLow = 1.90821492927058770002e-10;
    internal const double CentralMiddle = 3.125, TailMiddle = 4.28, LargestExponent = 700.0;

    /// <summary>A number in (0,1), a multiple of 2^-53, from the upper 52 bits.</summary>
    internal static double Uniform(ulong bits) => BitConverter.UInt64BitsToDouble((bits >> 12) | OneBits) - BelowOne;

    /// <summary>The natural logarithm of a positive normal number, plus <paramref name="shift"/>.</summary>
    internal static double Log(double value, double shift = 0)
    {
        var shifted = unchecked(BitConverter.DoubleToUInt64Bits(value) + RootHalfOffset);
        var exponent = BitConverter.UInt64BitsToDouble((shifted >> 52) | IntegerBits) - IntegerBias;
        var rest = BitConverter.UInt64BitsToDouble((shifted & MantissaBits) + RootHalfBits) - 1.0;
        return Math.FusedMultiplyAdd(rest, LogPolynomial(rest), Math.FusedMultiplyAdd(exponent, LogTwo, shift));
    }

    /// <summary>e to the power of <paramref name="value"/>, which is held within ±700.</summary>
    internal static double Exp(double value)
    {
        var held = Math.Min(Math.Max(value, -LargestExponent), LargestExponent);
        var biased = Math.FusedMultiplyAdd(held, OverLogTwo, RoundingBias);
        var whole = biased - RoundingBias;
        var rest = Math.FusedMultiplyAdd(whole, -LogTwoLow, Math.FusedMultiplyAdd(whole, -LogTwoHigh, held));
        var scale = BitConverter.DoubleToUInt64Bits(biased) << 52;
        return BitConverter.UInt64BitsToDouble(unchecked(BitConverter.DoubleToUInt64Bits(ExpPolynomial(rest)) + scale));
    }

    /// <summary>
    /// The standard normal number below which a share <paramref name="uniform"/> lies: a multiple of 2^-53 in (0,1); odd about 1/2 to the
    /// bit.
    /// </summary>
    internal static double Normal(double uniform)
    {
        var centred = Math.FusedMultiplyAdd(uniform, 2.0, -1.0);
        var depth = Log(Math.FusedMultiplyAdd(-centred, centred, 1.0), CentralMiddle);
        var slope = depth >= -CentralMiddle
            ? NormalCentralPolynomial(depth)
            : NormalTailPolynomial(Math.Sqrt(CentralMiddle - depth) - TailMiddle);
        return centred * slope;
    }

    private static double LogPolynomial(double s)
    {
        var q = s * s;
        var even = Math.FusedMultiplyAdd(Log12, q, Log10);
        even = Math.FusedMultiplyAdd(even, q, Log8);
        even = Math.FusedMultiplyAdd(even, q, Log6);
        even = Math.FusedMultiplyAdd(even, q, Log4);
        even = Math.FusedMultiplyAdd(even, q, Log2);
        even = Math.FusedMultiplyAdd(even, q, Log0);
        var odd = Math.FusedMultiplyAdd(Log11, q, Log9);
        odd = Math.FusedMultiplyAdd(odd, q, Log7);
        odd = Math.FusedMultiplyAdd(odd, q, Log5);
        odd = Math.FusedMultiplyAdd(odd, q, Log3);
        odd = Math.FusedMultiplyAdd(odd, q, Log1);
        return Math.FusedMultiplyAdd(odd, s, even);
    }

    private static double ExpPolynomial(double s)
    {
        var q = s * s;
        var even = Math.FusedMultiplyAdd(Exp6, q, Exp4);
        even = Math.FusedMultiplyAdd(even, q, Exp2);
        even = Math.FusedMultiplyAdd(even, q, Exp0);
        var odd = Math.FusedMultiplyAdd(Exp7, q, Exp5);
        odd = Math.FusedMultiplyAdd(odd, q, Exp3);
        odd = Math.FusedMultiplyAdd(odd, q, Exp1);
        return Math.FusedMultiplyAdd(odd, s, even);
    }

    private static double NormalCentralPolynomial(double s)
    {
        var q = s * s;
        var even = Math.FusedMultiplyAdd(NormalCentral14, q, NormalCentral12);
        even = Math.FusedMultiplyAdd(even, q, NormalCentral10);
        even = Math.FusedMultiplyAdd(even, q, NormalCentral8);
        even = Math.FusedMultiplyAdd(even, q, NormalCentral6);
        even = Math.FusedMultiplyAdd(even, q, NormalCentral4);
        even = Math.FusedMultiplyAdd(even, q, NormalCentral2);
        even = Math.FusedMultiplyAdd(even, q, NormalCentral0);
        var odd = Math.FusedMultiplyAdd(NormalCentral15, q, NormalCentral13);
        odd = Math.FusedMultiplyAdd(odd, q, NormalCentral11);
        odd = Math.FusedMultiplyAdd(odd, q, NormalCentral9);
        odd = Math.FusedMultiplyAdd(odd, q, NormalCentral7);
        odd = Math.FusedMultiplyAdd(odd, q, NormalCentral5);
        odd = Math.FusedMultiplyAdd(odd, q, NormalCentral3);
        odd = Math.FusedMultiplyAdd(odd, q, NormalCentral1);
        return Math.FusedMultiplyAdd(odd, s, even);
    }

    private static double NormalTailPolynomial(double s)
    {
        var q = s * s;
        var even = Math.FusedMultiplyAdd(NormalTail20, q, NormalTail18);
        even = Math.FusedMultiplyAdd(even, q, NormalTail16);
        even = Math.FusedMultiplyAdd(even, q, NormalTail14);
        even = Math.FusedMultiplyAdd(even, q, NormalTail12);
        even = Math.FusedMultiplyAdd(even, q, NormalTail10);
        even = Math.FusedMultiplyAdd(even, q, NormalTail8);
        even = Math.FusedMultiplyAdd(even, q, NormalTail6);
        even = Math.FusedMultiplyAdd(even, q, NormalTail4);
        even = Math.FusedMultiplyAdd(even, q, NormalTail2);
        even = Math.FusedMultiplyAdd(even, q, NormalTail0);
        var odd = Math.FusedMultiplyAdd(NormalTail19, q, NormalTail17);
        odd = Math.FusedMultiplyAdd(odd, q, NormalTail15);
        odd = Math.FusedMultiplyAdd(odd, q, NormalTail13);
        odd = Math.FusedMultiplyAdd(odd, q, NormalTail11);
        odd = Math.FusedMultiplyAdd(odd, q, NormalTail9);
        odd = Math.FusedMultiplyAdd(odd, q, NormalTail7);
        odd = Math.FusedMultiplyAdd(odd, q, NormalTail5);
        odd = Math.FusedMultiplyAdd(odd, q, NormalTail3);
        odd = Math.FusedMultiplyAdd(odd, q, NormalTail1);
        return Math.FusedMultiplyAdd(odd, s, even);
    }
}
