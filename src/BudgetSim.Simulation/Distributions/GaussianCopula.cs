// Ties the draws of several attributes together by rank correlations of their normal scores.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Simulation.Distributions;

/// <summary>
/// A Gaussian copula: each attribute keeps its own distribution, and their normal scores have the given correlations.
/// Made by <see cref="Check"/>.
/// </summary>
public sealed record GaussianCopula
{
    private readonly double[][] _factor;

    private GaussianCopula(double[][] factor) => _factor = factor;

    /// <summary>
    /// Checks that <paramref name="rows"/> is symmetric, has ones on the diagonal and is positive definite; if not, says which pair is
    /// wrong and offers the nearest correlation matrix.
    /// </summary>
    /// <param name="names">The attributes, in the order of rows and columns.</param>
    /// <param name="rows">[attribute][attribute], -1 to 1.</param>
    /// <param name="where">Where the matrix is written.</param>
    public static Loaded<GaussianCopula> Check(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> rows, Place where)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(rows);
        var faults = CorrelationMatrix.Faults(names, rows, where);
        if (faults.Count > 0) return Loaded<GaussianCopula>.From(null, faults);
        var matrix = rows.Select(row => row.ToArray()).ToArray();
        if (Cholesky(matrix) is { } factor) return Loaded<GaussianCopula>.From(new GaussianCopula(factor), faults);
        return Loaded<GaussianCopula>.From(null, [CorrelationMatrix.Impossible(names, matrix, where)]);
    }

    /// <summary>
    /// The correlated score of attribute <paramref name="index"/> from the independent scores of attributes 0 to <paramref name="index"/>.
    /// </summary>
    public double Correlated(int index, ReadOnlySpan<double> scores)
    {
        var sum = 0.0;
        for (var j = 0; j <= index; j++) sum += _factor[index][j] * scores[j];
        return sum;
    }

    /// <summary>The lower triangle L with L L' = <paramref name="matrix"/>, or null if there is none.</summary>
    internal static double[][]? Cholesky(double[][] matrix)
    {
        var factor = new double[matrix.Length][];
        for (var i = 0; i < matrix.Length; i++)
        {
            factor[i] = new double[matrix.Length];
            for (var j = 0; j <= i; j++)
            {
                var rest = matrix[i][j];
                for (var k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
                if (i == j && rest <= 1e-12) return null;
                factor[i][j] = i == j ? Math.Sqrt(rest) : rest / factor[j][j];
            }
        }

        return factor;
    }
}
