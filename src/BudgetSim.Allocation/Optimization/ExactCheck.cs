// Checks whole-number answers in 128-bit integers.
namespace BudgetSim.Allocation.Optimization;

/// <summary>Row activities and the objective of a whole-number model, without any rounding.</summary>
internal static class ExactCheck
{
    /// <summary>Feasibility and objective of whole <paramref name="values"/> that are within their variables' bounds.</summary>
    public static AnswerVerdict Verify(LinearModel model, ReadOnlySpan<double> values)
    {
        for (var row = 0; row < model.Rows.Length; row++)
        {
            var bounds = model.Rows[row];
            var activity = ActivityOf(model, row, values);
            if (IsBelow(activity, bounds.Lower) || IsAbove(activity, bounds.Upper))
                return AnswerCheck.Wrong(AnswerCheck.RowFault(row, activity, bounds));
        }

        Int128 objective = 0;
        for (var i = 0; i < values.Length; i++) objective += (Int128)(long)model.Variables[i].Objective * (long)values[i];
        return new AnswerVerdict(true, objective, (double)objective, "");
    }

    private static Int128 ActivityOf(LinearModel model, int row, ReadOnlySpan<double> values)
    {
        var columns = model.ColumnsOf(row);
        var coefficients = model.CoefficientsOf(row);
        Int128 activity = 0;
        for (var i = 0; i < columns.Length; i++) activity += (Int128)(long)coefficients[i] * (long)values[columns[i]];
        return activity;
    }

    private static bool IsBelow(Int128 activity, double lower) =>
        double.IsPositiveInfinity(lower) || (double.IsFinite(lower) && activity < (long)lower);

    private static bool IsAbove(Int128 activity, double upper) =>
        double.IsNegativeInfinity(upper) || (double.IsFinite(upper) && activity > (long)upper);
}
