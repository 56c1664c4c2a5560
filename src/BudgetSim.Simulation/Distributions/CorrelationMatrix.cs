// Checks tables of correlations and finds the nearest one that attributes can have.
using System.Globalization;
using BudgetSim.Core.Diagnostics;
using MathNet.Numerics.LinearAlgebra;

namespace BudgetSim.Simulation.Distributions;

/// <summary>The faults of a table of correlations, and Higham's nearest correlation matrix.</summary>
public static class CorrelationMatrix
{
    private const double SmallestEigenvalue = 1e-6;

    /// <summary>Wrong size, diagonal, range or symmetry.</summary>
    internal static List<Diagnostic> Faults(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> rows, Place where)
    {
        var faults = new List<Diagnostic>();
        if (rows.Count != names.Count || rows.Any(row => row.Count != names.Count))
        {
            var columns = rows.Count == 0 ? 0 : rows.FirstOrDefault(row => row.Count != names.Count, rows[0]).Count;
            faults.Add(DistributionFaults.CorrelationSize(where, rows.Count, columns, names.Count));
            return faults;
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (rows[i][i] != 1) faults.Add(DistributionFaults.CorrelationDiagonal(where, names[i], rows[i][i]));
            for (var j = 0; j < i; j++)
            {
                if (!(Math.Abs(rows[i][j]) <= 1)) faults.Add(DistributionFaults.CorrelationRange(where, names[i], names[j], rows[i][j]));
                else if (rows[i][j] != rows[j][i])
                    faults.Add(DistributionFaults.CorrelationAsymmetric(where, names[i], names[j], rows[i][j], rows[j][i]));
            }
        }

        return faults;
    }

    /// <summary>
    /// The message for a symmetric table that is not positive definite, with the pair that is furthest from the nearest possible table.
    /// </summary>
    internal static Diagnostic Impossible(IReadOnlyList<string> names, double[][] rows, Place where)
    {
        var nearest = Nearest(rows);
        var pairs = from i in Enumerable.Range(0, rows.Length) from j in Enumerable.Range(0, i) select (i, j);
        var (a, b) = pairs.MaxBy(pair => Math.Abs(rows[pair.i][pair.j] - nearest[pair.i][pair.j]));
        var text = string.Join(
            ", ",
            nearest.Select(
                row => "[" + string.Join(", ", row.Select(value => value.ToString("0.####", CultureInfo.InvariantCulture))) + "]"));
        return DistributionFaults.CorrelationImpossible(where, names[b], names[a], rows[a][b], nearest[a][b], "[" + text + "]");
    }

    /// <summary>
    /// The correlation matrix nearest to a symmetric one in the Frobenius norm, by alternating projections with Dykstra's correction
    /// (N. Higham, IMA J. Numerical Analysis 22, 2002); its eigenvalues are at least 1e-6.
    /// </summary>
    public static double[][] Nearest(double[][] rows)
    {
        var matrix = Matrix<double>.Build.DenseOfRowArrays(rows);
        var correction = Matrix<double>.Build.Dense(rows.Length, rows.Length);
        for (var step = 0; step < 500; step++)
        {
            var target = matrix - correction;
            var projected = WithEigenvaluesAtLeast(target, SmallestEigenvalue);
            correction = projected - target;
            var next = projected.Clone();
            next.SetDiagonal(Vector<double>.Build.Dense(rows.Length, 1.0));
            var change = (next - matrix).FrobeniusNorm();
            matrix = next;
            if (change < 1e-10) break;
        }

        return WithUnitDiagonal(WithEigenvaluesAtLeast(matrix, SmallestEigenvalue)).ToRowArrays();
    }

    private static Matrix<double> WithEigenvaluesAtLeast(Matrix<double> matrix, double least)
    {
        var parts = ((matrix + matrix.Transpose()) * 0.5).Evd(Symmetricity.Symmetric);
        var values = parts.EigenValues.Map(value => Math.Max(value.Real, least));
        return parts.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(values) * parts.EigenVectors.Transpose();
    }

    private static Matrix<double> WithUnitDiagonal(Matrix<double> matrix)
    {
        var scale = matrix.Diagonal().Map(value => 1 / Math.Sqrt(value));
        return matrix.MapIndexed((i, j, value) => i == j ? 1.0 : 0.5 * (value + matrix[j, i]) * scale[i] * scale[j]);
    }
}
