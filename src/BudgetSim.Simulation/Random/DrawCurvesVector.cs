// The curves that turn uniform bits into exponentials, normals and lognormals, eight draws at a time.
using System.Runtime.Intrinsics;
using static BudgetSim.Simulation.Random.CurveCoefficients;
using static BudgetSim.Simulation.Random.DrawCurves;

namespace BudgetSim.Simulation.Random;

/// <summary>
/// <see cref="DrawCurves"/> over eight lanes, the same operations in the same order: no fused multiply-add, so a machine
/// with AVX-512, with AVX2 or with neither gives the same bits.
/// </summary>
internal static class DrawCurvesVector
{
    /// <summary>Numbers in (0,1) from the upper 52 bits of each lane.</summary>
    internal static Vector512<double> Uniform(Vector512<ulong> bits) =>
        ((bits >>> 12) | Vector512.Create(OneBits)).AsDouble() - V(BelowOne);

    /// <summary>Natural logarithms of positive normal numbers.</summary>
    internal static Vector512<double> Log(Vector512<double> value)
    {
        var shifted = value.AsUInt64() + Vector512.Create(RootHalfOffset);
        var exponent = ((shifted >>> 52) | Vector512.Create(IntegerBits)).AsDouble() - V(IntegerBias);
        var rest = ((shifted & Vector512.Create(MantissaBits)) + Vector512.Create(RootHalfBits)).AsDouble() - V(1.0);
        return (exponent * V(LogTwo)) + (rest * LogPolynomial(rest - V(LogMiddle)));
    }

    /// <summary>e to the power of each lane, held within ±700.</summary>
    internal static Vector512<double> Exp(Vector512<double> value)
    {
        var held = Vector512.Min(Vector512.Max(value, V(-LargestExponent)), V(LargestExponent));
        var biased = (held * V(OverLogTwo)) + V(RoundingBias);
        var whole = biased - V(RoundingBias);
        var rest = held - (whole * V(LogTwoHigh)) - (whole * V(LogTwoLow));
        return (ExpPolynomial(rest).AsUInt64() + (biased.AsUInt64() << 52)).AsDouble();
    }

    /// <summary>Standard normal quantiles of numbers in (0,1).</summary>
    internal static Vector512<double> Normal(Vector512<double> uniform)
    {
        var surprise = -Log(uniform * V(4.0) * (V(1.0) - uniform));
        var slope = NormalCentralPolynomial(surprise - V(CentralMiddle));
        var tail = Vector512.GreaterThanOrEqual(surprise, V(TailStart));
        if (tail != Vector512<double>.Zero) slope = WithTail(slope, surprise, tail);
        return (uniform - V(0.5)) * V(2.0) * slope;
    }

    // One draw in 500 is beyond 3.1 standard deviations: worth a branch, not worth the work for all.
    private static Vector512<double> WithTail(Vector512<double> slope, Vector512<double> surprise, Vector512<double> tail) =>
        Vector512.ConditionalSelect(tail, NormalTailPolynomial(Vector512.Sqrt(surprise) - V(TailMiddle)), slope);

    private static Vector512<double> V(double value) => Vector512.Create(value);

    private static Vector512<double> LogPolynomial(Vector512<double> s)
    {
        var q = s * s;
        var even = (V(Log14) * q) + V(Log12);
        even = (even * q) + V(Log10);
        even = (even * q) + V(Log8);
        even = (even * q) + V(Log6);
        even = (even * q) + V(Log4);
        even = (even * q) + V(Log2);
        even = (even * q) + V(Log0);
        var odd = (V(Log13) * q) + V(Log11);
        odd = (odd * q) + V(Log9);
        odd = (odd * q) + V(Log7);
        odd = (odd * q) + V(Log5);
        odd = (odd * q) + V(Log3);
        odd = (odd * q) + V(Log1);
        return even + (odd * s);
    }

    private static Vector512<double> ExpPolynomial(Vector512<double> s)
    {
        var q = s * s;
        var even = (V(Exp8) * q) + V(Exp6);
        even = (even * q) + V(Exp4);
        even = (even * q) + V(Exp2);
        even = (even * q) + V(Exp0);
        var odd = (V(Exp7) * q) + V(Exp5);
        odd = (odd * q) + V(Exp3);
        odd = (odd * q) + V(Exp1);
        return even + (odd * s);
    }

    private static Vector512<double> NormalCentralPolynomial(Vector512<double> s)
    {
        var q = s * s;
        var even = (V(NormalCentral16) * q) + V(NormalCentral14);
        even = (even * q) + V(NormalCentral12);
        even = (even * q) + V(NormalCentral10);
        even = (even * q) + V(NormalCentral8);
        even = (even * q) + V(NormalCentral6);
        even = (even * q) + V(NormalCentral4);
        even = (even * q) + V(NormalCentral2);
        even = (even * q) + V(NormalCentral0);
        var odd = (V(NormalCentral17) * q) + V(NormalCentral15);
        odd = (odd * q) + V(NormalCentral13);
        odd = (odd * q) + V(NormalCentral11);
        odd = (odd * q) + V(NormalCentral9);
        odd = (odd * q) + V(NormalCentral7);
        odd = (odd * q) + V(NormalCentral5);
        odd = (odd * q) + V(NormalCentral3);
        odd = (odd * q) + V(NormalCentral1);
        return even + (odd * s);
    }

    private static Vector512<double> NormalTailPolynomial(Vector512<double> s)
    {
        var q = s * s;
        var even = (V(NormalTail20) * q) + V(NormalTail18);
        even = (even * q) + V(NormalTail16);
        even = (even * q) + V(NormalTail14);
        even = (even * q) + V(NormalTail12);
        even = (even * q) + V(NormalTail10);
        even = (even * q) + V(NormalTail8);
        even = (even * q) + V(NormalTail6);
        even = (even * q) + V(NormalTail4);
        even = (even * q) + V(NormalTail2);
        even = (even * q) + V(NormalTail0);
        var odd = (V(NormalTail19) * q) + V(NormalTail17);
        odd = (odd * q) + V(NormalTail15);
        odd = (odd * q) + V(NormalTail13);
        odd = (odd * q) + V(NormalTail11);
        odd = (odd * q) + V(NormalTail9);
        odd = (odd * q) + V(NormalTail7);
        odd = (odd * q) + V(NormalTail5);
        odd = (odd * q) + V(NormalTail3);
        odd = (odd * q) + V(NormalTail1);
        return even + (odd * s);
    }
}
