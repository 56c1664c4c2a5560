// Makes the numbers of a whole-number model as small as they can be.
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.OrTools.Models;

/// <summary>
/// Amounts often share a factor (ten thousand yuan, a hundred fen). Large coefficients are where solvers have been wrong, so
/// every row and the objective are divided by their common factor; bounds of a row then round inwards, which tightens it.
/// </summary>
internal sealed record CommonFactors(LinearModel Model, double ObjectiveFactor)
{
    /// <summary>The model with its factors divided out; other than whole-number models stay as they are.</summary>
    public static CommonFactors DividedOut(LinearModel model)
    {
        if (!AnswerCheck.IsExact(model)) return new CommonFactors(model, 1);
        var objective = Of([.. model.Variables.Select(variable => variable.Objective)]);
        var builder = new LinearModelBuilder();
        foreach (var variable in model.Variables) builder.AddInteger(variable.Lower, variable.Upper, variable.Objective / objective);
        for (var row = 0; row < model.Rows.Length; row++) AddRow(builder, model, row);
        var divided = builder.Build(model.Maximise);
        return new CommonFactors(model.Start.IsEmpty ? divided : divided.WithStart(model.Start), objective);
    }

    /// <summary>An answer to the divided model as one to the model itself.</summary>
    public SolverAnswer Restore(LinearModel original, SolverAnswer answer, SolverLimits limits)
    {
        if (ReferenceEquals(original, Model)) return answer;
        var restored = answer with { Bound = answer.Bound * ObjectiveFactor };
        if (!answer.HasValues) return restored;
        var certified = AnswerCheck.Certify(original, restored with { Message = "" }, limits.RelativeGap);
        return certified.Status == answer.Status ? certified with { Message = answer.Message } : certified;
    }

    private static void AddRow(LinearModelBuilder builder, LinearModel model, int row)
    {
        var coefficients = model.CoefficientsOf(row);
        var factor = Of(coefficients);
        var divided = new double[coefficients.Length];
        for (var i = 0; i < divided.Length; i++) divided[i] = coefficients[i] / factor;
        builder.AddRow(Ceiling(model.Rows[row].Lower, factor), Floor(model.Rows[row].Upper, factor), model.ColumnsOf(row), divided);
    }

    private static long Of(ReadOnlySpan<double> numbers)
    {
        long factor = 0;
        foreach (var number in numbers)
        {
            var (a, b) = (factor, Math.Abs((long)number));
            while (b != 0) (a, b) = (b, a % b);
            factor = a;
            if (factor == 1) break;
        }

        return Math.Max(1, factor);
    }

    private static double Floor(double bound, long factor) =>
        double.IsFinite(bound) ? ((long)bound / factor) - ((long)bound % factor < 0 ? 1 : 0) : bound;

    private static double Ceiling(double bound, long factor) =>
        double.IsFinite(bound) ? ((long)bound / factor) + ((long)bound % factor > 0 ? 1 : 0) : bound;
}
