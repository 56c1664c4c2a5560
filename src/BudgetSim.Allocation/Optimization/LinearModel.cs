// A linear optimisation model that names no solver: variables, sparse rows, one linear objective.
using System.Collections.Immutable;

namespace BudgetSim.Allocation.Optimization;

/// <summary>
/// Optimise the sum of objective times value over variables within their bounds, so that every row stays within its own.
/// Immutable; made by <see cref="LinearModelBuilder"/>. Rows are stored one after the other (compressed rows).
/// </summary>
public sealed class LinearModel
{
    private readonly int[] _columns;
    private readonly double[] _coefficients;

    internal LinearModel(
        bool maximise,
        ImmutableArray<LinearVariable> variables,
        ImmutableArray<LinearRow> rows,
        int[] columns,
        double[] coefficients,
        ImmutableArray<double> start)
    {
        Maximise = maximise;
        Variables = variables;
        Rows = rows;
        _columns = columns;
        _coefficients = coefficients;
        Start = start;
        IsIntegral = HasWholeNumbersOnly();
        HasIntegers = variables.Any(variable => variable.IsInteger);
        HasContinuous = variables.Any(variable => !variable.IsInteger);
    }

    /// <summary>Whether more is better.</summary>
    public bool Maximise { get; }

    /// <summary>The variables, [variable].</summary>
    public ImmutableArray<LinearVariable> Variables { get; }

    /// <summary>The bounds of the rows, [row].</summary>
    public ImmutableArray<LinearRow> Rows { get; }

    /// <summary>A known solution to begin from, [variable]; empty when there is none.</summary>
    public ImmutableArray<double> Start { get; }

    /// <summary>
    /// Whether every coefficient, objective factor and finite bound is a whole number of at most 2^53, so that answers can be
    /// checked without rounding.
    /// </summary>
    public bool IsIntegral { get; }

    /// <summary>Whether some variable takes whole numbers only.</summary>
    public bool HasIntegers { get; }

    /// <summary>Whether some variable may take any number.</summary>
    public bool HasContinuous { get; }

    /// <summary>The variables of one row, in the order they were given.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => _columns.AsSpan(Rows[row].Start, Rows[row].Count);

    /// <summary>The coefficients of one row, beside <see cref="ColumnsOf"/>.</summary>
    public ReadOnlySpan<double> CoefficientsOf(int row) => _coefficients.AsSpan(Rows[row].Start, Rows[row].Count);

    /// <summary>The same model with a known solution to begin from; the answer is then never worse than it.</summary>
    public LinearModel WithStart(ImmutableArray<double> start) =>
        start.Length == Variables.Length
            ? new LinearModel(Maximise, Variables, Rows, _columns, _coefficients, start)
            : throw new ArgumentException("a start has one value per variable", nameof(start));

    /// <summary>The same model without whole-number demands: its optimum bounds this one's, and it has duals.</summary>
    public LinearModel Relax() =>
        HasIntegers
            ? new LinearModel(Maximise, [.. Variables.Select(v => v with { IsInteger = false })], Rows, _columns, _coefficients, [])
            : this;

    private bool HasWholeNumbersOnly() =>
        Array.TrueForAll(_coefficients, IsWhole)
        && Variables.All(variable => IsWhole(variable.Objective) && IsBound(variable.Lower) && IsBound(variable.Upper))
        && Rows.All(row => IsBound(row.Lower) && IsBound(row.Upper));

    private static bool IsBound(double value) => double.IsInfinity(value) || IsWhole(value);

    private static bool IsWhole(double value) => Math.Abs(value) <= 1L << 53 && Math.Floor(value) == value;
}

/// <summary>
/// One variable: lower and upper bound (infinite where there is none), its factor in the objective, and whether it takes
/// whole numbers only.
/// </summary>
public readonly record struct LinearVariable(double Lower, double Upper, double Objective, bool IsInteger)
{
    /// <summary>Whether it is a choice between 0 and 1.</summary>
    public bool IsBoolean => IsInteger && Lower >= 0 && Upper <= 1;
}

/// <summary>The bounds of one row (infinite where there is none) and where its coefficients stand in the model.</summary>
public readonly record struct LinearRow(double Lower, double Upper, int Start, int Count);
