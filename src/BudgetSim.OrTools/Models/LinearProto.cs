// Writes a linear model as OR-Tools' linear model message and reads its response.
using System.Globalization;
using BudgetSim.Allocation.Optimization;
using OperationsResearch;

namespace BudgetSim.OrTools.Models;

/// <summary>Translation for the simplex and the branch-and-cut solvers.</summary>
internal static class LinearProto
{
    /// <summary>
    /// The model as a request; <paramref name="offset"/> is added to the objective, so that a relative gap is measured near 0.
    /// </summary>
    public static MPModelRequest RequestFrom(
        LinearModel model, MPModelRequest.Types.SolverType solver, TimeSpan wallTime, string parameters = "", double offset = 0)
    {
        var request = new MPModelRequest
        {
            Model = ModelFrom(model, offset),
            SolverType = solver,
            SolverTimeLimitSeconds = wallTime.TotalSeconds,
        };
        if (parameters.Length > 0) request.SolverSpecificParameters = parameters;
        return request;
    }

    /// <summary>The parameters of the simplex solver: work is counted, not timed.</summary>
    public static string SimplexParameters(SolverLimits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"max_deterministic_time: {limits.DeterministicTime} random_seed: {limits.Seed}");

    /// <summary>The response in our words; the objective without <paramref name="offset"/>.</summary>
    public static SolverAnswer AnswerFrom(MPSolutionResponse response, bool maximise, double offset, string solver)
    {
        var status = StatusOf(response.Status);
        if (status is not (SolverStatus.Optimal or SolverStatus.Feasible))
            return SolverAnswer.Without(status, MessageOf(response), solver);
        return new SolverAnswer
        {
            Status = status,
            Values = [.. response.VariableValue],
            Objective = response.ObjectiveValue - offset,
            Bound = response.HasBestObjectiveBound ? response.BestObjectiveBound - offset : Unknown(maximise),
            RowDuals = [.. response.DualValue],
            ReducedCosts = [.. response.ReducedCost],
            Solver = solver,
        };
    }

    private static double Unknown(bool maximise) => maximise ? double.PositiveInfinity : double.NegativeInfinity;

    private static MPModelProto ModelFrom(LinearModel model, double offset)
    {
        var proto = new MPModelProto { Maximize = model.Maximise, ObjectiveOffset = offset };
        foreach (var variable in model.Variables)
        {
            proto.Variable.Add(new MPVariableProto
            {
                LowerBound = variable.Lower,
                UpperBound = variable.Upper,
                ObjectiveCoefficient = variable.Objective,
                IsInteger = variable.IsInteger,
            });
        }

        for (var row = 0; row < model.Rows.Length; row++) proto.Constraint.Add(RowFrom(model, row));
        return proto;
    }

    private static MPConstraintProto RowFrom(LinearModel model, int row)
    {
        var proto = new MPConstraintProto { LowerBound = model.Rows[row].Lower, UpperBound = model.Rows[row].Upper };
        proto.VarIndex.AddRange(model.ColumnsOf(row).ToArray());
        proto.Coefficient.AddRange(model.CoefficientsOf(row).ToArray());
        return proto;
    }

    private static SolverStatus StatusOf(MPSolverResponseStatus status) => status switch
    {
        MPSolverResponseStatus.MpsolverOptimal => SolverStatus.Optimal,
        MPSolverResponseStatus.MpsolverFeasible => SolverStatus.Feasible,
        MPSolverResponseStatus.MpsolverInfeasible => SolverStatus.Infeasible,
        MPSolverResponseStatus.MpsolverUnbounded => SolverStatus.Unbounded,
        MPSolverResponseStatus.MpsolverNotSolved => SolverStatus.TimeLimit,
        _ => SolverStatus.Failed,
    };

    private static string MessageOf(MPSolutionResponse response) => response.Status switch
    {
        MPSolverResponseStatus.MpsolverInfeasible => "no values satisfy every row",
        MPSolverResponseStatus.MpsolverUnbounded => "the objective has no limit",
        MPSolverResponseStatus.MpsolverNotSolved => "the limits ended the work before any feasible values were found",
        _ => $"the solver stopped with {response.Status} {response.StatusStr}".TrimEnd(),
    };
}
