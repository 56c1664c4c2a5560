// Solves choices by CP-SAT, and hands what it cannot take to branch and cut.
using BudgetSim.Allocation.Optimization;
using BudgetSim.OrTools.Models;

namespace BudgetSim.OrTools.Methods;

/// <summary>CP-SAT for which ones to take.</summary>
internal static class Selection
{
    /// <summary>The optimum of a whole-number model.</summary>
    public static SolverAnswer Solve(LinearModel model, SolveContext context) =>
        SelectionProto.CanTake(model)
            ? AnswerCheck.Certify(model, context.AskSelection(model), context.Limits.RelativeGap)
            : BranchAndCut.Solve(model, context);

    /// <summary>As <see cref="Solve"/>; where CP-SAT does not finish within its work, branch and cut goes on from its best.</summary>
    public static SolverAnswer SolveThenBranch(LinearModel model, SolveContext context)
    {
        var first = Solve(model, context);
        if (first.Status is not (SolverStatus.Feasible or SolverStatus.TimeLimit or SolverStatus.Failed) || !context.MayGoOn) return first;
        var started = first.HasValues ? model.WithStart(first.Values) : model;
        return Incumbents.Better(model, first, BranchAndCut.Solve(started, context), context.Limits);
    }
}
