// Optimises linear models with Google OR-Tools and shows only what has been checked.
using System.Diagnostics;
using BudgetSim.Allocation.Optimization;
using BudgetSim.OrTools.Engines;
using BudgetSim.OrTools.Methods;
using BudgetSim.OrTools.Models;

namespace BudgetSim.OrTools;

/// <summary>
/// Chooses the method, asks the engine, checks the answer outside the solver. It may be used from several threads; how many
/// solves run at once is the engine's affair.
/// </summary>
public sealed class OrToolsSolver(IOrToolsEngine engine) : ILinearSolver, IDisposable
{
    /// <summary>A solver on the engine that needs nothing but Node.</summary>
    public OrToolsSolver()
        : this(new NodeEngine())
    {
    }

    /// <summary>Name and version of the engine; starts it if it is not running.</summary>
    public string Version => engine.Version;

    /// <inheritdoc/>
    public SolverAnswer Solve(LinearModel model, SolverLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(limits);
        if (limits.Method == SolverMethod.Relaxation) model = model.Relax();
        var divided = CommonFactors.DividedOut(model);
        if ((EmptyRange(model) ?? EmptyRange(divided.Model)) is { } empty)
            return SolverAnswer.Without(SolverStatus.Infeasible, empty) with { IsChecked = true };
        var answer = SolveBy(divided.Model, new SolveContext(engine, limits, Stopwatch.StartNew(), cancellation));
        return Incumbents.OrStart(model, divided.Restore(model, answer, limits), limits);
    }

    /// <summary>
    /// Loads what continuous models need, so that the first of them does not wait for it; a fault shows when one is solved.
    /// </summary>
    public void LoadSimplex()
    {
        var builder = new LinearModelBuilder();
        builder.AddRow(0, 1, [builder.AddContinuous(0, 1, 1)], [1]);
        Solve(builder.Build(maximise: true), SolverLimits.Default);
    }

    /// <summary>Ends the engine.</summary>
    public void Dispose() => engine.Dispose();

    private static SolverAnswer SolveBy(LinearModel model, SolveContext context) => (context.Limits.Method, model) switch
    {
        (_, { HasIntegers: false }) => Simplex.Solve(model, context),
        (SolverMethod.Selection, _) => Selection.Solve(model, context),
        (SolverMethod.Automatic, { HasContinuous: false }) when model.Variables.All(v => v.IsBoolean) =>
            Selection.SolveThenBranch(model, context),
        _ => BranchAndCut.Solve(model, context),
    };

    private static string? EmptyRange(LinearModel model)
    {
        for (var i = 0; i < model.Variables.Length; i++)
            if (IsEmpty(model.Variables[i]))
                return $"variable {i} has no value between {model.Variables[i].Lower} and {model.Variables[i].Upper}";
        for (var i = 0; i < model.Rows.Length; i++)
            if (IsEmpty(model.Rows[i].Lower, model.Rows[i].Upper))
                return $"row {i} has no value between {model.Rows[i].Lower} and {model.Rows[i].Upper}";
        return null;
    }

    private static bool IsEmpty(LinearVariable variable) =>
        variable.IsInteger
            ? IsEmpty(Math.Ceiling(variable.Lower), Math.Floor(variable.Upper))
            : IsEmpty(variable.Lower, variable.Upper);

    private static bool IsEmpty(double lower, double upper) =>
        lower > upper || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper);
}
