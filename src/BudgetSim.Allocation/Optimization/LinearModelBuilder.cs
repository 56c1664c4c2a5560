// Collects variables and rows into an immutable linear model.
using System.Collections.Immutable;

namespace BudgetSim.Allocation.Optimization;

/// <summary>Adds variables and rows one at a time; the index of each is its place in the answer.</summary>
public sealed class LinearModelBuilder
{
    private readonly ImmutableArray<LinearVariable>.Builder _variables = ImmutableArray.CreateBuilder<LinearVariable>();
    private readonly ImmutableArray<LinearRow>.Builder _rows = ImmutableArray.CreateBuilder<LinearRow>();
    private readonly List<int> _columns = [];
    private readonly List<double> _coefficients = [];
    private readonly List<int> _lastRowOf = [];

    /// <summary>Adds a variable that may take any number within its bounds, and gives its index.</summary>
    public int AddContinuous(double lower, double upper, double objective = 0) => Add(lower, upper, objective, isInteger: false);

    /// <summary>Adds a variable that takes whole numbers within its bounds, and gives its index.</summary>
    public int AddInteger(double lower, double upper, double objective = 0) => Add(lower, upper, objective, isInteger: true);

    /// <summary>Adds a choice: 1 when taken, 0 when not; gives its index.</summary>
    public int AddBoolean(double objective = 0) => Add(0, 1, objective, isInteger: true);

    /// <summary>
    /// Adds <c>lower &lt;= sum of coefficient times variable &lt;= upper</c> (infinite where there is no bound) and gives the
    /// row's index. A variable may stand in a row once.
    /// </summary>
    public int AddRow(double lower, double upper, ReadOnlySpan<int> columns, ReadOnlySpan<double> coefficients)
    {
        if (columns.Length != coefficients.Length) throw new ArgumentException("one coefficient per column", nameof(coefficients));
        var row = OpenRow(lower, upper, columns.Length);
        for (var i = 0; i < columns.Length; i++) AddTerm(row, columns[i], coefficients[i]);
        return row;
    }

    /// <summary>Adds <c>lower &lt;= sum of the variables &lt;= upper</c> and gives the row's index.</summary>
    public int AddSum(double lower, double upper, ReadOnlySpan<int> columns)
    {
        var row = OpenRow(lower, upper, columns.Length);
        foreach (var column in columns) AddTerm(row, column, 1);
        return row;
    }

    /// <summary>The model.</summary>
    public LinearModel Build(bool maximise) =>
        new(maximise, _variables.ToImmutable(), _rows.ToImmutable(), [.. _columns], [.. _coefficients], []);

    private int Add(double lower, double upper, double objective, bool isInteger)
    {
        RefuseNaN(lower, upper);
        if (!double.IsFinite(objective)) throw new ArgumentException("an objective factor is finite", nameof(objective));
        _variables.Add(new LinearVariable(lower, upper, objective, isInteger));
        _lastRowOf.Add(-1);
        return _variables.Count - 1;
    }

    private int OpenRow(double lower, double upper, int count)
    {
        RefuseNaN(lower, upper);
        _rows.Add(new LinearRow(lower, upper, _columns.Count, count));
        return _rows.Count - 1;
    }

    private void AddTerm(int row, int column, double coefficient)
    {
        if (!double.IsFinite(coefficient)) throw new ArgumentException("a coefficient is finite", nameof(coefficient));
        if (_lastRowOf[column] == row) throw new ArgumentException($"variable {column} stands twice in row {row}", nameof(column));
        _lastRowOf[column] = row;
        _columns.Add(column);
        _coefficients.Add(coefficient);
    }

    private static void RefuseNaN(double lower, double upper)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper)) throw new ArgumentException("a bound is a number");
    }
}
