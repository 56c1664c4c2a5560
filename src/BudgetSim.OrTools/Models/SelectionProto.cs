// Writes a whole-number model as a CP-SAT model message and reads its response.
using BudgetSim.Allocation.Optimization;
using Google.OrTools.Sat;

namespace BudgetSim.OrTools.Models;

/// <summary>
/// Translation for CP-SAT. Rows that let at most one choice through are said to be so, and no row is ever enforced by a
/// literal: that is where this solver has been wrong on large coefficients.
/// </summary>
internal static class SelectionProto
{
    // The solver refuses sums that may leave 64 bits; this leaves room for its own.
    private const double LargestSum = 1L << 60;

    /// <summary>Whether CP-SAT can take the model: whole numbers, finite bounds, sums within 64 bits.</summary>
    public static bool CanTake(LinearModel model) =>
        AnswerCheck.IsExact(model)
        && model.Variables.All(variable => double.IsFinite(variable.Lower) && double.IsFinite(variable.Upper))
        && model.Variables.Sum(variable => Math.Abs(variable.Objective) * Largest(variable)) < LargestSum
        && Enumerable.Range(0, model.Rows.Length).All(row => LargestActivity(model, row) < LargestSum);

    /// <summary>The model, with its start as a hint.</summary>
    public static CpModelProto ModelFrom(LinearModel model)
    {
        var proto = new CpModelProto();
        foreach (var variable in model.Variables)
            proto.Variables.Add(new IntegerVariableProto { Domain = { (long)variable.Lower, (long)variable.Upper } });
        for (var row = 0; row < model.Rows.Length; row++) proto.Constraints.Add(RowFrom(model, row));
        if (ObjectiveFrom(model) is { } objective) proto.Objective = objective;
        if (!model.Start.IsEmpty) proto.SolutionHint = HintFrom(model);
        return proto;
    }

    /// <summary>One worker, counted work, everything that has been seen to go wrong switched off.</summary>
    public static SatParameters ParametersFrom(SolverLimits limits) => new()
    {
        NumWorkers = 1,
        LinearizationLevel = 2,
        MaxDeterministicTime = limits.DeterministicTime,
        MaxTimeInSeconds = limits.EffectiveWallTime.TotalSeconds,
        RandomSeed = limits.Seed,
        RelativeGapLimit = limits.RelativeGap,
        PresolveInclusionWorkLimit = 0,
        LogSearchProgress = false,
        LogToStdout = false,
    };

    /// <summary>The response in our words.</summary>
    public static SolverAnswer AnswerFrom(CpSolverResponse response, LinearModel model, string solver)
    {
        if (response.Status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible)) return WithoutValues(response, solver);
        var bound = (double)response.InnerObjectiveLowerBound;
        return new SolverAnswer
        {
            Status = response.Status == CpSolverStatus.Optimal ? SolverStatus.Optimal : SolverStatus.Feasible,
            Values = [.. response.Solution.Select(value => (double)value)],
            Objective = response.ObjectiveValue,
            Bound = model.Maximise ? -bound + 0.0 : bound,
            Solver = solver,
        };
    }

    private static SolverAnswer WithoutValues(CpSolverResponse response, string solver) => response.Status switch
    {
        CpSolverStatus.Infeasible => SolverAnswer.Without(SolverStatus.Infeasible, "no values satisfy every row", solver),
        CpSolverStatus.Unknown => SolverAnswer.Without(
            SolverStatus.TimeLimit, "the limits ended the work before any feasible values were found", solver),
        _ =>
            SolverAnswer.Without(
                SolverStatus.Failed, $"the solver stopped with {response.Status} {response.SolutionInfo}".TrimEnd(), solver),
    };

    private static ConstraintProto RowFrom(LinearModel model, int row)
    {
        if (IsAtMostOne(model, row))
            return new ConstraintProto { AtMostOne = new BoolArgumentProto { Literals = { model.ColumnsOf(row).ToArray() } } };
        if (IsExactlyOne(model, row))
            return new ConstraintProto { ExactlyOne = new BoolArgumentProto { Literals = { model.ColumnsOf(row).ToArray() } } };
        var (lower, upper) = (model.Rows[row].Lower, model.Rows[row].Upper);
        var linear = new LinearConstraintProto { Vars = { model.ColumnsOf(row).ToArray() } };
        foreach (var coefficient in model.CoefficientsOf(row)) linear.Coeffs.Add((long)coefficient);
        linear.Domain.Add(double.IsFinite(lower) ? (long)lower : long.MinValue);
        linear.Domain.Add(double.IsFinite(upper) ? (long)upper : long.MaxValue);
        return new ConstraintProto { Linear = linear };
    }

    private static bool IsAtMostOne(LinearModel model, int row) => IsCount(model, row) && model.Rows[row] is { Lower: <= 0, Upper: 1 };

    private static bool IsExactlyOne(LinearModel model, int row) => IsCount(model, row) && model.Rows[row] is { Lower: 1, Upper: 1 };

    private static bool IsCount(LinearModel model, int row)
    {
        foreach (var coefficient in model.CoefficientsOf(row)) if (coefficient != 1) return false;
        foreach (var column in model.ColumnsOf(row)) if (!model.Variables[column].IsBoolean) return false;
        return true;
    }

    private static CpObjectiveProto? ObjectiveFrom(LinearModel model)
    {
        var objective = new CpObjectiveProto { ScalingFactor = model.Maximise ? -1 : 1 };
        for (var i = 0; i < model.Variables.Length; i++)
        {
            if (model.Variables[i].Objective == 0) continue;
            var coefficient = (long)model.Variables[i].Objective;
            objective.Vars.Add(i);
            objective.Coeffs.Add(model.Maximise ? -coefficient : coefficient);
        }

        return objective.Vars.Count > 0 ? objective : null;
    }

    private static PartialVariableAssignment HintFrom(LinearModel model)
    {
        var hint = new PartialVariableAssignment();
        for (var i = 0; i < model.Start.Length; i++)
        {
            hint.Vars.Add(i);
            hint.Values.Add((long)Math.Round(model.Start[i]));
        }

        return hint;
    }

    private static double Largest(LinearVariable variable) => Math.Max(Math.Abs(variable.Lower), Math.Abs(variable.Upper));

    private static double LargestActivity(LinearModel model, int row)
    {
        var columns = model.ColumnsOf(row);
        var coefficients = model.CoefficientsOf(row);
        var sum = 0.0;
        for (var i = 0; i < columns.Length; i++) sum += Math.Abs(coefficients[i]) * Largest(model.Variables[columns[i]]);
        return sum;
    }
}
