// Logarithm, exponential and their kin to full precision, with the same bits on every machine.
namespace BudgetSim.Simulation.Random;

/// <summary>
/// Elementary functions from +, -, *, / and square root only (which IEEE 754 fixes to the bit), for distributions and
/// statistics; the system's own differ in the last bit from one platform to another. Error below 4 units in the last place.
/// </summary>
public static class Elementary
{
    /// <summary>e to the power of <paramref name="x"/>; 0 below -745, infinity above 709.78.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > 709.782712893384) return double.PositiveInfinity;
        if (x < -745.2) return 0;
        var whole = Math.Floor((x * DrawCurves.OverLogTwo) + 0.5);
        var rest = x - (whole * DrawCurves.LogTwoHigh) - (whole * DrawCurves.LogTwoLow);
        var sum = 1.0;
        for (var k = 14; k >= 1; k--) sum = 1.0 + (sum * rest / k);
        return Math.ScaleB(sum, (int)whole);
    }

    /// <summary>The natural logarithm; minus infinity at 0.</summary>
    public static double Log(double x)
    {
        if (x == 0) return double.NegativeInfinity;
        if (!(x > 0) || double.IsPositiveInfinity(x)) return x > 0 ? x : double.NaN;
        var exponent = Math.ILogB(x);
        var mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.4142135623730951) (mantissa, exponent) = (mantissa / 2, exponent + 1);
        return (exponent * DrawCurves.LogTwoHigh) + (LogOfRatio(mantissa - 1.0, mantissa + 1.0) + (exponent * DrawCurves.LogTwoLow));
    }

    /// <summary>ln(1 + <paramref name="x"/>), accurate for small x.</summary>
    public static double LogOnePlus(double x) => Math.Abs(x) > 0.25 ? Log(1.0 + x) : LogOfRatio(x, 2.0 + x);

    /// <summary>e^<paramref name="x"/> - 1, accurate for small x.</summary>
    public static double ExpLessOne(double x)
    {
        if (Math.Abs(x) > 0.35) return Exp(x) - 1.0;
        var sum = 1.0;
        for (var k = 15; k >= 2; k--) sum = 1.0 + (sum * x / k);
        return sum * x;
    }

    /// <summary><paramref name="x"/> (above 0) to the power of <paramref name="power"/>.</summary>
    public static double Pow(double x, double power) => x == 0 ? (power == 0 ? 1 : 0) : Exp(power * Log(x));

    /// <summary>The logarithm of the gamma function (Stirling's series after a shift).</summary>
    /// <param name="x">Above 0.</param>
    public static double LogGamma(double x)
    {
        if (!(x > 0)) throw new ArgumentOutOfRangeException(nameof(x));
        var shift = 1.0;
        for (; x < 15; x++) shift *= x;
        var inverse = 1.0 / x;
        var square = inverse * inverse;
        var series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680)
            - (square * ((1.0 / 1188) - (square * (691.0 / 360360)))))))))));
        return ((x - 0.5) * Log(x)) - x + 0.9189385332046727 + series - Log(shift);
    }

    // ln((1+t)/(1-t)) = 2 (t + t^3/3 + t^5/5 + ...), t = above/below, |t| at most 0.172.
    private static double LogOfRatio(double above, double below)
    {
        var t = above / below;
        var square = t * t;
        var sum = 0.0;
        for (var k = 23; k >= 3; k -= 2) sum = (sum + (1.0 / k)) * square;
        return 2.0 * (t + (t * sum));
    }
}
