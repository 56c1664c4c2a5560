// The curves that turn uniform bits into exponentials, normals and lognormals, many draws at a time.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static BudgetSim.Simulation.Random.CurveCoefficients;
using static BudgetSim.Simulation.Random.DrawCurves;

namespace BudgetSim.Simulation.Random;

/// <summary>
/// <see cref="DrawCurves"/> over the lanes of a vector, the same operations in the same order, so a machine with AVX-512, with AVX2 or
/// with neither gives the same bits.
/// </summary>
internal static class WideCurves
{
    /// <summary>Numbers in (0,1) from the upper 52 bits of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Uniform(Vector512<ulong> bits) =>
        ((bits >>> 12) | Vector512.Create(OneBits)).AsDouble() - V(BelowOne);

    /// <summary>Natural logarithms of positive normal numbers, plus <paramref name="shift"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Log(Vector512<double> value, double shift = 0)
    {
        var shifted = value.AsUInt64() + Vector512.Create(RootHalfOffset);
        var exponent = ((shifted >>> 52) | Vector512.Create(IntegerBits)).AsDouble() - V(IntegerBias);
        var rest = ((shifted & Vector512.Create(MantissaBits)) + Vector512.Create(RootHalfBits)).AsDouble() - V(1.0);
        return Vector512.FusedMultiplyAdd(rest, LogPolynomial(rest), Vector512.FusedMultiplyAdd(exponent, V(LogTwo), V(shift)));
    }

    /// <summary>e to the power of each lane; lanes are within ±700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> ExpInside(Vector512<double> value)
    {
        var biased = Vector512.FusedMultiplyAdd(value, V(OverLogTwo), V(RoundingBias));
        var whole = biased - V(RoundingBias);
        var rest = Vector512.FusedMultiplyAdd(whole, V(-LogTwoLow), Vector512.FusedMultiplyAdd(whole, V(-LogTwoHigh), value));
        return (ExpPolynomial(rest).AsUInt64() + (biased.AsUInt64() << 52)).AsDouble();
    }

    /// <summary>Standard normal quantiles of two vectors of numbers in (0,1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector512<double> First, Vector512<double> Second) Normals(Vector512<double> first, Vector512<double> second)
    {
        var (centredFirst, centredSecond) = (Centred(first), Centred(second));
        var (depthFirst, depthSecond) = (Depth(centredFirst), Depth(centredSecond));
        // One draw in 500 is beyond 3.1 standard deviations: worth a branch, not worth the work for all.
        if (Vector512.LessThanAny(Vector512.MinNative(depthFirst, depthSecond), V(-CentralMiddle))) return WithTails(first, second);
        return (centredFirst * NormalCentralPolynomial(depthFirst), centredSecond * NormalCentralPolynomial(depthSecond));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static (Vector512<double> First, Vector512<double> Second) WithTails(Vector512<double> first, Vector512<double> second) =>
        (WithTail(first), WithTail(second));

    private static Vector512<double> WithTail(Vector512<double> uniform)
    {
        var centred = Centred(uniform);
        var depth = Depth(centred);
        var tail = NormalTailPolynomial(Vector512.Sqrt(Vector512.MaxNative(V(CentralMiddle) - depth, V(0.0))) - V(TailMiddle));
        return centred * Vector512.ConditionalSelect(Vector512.LessThan(depth, V(-CentralMiddle)), tail, NormalCentralPolynomial(depth));
    }

    // 2u - 1, exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Centred(Vector512<double> uniform) => Vector512.FusedMultiplyAdd(uniform, V(2.0), V(-1.0));

    // ln(4u(1-u)) + 3.125: above -3.125 in the centre, below in the tails.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Depth(Vector512<double> centred) =>
        Log(Vector512.FusedMultiplyAdd(-centred, centred, V(1.0)), CentralMiddle);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> V(double value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogPolynomial(Vector512<double> s)
    {
        var q = s * s;
        var even = Vector512.FusedMultiplyAdd(V(Log12), q, V(Log10));
        even = Vector512.FusedMultiplyAdd(even, q, V(Log8));
        even = Vector512.FusedMultiplyAdd(even, q, V(Log6));
        even = Vector512.FusedMultiplyAdd(even, q, V(Log4));
        even = Vector512.FusedMultiplyAdd(even, q, V(Log2));
        even = Vector512.FusedMultiplyAdd(even, q, V(Log0));
        var odd = Vector512.FusedMultiplyAdd(V(Log11), q, V(Log9));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(Log7));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(Log5));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(Log3));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(Log1));
        return Vector512.FusedMultiplyAdd(odd, s, even);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpPolynomial(Vector512<double> s)
    {
        var q = s * s;
        var even = Vector512.FusedMultiplyAdd(V(Exp6), q, V(Exp4));
        even = Vector512.FusedMultiplyAdd(even, q, V(Exp2));
        even = Vector512.FusedMultiplyAdd(even, q, V(Exp0));
        var odd = Vector512.FusedMultiplyAdd(V(Exp7), q, V(Exp5));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(Exp3));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(Exp1));
        return Vector512.FusedMultiplyAdd(odd, s, even);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> NormalCentralPolynomial(Vector512<double> s)
    {
        var q = s * s;
        var even = Vector512.FusedMultiplyAdd(V(NormalCentral14), q, V(NormalCentral12));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalCentral10));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalCentral8));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalCentral6));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalCentral4));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalCentral2));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalCentral0));
        var odd = Vector512.FusedMultiplyAdd(V(NormalCentral15), q, V(NormalCentral13));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalCentral11));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalCentral9));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalCentral7));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalCentral5));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalCentral3));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalCentral1));
        return Vector512.FusedMultiplyAdd(odd, s, even);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> NormalTailPolynomial(Vector512<double> s)
    {
        var q = s * s;
        var even = Vector512.FusedMultiplyAdd(V(NormalTail20), q, V(NormalTail18));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalTail16));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalTail14));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalTail12));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalTail10));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalTail8));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalTail6));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalTail4));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalTail2));
        even = Vector512.FusedMultiplyAdd(even, q, V(NormalTail0));
        var odd = Vector512.FusedMultiplyAdd(V(NormalTail19), q, V(NormalTail17));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalTail15));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalTail13));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalTail11));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalTail9));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalTail7));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalTail5));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalTail3));
        odd = Vector512.FusedMultiplyAdd(odd, q, V(NormalTail1));
        return Vector512.FusedMultiplyAdd(odd, s, even);
    }
}
