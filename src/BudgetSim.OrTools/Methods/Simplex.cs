// Solves continuous models by the simplex method, with duals.
using System.Collections.Immutable;
using BudgetSim.Allocation.Optimization;
using BudgetSim.OrTools.Models;
using static OperationsResearch.MPModelRequest.Types;

namespace BudgetSim.OrTools.Methods;

/// <summary>GLOP, and CLP where GLOP does not come to a checked end.</summary>
internal static class Simplex
{
    private const double Hair = 1e-10;

    /// <summary>The optimum of a model without whole-number variables, with duals and an exact bound.</summary>
    public static SolverAnswer Solve(LinearModel model, SolveContext context)
    {
        var first = Attempt(model, context, SolverType.GlopLinearProgramming, "GLOP");
        if (IsFinal(first) || !context.MayGoOn) return first;
        var second = Attempt(model, context, SolverType.ClpLinearProgramming, "CLP");
        return IsFinal(second) ? second : Incumbents.Better(model, first, second, context.Limits);
    }

    private static SolverAnswer Attempt(LinearModel model, SolveContext context, SolverType type, string solver)
    {
        var parameters = type == SolverType.GlopLinearProgramming ? LinearProto.SimplexParameters(context.Limits) : "";
        var answer = context.AskLinear(LinearProto.RequestFrom(model, type, context.Left, parameters), solver);
        return answer.Status is SolverStatus.Infeasible or SolverStatus.Unbounded
            ? InfeasibleOrUnbounded(model, context, solver)
            : AnswerCheck.Certify(model, Snap(model, answer), context.Limits.RelativeGap);
    }

    // Simplex solvers may call a model without limit infeasible: without its objective it shows which of the two it is.
    private static SolverAnswer InfeasibleOrUnbounded(LinearModel model, SolveContext context, string solver)
    {
        var request = LinearProto.RequestFrom(model, SolverType.GlopLinearProgramming, context.Left);
        foreach (var variable in request.Model.Variable) variable.ObjectiveCoefficient = 0;
        var answer = context.AskLinear(request, solver);
        if (!answer.HasValues) return answer.Status == SolverStatus.Infeasible ? Infeasibility.Prove(model, answer, context) : answer;
        return model.Variables.All(HasEndInObjective)
            ? SolverAnswer.Without(SolverStatus.Failed, "the solver calls a model infeasible that has feasible values", answer.Solver)
            : SolverAnswer.Without(SolverStatus.Unbounded, "the objective has no limit", answer.Solver);
    }

    // A vertex at whole numbers comes out a hair beside them; the whole one is taken where it is feasible too.
    private static SolverAnswer Snap(LinearModel model, SolverAnswer answer)
    {
        var values = Snap(answer.Values);
        return answer with
        {
            Values = AnswerCheck.Verify(model, values.AsSpan()).IsFeasible ? values : answer.Values,
            RowDuals = Snap(answer.RowDuals),
            ReducedCosts = Snap(answer.ReducedCosts),
        };
    }

    private static ImmutableArray<double> Snap(ImmutableArray<double> numbers) => [.. numbers.Select(Snap)];

    private static double Snap(double number)
    {
        var whole = Math.Round(number) + 0.0;
        return Math.Abs(number - whole) <= Hair * Math.Max(1, Math.Abs(whole)) ? whole : number;
    }

    private static bool HasEndInObjective(LinearVariable variable) =>
        variable.Objective == 0 || (double.IsFinite(variable.Lower) && double.IsFinite(variable.Upper));

    private static bool IsFinal(SolverAnswer answer) =>
        answer.Status is SolverStatus.Optimal or SolverStatus.Infeasible or SolverStatus.Unbounded;
}
