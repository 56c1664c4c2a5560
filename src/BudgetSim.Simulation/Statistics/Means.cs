// Means of replications with their standard errors.
namespace BudgetSim.Simulation.Statistics;

/// <summary>Sample means; every sample is given in replication order.</summary>
public static class Means
{
    /// <summary>Mean and standard error of independent values; the error is infinite below two values.</summary>
    public static Estimate Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return new Estimate(double.NaN, double.PositiveInfinity);
        var mean = CompensatedSum.Of(values) / values.Length;
        return new Estimate(mean, Math.Sqrt(Variance(values, mean) / values.Length));
    }

    /// <summary>The same for amounts in fen, whose sum and sum of squares are exact.</summary>
    public static Estimate OfFen(ReadOnlySpan<long> fen)
    {
        if (fen.IsEmpty) return new Estimate(double.NaN, double.PositiveInfinity);
        Int128 sum = 0, squares = 0;
        foreach (var amount in fen)
        {
            sum += amount;
            squares += (Int128)amount * amount;
        }

        var count = (Int128)fen.Length;
        if (count == 1) return new Estimate((double)sum, double.PositiveInfinity);
        var (quotient, remainder) = Int128.DivRem(sum, count);
        var spread = squares - (quotient * quotient * count) - (2 * quotient * remainder); // sum of (x - quotient)^2, exact
        var variance = ((double)spread - ((double)remainder * (double)remainder / fen.Length)) / (fen.Length - 1);
        return new Estimate((double)quotient + ((double)remainder / fen.Length), Math.Sqrt(Math.Max(0, variance) / fen.Length));
    }

    /// <summary>
    /// The mean of all values, with the standard error of mirrored pairs if <paramref name="inPairs"/>, else of independent values.
    /// </summary>
    public static Estimate Of(ReadOnlySpan<double> values, bool inPairs) =>
        inPairs ? Of(values) with { StandardError = OfMirroredPairs(values).StandardError } : Of(values);

    /// <summary>The same for amounts in fen; sums of two are exact.</summary>
    public static Estimate OfFen(ReadOnlySpan<long> fen, bool inPairs)
    {
        var all = OfFen(fen);
        if (!inPairs) return all;
        var sums = new long[fen.Length / 2];
        for (var pair = 0; pair < sums.Length; pair++) sums[pair] = checked(fen[2 * pair] + fen[(2 * pair) + 1]);
        return all with { StandardError = sums.Length == 0 ? double.PositiveInfinity : 0.5 * OfFen(sums).StandardError };
    }

    /// <summary>Mean and standard error of mirrored replications (2k with 2k+1); an odd last one is left out.</summary>
    public static Estimate OfMirroredPairs(ReadOnlySpan<double> values)
    {
        var pairs = new double[values.Length / 2];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = 0.5 * (values[2 * i] + values[(2 * i) + 1]);
        return Of(pairs);
    }

    /// <summary>The unbiased variance about the sample's own <paramref name="mean"/>; infinite below two values.</summary>
    public static double Variance(ReadOnlySpan<double> values, double mean)
    {
        if (values.Length < 2) return double.PositiveInfinity;
        var squares = default(CompensatedSum);
        foreach (var value in values) squares.Add((value - mean) * (value - mean));
        return squares.Value / (values.Length - 1);
    }
}
