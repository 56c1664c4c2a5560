// What a solver says about a model, with the proof it gives.
using System.Collections.Immutable;

namespace BudgetSim.Allocation.Optimization;

/// <summary>What is known about a model after a solve.</summary>
public enum SolverStatus
{
    /// <summary>The values are feasible and proved best.</summary>
    Optimal,

    /// <summary>The values are feasible; something better may exist, up to the bound.</summary>
    Feasible,

    /// <summary>No values satisfy every row.</summary>
    Infeasible,

    /// <summary>The objective has no limit.</summary>
    Unbounded,

    /// <summary>The limits ended the work before any feasible values were found.</summary>
    TimeLimit,

    /// <summary>The solver broke, or its answer did not pass the check; the message says how.</summary>
    Failed,
}

/// <summary>
/// An answer. <see cref="Values"/> [variable] is empty unless the status is Optimal or Feasible; a whole-number variable has a
/// whole value. <see cref="RowDuals"/> [row] and <see cref="ReducedCosts"/> [variable] are given for continuous models: the change of the
/// objective per unit of the row's bound or of the variable. They are not unique where the model is degenerate.
/// </summary>
public sealed record SolverAnswer
{
    /// <summary>What is known.</summary>
    public required SolverStatus Status { get; init; }

    /// <summary>The value of each variable, [variable].</summary>
    public ImmutableArray<double> Values { get; init; } = [];

    /// <summary>The objective of the values; not a number without values.</summary>
    public double Objective { get; init; } = double.NaN;

    /// <summary>No values have a better objective than this; infinite when nothing is known.</summary>
    public double Bound { get; init; } = double.NaN;

    /// <summary>Dual value of each row, [row]; empty for models with whole-number variables.</summary>
    public ImmutableArray<double> RowDuals { get; init; } = [];

    /// <summary>Reduced cost of each variable, [variable]; empty for models with whole-number variables.</summary>
    public ImmutableArray<double> ReducedCosts { get; init; } = [];

    /// <summary>
    /// Whether the answer was checked outside the solver: values for feasibility, objective and bound; infeasibility by weak
    /// duality. An unchecked Infeasible is the solver's word (of CP-SAT's search, or of branch and cut).
    /// </summary>
    public bool IsChecked { get; init; }

    /// <summary>Name and version of the solver.</summary>
    public string Solver { get; init; } = "";

    /// <summary>Why the status is what it is, in one line; empty for a plain optimum.</summary>
    public string Message { get; init; } = "";

    /// <summary>Whether there are values to use.</summary>
    public bool HasValues => Status is SolverStatus.Optimal or SolverStatus.Feasible;

    /// <summary>An answer without values.</summary>
    public static SolverAnswer Without(SolverStatus status, string message, string solver = "") =>
        new() { Status = status, Message = message, Solver = solver };
}
