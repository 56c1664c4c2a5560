// A bound on the optimum of a linear model, exact, computed from row duals by weak duality.
using System.Numerics;

namespace BudgetSim.Allocation.Optimization;

/// <summary>
/// No feasible values of the model have an objective better than <c>Scaled / 2^ScaleBits</c>. Any duals give a valid bound;
/// good duals give a tight one.
/// </summary>
public sealed record DualBound(BigInteger Scaled, int ScaleBits)
{
    private const int MostBits = 120;
    private const double Blind = 1e-9;

    /// <summary>The nearest double.</summary>
    public double ToDouble() => Math.ScaleB((double)Scaled, -ScaleBits);

    /// <summary>
    /// The bound that <paramref name="rowDuals"/> [row] prove for an integral model (whole-number demands are not needed for it).
    /// Null when the duals push a variable or a row without limit, or are not numbers.
    /// </summary>
    public static DualBound? From(LinearModel model, ReadOnlySpan<double> rowDuals)
    {
        if (!model.IsIntegral || rowDuals.Length != model.Rows.Length) return null;
        if (ScaleBitsFor(model, rowDuals) is not { } bits) return null;
        var duals = Scale(rowDuals, bits);
        var costs = ReducedCosts(model, duals, bits);
        var total = BigInteger.Zero;
        for (var row = 0; row < duals.Length; row++)
            if (!TryAdd(ref total, duals[row], model.Rows[row].Lower, model.Rows[row].Upper, model.Maximise)) return null;
        for (var column = 0; column < costs.Length; column++)
        {
            var variable = model.Variables[column];
            if (!TryAdd(ref total, costs[column], variable.Lower, variable.Upper, model.Maximise)) return null;
        }

        return new DualBound(total, bits);
    }

    /// <summary>
    /// The bound in double arithmetic, for any continuous model: right to about one part in 10^9, and blind to reduced costs
    /// below that. Infinite when the duals push a variable or a row without limit.
    /// </summary>
    public static double Approximate(LinearModel model, ReadOnlySpan<double> rowDuals)
    {
        if (rowDuals.Length != model.Rows.Length) return double.NaN;
        var total = 0.0;
        var costs = model.Variables.Select(variable => variable.Objective).ToArray();
        var sizes = model.Variables.Select(variable => Math.Max(1, Math.Abs(variable.Objective))).ToArray();
        for (var row = 0; row < rowDuals.Length; row++)
        {
            total += End(rowDuals[row], 1, model.Rows[row].Lower, model.Rows[row].Upper, model.Maximise);
            var columns = model.ColumnsOf(row);
            var coefficients = model.CoefficientsOf(row);
            for (var i = 0; i < columns.Length; i++)
            {
                costs[columns[i]] -= rowDuals[row] * coefficients[i];
                sizes[columns[i]] = Math.Max(sizes[columns[i]], Math.Abs(rowDuals[row] * coefficients[i]));
            }
        }

        for (var column = 0; column < costs.Length; column++)
            total += End(costs[column], sizes[column], model.Variables[column].Lower, model.Variables[column].Upper, model.Maximise);
        return total;
    }

    private static double End(double factor, double size, double lower, double upper, bool maximise)
    {
        var end = factor > 0 == maximise ? upper : lower;
        return Math.Abs(factor) <= Blind * size ? (double.IsInfinity(end) ? 0 : factor * end) : factor * end;
    }

    private static bool TryAdd(ref BigInteger total, Int128 factor, double lower, double upper, bool maximise)
    {
        if (factor == 0) return true;
        var end = factor > 0 == maximise ? upper : lower;
        if (double.IsInfinity(end)) return false;
        total += (BigInteger)factor * (long)end;
        return true;
    }

    private static Int128[] Scale(ReadOnlySpan<double> duals, int bits)
    {
        var scaled = new Int128[duals.Length];
        for (var row = 0; row < scaled.Length; row++) scaled[row] = (Int128)Math.Round(Math.ScaleB(duals[row], bits));
        return scaled;
    }

    private static Int128[] ReducedCosts(LinearModel model, Int128[] duals, int bits)
    {
        var costs = new Int128[model.Variables.Length];
        for (var column = 0; column < costs.Length; column++)
            costs[column] = (Int128)(long)model.Variables[column].Objective << bits;
        for (var row = 0; row < duals.Length; row++)
        {
            if (duals[row] == 0) continue;
            var columns = model.ColumnsOf(row);
            var coefficients = model.CoefficientsOf(row);
            for (var i = 0; i < columns.Length; i++) costs[columns[i]] -= duals[row] * (Int128)(long)coefficients[i];
        }

        return costs;
    }

    // As many binary places as fit: dual times coefficient, summed over a column, stays below 2^120.
    private static int? ScaleBitsFor(LinearModel model, ReadOnlySpan<double> duals)
    {
        double largestDual = 1, largestCoefficient = 1, largestObjective = 1;
        foreach (var dual in duals) largestDual = Math.Max(largestDual, Math.Abs(dual));
        if (!double.IsFinite(largestDual)) return null;
        for (var row = 0; row < model.Rows.Length; row++)
            foreach (var coefficient in model.CoefficientsOf(row)) largestCoefficient = Math.Max(largestCoefficient, Math.Abs(coefficient));
        foreach (var variable in model.Variables) largestObjective = Math.Max(largestObjective, Math.Abs(variable.Objective));
        var terms = Math.Log2(largestDual) + Math.Log2(largestCoefficient) + Math.Log2(model.Rows.Length + 1);
        var bits = MostBits - (int)Math.Ceiling(Math.Max(terms, Math.Log2(largestObjective)));
        return bits < 0 ? null : Math.Min(52, bits);
    }
}
