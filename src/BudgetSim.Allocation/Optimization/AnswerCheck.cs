// Checks a solver's answer outside the solver: feasibility, objective and bound, in whole numbers where the model has them.
using System.Collections.Immutable;
using System.Globalization;

namespace BudgetSim.Allocation.Optimization;

/// <summary>Proof that values satisfy a model, or the first fault found.</summary>
public sealed record AnswerVerdict(bool IsFeasible, Int128 ExactObjective, double Objective, string Fault);

/// <summary>
/// Trusts no solver: recomputes every row and the objective. Whole-number models are checked in 128-bit integers, others
/// within <see cref="Tolerance"/>.
/// </summary>
public static class AnswerCheck
{
    /// <summary>Largest violation of a continuous row or bound, as a share of the largest number in it.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>Largest distance of objective and proved bound of a continuous model that counts as optimal, as a share.</summary>
    public const double BoundTolerance = 1e-6;

    /// <summary>Whether answers to this model are whole numbers that can be checked without rounding.</summary>
    public static bool IsExact(LinearModel model) => model.IsIntegral && !model.HasContinuous;

    /// <summary>
    /// The answer as it may be shown: whole values made whole, objective recomputed, and Optimal kept only if the bound proves
    /// it within <paramref name="relativeGap"/>; otherwise Feasible, or Failed with the row that does not hold.
    /// </summary>
    public static SolverAnswer Certify(LinearModel model, SolverAnswer answer, double relativeGap = 0)
    {
        if (!answer.HasValues) return answer;
        var rounded = answer with { Values = MakeWhole(model, answer.Values) };
        var verdict = Verify(model, rounded.Values.AsSpan());
        if (!verdict.IsFeasible) return SolverAnswer.Without(SolverStatus.Failed, verdict.Fault, answer.Solver);
        return CertifyBound(model, rounded with { Objective = verdict.Objective, IsChecked = true }, relativeGap);
    }

    /// <summary>Recomputes every bound, every row and the objective for <paramref name="values"/> [variable].</summary>
    public static AnswerVerdict Verify(LinearModel model, ReadOnlySpan<double> values)
    {
        if (values.Length != model.Variables.Length) return Wrong($"{values.Length} values for {model.Variables.Length} variables");
        return FaultOfVariables(model, values) is { } fault ? Wrong(fault)
            : IsExact(model) ? ExactCheck.Verify(model, values)
            : VerifyWithinTolerance(model, values);
    }

    internal static AnswerVerdict Wrong(string fault) => new(false, 0, double.NaN, fault);

    internal static string RowFault(int row, object activity, LinearRow bounds) => string.Create(
        CultureInfo.InvariantCulture,
        $"row {row} is {activity}, outside {bounds.Lower} to {bounds.Upper}");

    private static ImmutableArray<double> MakeWhole(LinearModel model, ImmutableArray<double> values)
    {
        if (values.Length != model.Variables.Length) return values;
        var whole = ImmutableArray.CreateBuilder<double>(values.Length);
        for (var i = 0; i < values.Length; i++)
            whole.Add(model.Variables[i].IsInteger ? Math.Round(values[i]) + 0.0 : Within(values[i], model.Variables[i]));
        return whole.MoveToImmutable();
    }

    // A continuous value that is past its bound by no more than the tolerance is put onto the bound.
    private static double Within(double value, LinearVariable variable)
    {
        var moved = Math.Max(variable.Lower, Math.Min(variable.Upper, value));
        return Math.Abs(moved - value) <= Tolerance * Math.Max(1, Math.Abs(value)) ? moved : value;
    }

    private static SolverAnswer CertifyBound(LinearModel model, SolverAnswer answer, double relativeGap)
    {
        var bound = BoundOf(model, answer);
        var distance = model.Maximise ? bound - answer.Objective : answer.Objective - bound;
        var scale = Math.Max(1, Math.Abs(answer.Objective));
        var tolerance = IsExact(model) ? 0 : BoundTolerance * scale;
        if (distance < -tolerance) return Unproved(answer with { Bound = Unknown(model) }, "the solver's bound contradicts the objective");
        if (!(distance <= Math.Max(tolerance, relativeGap * scale)))
            return Unproved(answer with { Bound = double.IsNaN(bound) ? Unknown(model) : bound }, "the bound does not meet the objective");
        return answer with { Status = SolverStatus.Optimal, Bound = distance < 0 ? answer.Objective : bound };
    }

    private static double BoundOf(LinearModel model, SolverAnswer answer)
    {
        var bound = model.HasIntegers ? answer.Bound : BoundOfDuals(model, answer.RowDuals.AsSpan());
        if (!IsExact(model)) return bound;
        return model.Maximise ? Math.Floor(bound + RoundingOf(bound)) : Math.Ceiling(bound - RoundingOf(bound));
    }

    private static double BoundOfDuals(LinearModel model, ReadOnlySpan<double> duals) =>
        DualBound.From(model, duals)?.ToDouble() ?? DualBound.Approximate(model, duals);

    private static double Unknown(LinearModel model) => model.Maximise ? double.PositiveInfinity : double.NegativeInfinity;

    private static SolverAnswer Unproved(SolverAnswer answer, string why) =>
        answer with { Status = SolverStatus.Feasible, Message = answer.Message.Length == 0 ? why : answer.Message + "; " + why };

    // A bound that a solver states as a double may be short of the true one by its own rounding.
    private static double RoundingOf(double bound) => Math.Min(0.25, 1e-9 * Math.Max(1, Math.Abs(bound)));

    private static string? FaultOfVariables(LinearModel model, ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var variable = model.Variables[i];
            if (!double.IsFinite(values[i])) return $"variable {i} is {values[i]}";
            if (variable.IsInteger && !(Math.Abs(values[i]) <= 1L << 53 && Math.Floor(values[i]) == values[i]))
                return $"variable {i} is {values[i]}, not a whole number of at most 2^53";
            var slack = variable.IsInteger ? 0 : Tolerance * Math.Max(1, Math.Abs(values[i]));
            if (values[i] < variable.Lower - slack || values[i] > variable.Upper + slack)
                return $"variable {i} is {values[i]}, outside {variable.Lower} to {variable.Upper}";
        }

        return null;
    }

    private static AnswerVerdict VerifyWithinTolerance(LinearModel model, ReadOnlySpan<double> values)
    {
        for (var row = 0; row < model.Rows.Length; row++)
        {
            var bounds = model.Rows[row];
            var (activity, largest) = ActivityOf(model, row, values);
            if (activity < bounds.Lower - (Tolerance * largest) || activity > bounds.Upper + (Tolerance * largest))
                return Wrong(RowFault(row, activity, bounds));
        }

        var objective = 0.0;
        for (var i = 0; i < values.Length; i++) objective += model.Variables[i].Objective * values[i];
        return new AnswerVerdict(true, 0, objective, "");
    }

    private static (double Activity, double Largest) ActivityOf(LinearModel model, int row, ReadOnlySpan<double> values)
    {
        var columns = model.ColumnsOf(row);
        var coefficients = model.CoefficientsOf(row);
        double activity = 0, largest = 1;
        for (var i = 0; i < columns.Length; i++)
        {
            var term = coefficients[i] * values[columns[i]];
            activity += term;
            largest = Math.Max(largest, Math.Abs(term));
        }

        return (activity, largest);
    }
}
