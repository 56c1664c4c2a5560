// The seam between allocation problems and whatever optimises them.
namespace BudgetSim.Allocation.Optimization;

/// <summary>
/// Optimises linear models. An implementation never throws for a model it cannot solve: it answers with a status and a
/// message. The same model and limits give the same values on every machine, unless wall time ran out.
/// </summary>
public interface ILinearSolver
{
    /// <summary>
    /// Solves a model; every answer with values has passed <see cref="AnswerCheck"/>. Cancelling throws
    /// <see cref="OperationCanceledException"/> and stops the work at once.
    /// </summary>
    SolverAnswer Solve(LinearModel model, SolverLimits limits, CancellationToken cancellation = default);
}
