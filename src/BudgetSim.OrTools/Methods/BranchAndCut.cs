// Solves mixed models: relaxation first, then branch and cut until bound and objective meet.
using BudgetSim.Allocation.Optimization;
using BudgetSim.OrTools.Models;
using static OperationsResearch.MPModelRequest.Types;

namespace BudgetSim.OrTools.Methods;

/// <summary>
/// CBC stops when its gap is a ten-thousandth of the objective and still calls that optimal. So the objective is shifted to
/// lie near 0, first at the relaxation's, then at the best known, until the gap that is left is a true one; SCIP stands by.
/// Both work in floating point, which proves nothing about large amounts: there CP-SAT has the last word.
/// </summary>
internal static class BranchAndCut
{
    private const int MostShifts = 3;

    // CBC looks at its clock rarely.
    private const int CbcOvershoot = 3;

    // These solvers take 0.999999 for 1: with a coefficient above this, that is a tenth of a unit or more.
    private const double LargestProvable = 100_000;

    /// <summary>The optimum of a model with whole-number variables.</summary>
    public static SolverAnswer Solve(LinearModel model, SolveContext context)
    {
        var relaxed = Simplex.Solve(model.Relax(), context);
        if (relaxed.Status is SolverStatus.Infeasible or SolverStatus.Unbounded or SolverStatus.Failed) return relaxed;
        var rounded = Incumbents.OrStart(model, FromRelaxation(model, relaxed, context.Limits), context.Limits);
        if (rounded.Status == SolverStatus.Optimal) return rounded;
        var best = Branch(model, rounded, context);
        return IsFinal(best) && IsLarge(model) && SelectionProto.CanTake(model) ? Confirm(model, best, rounded.Bound, context) : best;
    }

    private static SolverAnswer Branch(LinearModel model, SolverAnswer best, SolveContext context)
    {
        var shift = best.HasValues ? -best.Objective : double.IsFinite(best.Bound) ? -Math.Round(best.Bound) : 0;
        for (var i = 0; i < MostShifts && !IsFinal(best) && context.MayGoOn; i++)
        {
            var answer = AskCbc(model, context, shift);
            best = Incumbents.Better(model, best, answer, context.Limits);
            if (!answer.HasValues || !best.HasValues) break;
            shift = -best.Objective;
        }

        return IsFinal(best) || !context.MayGoOn ? best : Incumbents.Better(model, best, AskScip(model, context), context.Limits);
    }

    private static SolverAnswer AskCbc(LinearModel model, SolveContext context, double shift) =>
        context.AskLinear(
            LinearProto.RequestFrom(model, SolverType.CbcMixedIntegerProgramming, context.Left / CbcOvershoot, offset: shift), "CBC");

    private static SolverAnswer AskScip(LinearModel model, SolveContext context) =>
        context.AskLinear(
            LinearProto.RequestFrom(model, SolverType.ScipMixedIntegerProgramming, context.Left, "limits/gap = 0"), "SCIP");

    // What branch and cut found is a start for CP-SAT; its claim counts no more than the relaxation's exact bound.
    private static SolverAnswer Confirm(LinearModel model, SolverAnswer found, double relaxedBound, SolveContext context)
    {
        var started = found.HasValues ? model.WithStart(found.Values) : model;
        var asked = AnswerCheck.Certify(model, context.AskSelection(started), context.Limits.RelativeGap);
        if (asked.Status == SolverStatus.Infeasible) return found.HasValues ? Incumbents.OrStart(started, asked, context.Limits) : asked;
        var best = Incumbents.OrStart(started, asked with { Status = WithoutFault(asked) }, context.Limits);
        return Incumbents.WithBound(model, best, relaxedBound, context.Limits);
    }

    private static SolverStatus WithoutFault(SolverAnswer asked) =>
        asked.Status == SolverStatus.Failed ? SolverStatus.TimeLimit : asked.Status;

    // The relaxation may happen to be whole; if not, it still bounds the optimum.
    private static SolverAnswer FromRelaxation(LinearModel model, SolverAnswer relaxed, SolverLimits limits)
    {
        if (!relaxed.HasValues) return relaxed;
        var whole = AnswerCheck.Certify(model, relaxed with { RowDuals = [], ReducedCosts = [] }, limits.RelativeGap);
        return whole.Status == SolverStatus.Failed
            ? SolverAnswer.Without(SolverStatus.TimeLimit, "no feasible values were found", relaxed.Solver) with { Bound = relaxed.Bound }
            : whole;
    }

    private static bool IsFinal(SolverAnswer answer) => answer.Status is SolverStatus.Optimal or SolverStatus.Infeasible;

    private static bool IsLarge(LinearModel model)
    {
        if (model.Variables.Any(variable => Math.Abs(variable.Objective) > LargestProvable)) return true;
        for (var row = 0; row < model.Rows.Length; row++)
            foreach (var coefficient in model.CoefficientsOf(row)) if (Math.Abs(coefficient) > LargestProvable) return true;
        return false;
    }
}
