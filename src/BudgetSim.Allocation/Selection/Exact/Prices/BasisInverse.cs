// Inverts a small dense basis matrix.
namespace BudgetSim.Allocation.Selection.Exact.Prices;

/// <summary>Gauss and Jordan with row pivoting.</summary>
internal static class BasisInverse
{
    /// <summary>The inverse, row after row, of the matrix whose columns <paramref name="fill"/> writes; null when it is singular.</summary>
    public static double[]? Of(int size, Action<int, double[]> fill)
    {
        var matrix = new double[size * size];
        var inverse = new double[size * size];
        var column = new double[size];
        for (var j = 0; j < size; j++)
        {
            Array.Clear(column);
            fill(j, column);
            for (var i = 0; i < size; i++) matrix[(i * size) + j] = column[i];
            inverse[(j * size) + j] = 1;
        }

        for (var j = 0; j < size; j++)
            if (!Eliminate(matrix, inverse, size, j)) return null;
        return inverse;
    }

    private static bool Eliminate(double[] matrix, double[] inverse, int size, int j)
    {
        var pivot = j;
        for (var i = j + 1; i < size; i++)
            if (Math.Abs(matrix[(i * size) + j]) > Math.Abs(matrix[(pivot * size) + j])) pivot = i;
        var value = matrix[(pivot * size) + j];
        if (Math.Abs(value) < 1e-12) return false;
        SwapAndScale(matrix.AsSpan(), size, j, pivot, value);
        SwapAndScale(inverse.AsSpan(), size, j, pivot, value);
        for (var i = 0; i < size; i++)
        {
            var factor = matrix[(i * size) + j];
            if (i == j || factor == 0) continue;
            Subtract(matrix.AsSpan(), size, i, j, factor);
            Subtract(inverse.AsSpan(), size, i, j, factor);
        }

        return true;
    }

    private static void SwapAndScale(Span<double> matrix, int size, int row, int pivot, double value)
    {
        var a = matrix.Slice(row * size, size);
        var b = matrix.Slice(pivot * size, size);
        for (var k = 0; k < size; k++) (a[k], b[k]) = (b[k], a[k]);
        for (var k = 0; k < size; k++) a[k] /= value;
    }

    private static void Subtract(Span<double> matrix, int size, int row, int from, double factor)
    {
        var a = matrix.Slice(row * size, size);
        var b = matrix.Slice(from * size, size);
        for (var k = 0; k < a.Length; k++) a[k] -= factor * b[k];
    }
}
