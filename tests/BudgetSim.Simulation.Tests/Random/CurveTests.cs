// The curves agree with independent mathematics, and the full-precision functions with the platform's to the last bits.
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Random;
using MathNet.Numerics;

namespace BudgetSim.Simulation.Tests.Random;

public sealed class CurveTests
{
    public static TheoryData<double> Shares =>
        [1e-15, 1e-9, 1e-4, 0.001, 0.01, 0.1, 0.3, 0.4999, 0.5, 0.7, 0.9, 0.975, 0.999, 1 - 1e-6, 1 - 1e-12];

    [Theory]
    [MemberData(nameof(Shares))]
    public void Normal_AnyShare_IsTheQuantileWithinATenBillionth(double share)
    {
        share = Math.Ceiling(share * 9007199254740992.0) / 9007199254740992.0; // draws are multiples of 2^-53
        Assert.Equal(-Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * share), DrawCurves.Normal(share), 1e-10);
    }

    [Fact]
    public void NormalCurve_Shares_AgreeWithTheInverseErrorFunction()
    {
        for (var share = 1e-17; share < 0.5; share *= 1.7)
        {
            Assert.Equal(-Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * share), NormalCurve.Quantile(share), 2e-14 * 8);
            Assert.Equal(1, NormalCurve.Cumulative(NormalCurve.Quantile(share)) / share, 1e-12);
        }
    }

    [Fact]
    public void Log_Mantissas_AgreesWithinATenBillionth()
    {
        for (var x = 1e-12; x < 1e12; x *= 1.0137) Assert.Equal(Math.Log(x), DrawCurves.Log(x), 1e-10);
    }

    [Fact]
    public void Exp_Range_AgreesWithinATenBillionth()
    {
        for (var x = -40.0; x < 40; x += 0.0137) Assert.Equal(1, DrawCurves.Exp(x) / Math.Exp(x), 1e-10);
    }

    [Fact]
    public void Elementary_Functions_AgreeWithThePlatform()
    {
        for (var x = 1e-9; x < 1e9; x *= 1.37)
        {
            Assert.Equal(0, (Elementary.Log(x) - Math.Log(x)) / Math.Max(1, Math.Abs(Math.Log(x))), 1e-15);
            if (x < 0.3) Assert.Equal(1, Elementary.LogOnePlus(x) / (2 * Math.Atanh(x / (2 + x))), 3e-15);
            Assert.Equal(
                0, (Elementary.LogGamma(x) - SpecialFunctions.GammaLn(x)) / Math.Max(1, Math.Abs(SpecialFunctions.GammaLn(x))), 1e-14);
        }

        for (var x = -700.0; x < 700; x += 0.731)
        {
            Assert.Equal(1, Elementary.Exp(x) / Math.Exp(x), 1e-15);
            Assert.Equal(1, Elementary.ExpLessOne(x / 1000) / (2 * Math.Exp(x / 2000) * Math.Sinh(x / 2000)), 3e-15);
        }
    }
}
