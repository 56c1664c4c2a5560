// The curves that turn uniform bits into exponentials, normals and lognormals, one draw at a time.
using static BudgetSim.Simulation.Random.CurveCoefficients;

namespace BudgetSim.Simulation.Random;

/// <summary>
/// Logarithm, exponential and normal quantile from additions and multiplications only, so that every machine gives the
/// same bits; accurate to about 1e-11, far below what any number of replications can see. Twin: <see cref="DrawCurvesVector"/>.
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
    internal const double TailStart = 6.25, CentralMiddle = 3.125, TailMiddle = 4.28, LargestExponent = 700.0;

    /// <summary>A number in (0,1), a multiple of 2^-53, from the upper 52 bits.</summary>
    internal static double Uniform(ulong bits) => BitConverter.UInt64BitsToDouble((bits >> 12) | OneBits) - BelowOne;

    /// <summary>The natural logarithm of a positive normal number.</summary>
    internal static double Log(double value)
    {
        var shifted = unchecked(BitConverter.DoubleToUInt64Bits(value) + RootHalfOffset);
        var exponent = BitConverter.UInt64BitsToDouble((shifted >> 52) | IntegerBits) - IntegerBias;
        var rest = BitConverter.UInt64BitsToDouble((shifted & MantissaBits) + RootHalfBits) - 1.0;
        return (exponent * LogTwo) + (rest * LogPolynomial(rest - LogMiddle));
    }

    /// <summary>e to the power of <paramref name="value"/>, which is held within ±700.</summary>
    internal static double Exp(double value)
    {
        var held = Math.Min(Math.Max(value, -LargestExponent), LargestExponent);
        var biased = (held * OverLogTwo) + RoundingBias;
        var whole = biased - RoundingBias;
        var rest = held - (whole * LogTwoHigh) - (whole * LogTwoLow);
        var scale = BitConverter.DoubleToUInt64Bits(biased) << 52;
        return BitConverter.UInt64BitsToDouble(unchecked(BitConverter.DoubleToUInt64Bits(ExpPolynomial(rest)) + scale));
    }

    /// <summary>The standard normal number below which a share <paramref name="uniform"/>, in (0,1), lies; odd about 1/2 to the bit.</summary>
    internal static double Normal(double uniform)
    {
        var surprise = -Log(uniform * 4.0 * (1.0 - uniform));
        var slope = surprise < TailStart
            ? NormalCentralPolynomial(surprise - CentralMiddle)
            : NormalTailPolynomial(Math.Sqrt(surprise) - TailMiddle);
        return (uniform - 0.5) * 2.0 * slope;
    }

    private static double LogPolynomial(double s)
    {
        var q = s * s;
        var even = (Log14 * q) + Log12;
        even = (even * q) + Log10;
        even = (even * q) + Log8;
        even = (even * q) + Log6;
        even = (even * q) + Log4;
        even = (even * q) + Log2;
        even = (even * q) + Log0;
        var odd = (Log13 * q) + Log11;
        odd = (odd * q) + Log9;
        odd = (odd * q) + Log7;
        odd = (odd * q) + Log5;
        odd = (odd * q) + Log3;
        odd = (odd * q) + Log1;
        return even + (odd * s);
    }

    private static double ExpPolynomial(double s)
    {
        var q = s * s;
        var even = (Exp8 * q) + Exp6;
        even = (even * q) + Exp4;
        even = (even * q) + Exp2;
        even = (even * q) + Exp0;
        var odd = (Exp7 * q) + Exp5;
        odd = (odd * q) + Exp3;
        odd = (odd * q) + Exp1;
        return even + (odd * s);
    }

    private static double NormalCentralPolynomial(double s)
    {
        var q = s * s;
        var even = (NormalCentral16 * q) + NormalCentral14;
        even = (even * q) + NormalCentral12;
        even = (even * q) + NormalCentral10;
        even = (even * q) + NormalCentral8;
        even = (even * q) + NormalCentral6;
        even = (even * q) + NormalCentral4;
        even = (even * q) + NormalCentral2;
        even = (even * q) + NormalCentral0;
        var odd = (NormalCentral17 * q) + NormalCentral15;
        odd = (odd * q) + NormalCentral13;
        odd = (odd * q) + NormalCentral11;
        odd = (odd * q) + NormalCentral9;
        odd = (odd * q) + NormalCentral7;
        odd = (odd * q) + NormalCentral5;
        odd = (odd * q) + NormalCentral3;
        odd = (odd * q) + NormalCentral1;
        return even + (odd * s);
    }

    private static double NormalTailPolynomial(double s)
    {
        var q = s * s;
        var even = (NormalTail20 * q) + NormalTail18;
        even = (even * q) + NormalTail16;
        even = (even * q) + NormalTail14;
        even = (even * q) + NormalTail12;
        even = (even * q) + NormalTail10;
        even = (even * q) + NormalTail8;
        even = (even * q) + NormalTail6;
        even = (even * q) + NormalTail4;
        even = (even * q) + NormalTail2;
        even = (even * q) + NormalTail0;
        var odd = (NormalTail19 * q) + NormalTail17;
        odd = (odd * q) + NormalTail15;
        odd = (odd * q) + NormalTail13;
        odd = (odd * q) + NormalTail11;
        odd = (odd * q) + NormalTail9;
        odd = (odd * q) + NormalTail7;
        odd = (odd * q) + NormalTail5;
        odd = (odd * q) + NormalTail3;
        odd = (odd * q) + NormalTail1;
        return even + (odd * s);
    }
}
