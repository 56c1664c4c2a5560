// Keeps the best of what several solvers know about one model.
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.OrTools.Methods;

/// <summary>Combining answers: the better values, the tighter bound, checked again together.</summary>
internal static class Incumbents
{
    /// <summary>What both answers together say.</summary>
    public static SolverAnswer Better(LinearModel model, SolverAnswer first, SolverAnswer second, SolverLimits limits)
    {
        second = AnswerCheck.Certify(model, second, limits.RelativeGap);
        if (second.Status is SolverStatus.Infeasible or SolverStatus.Unbounded) return first.HasValues ? Contradiction(second) : second;
        if (second.Status == SolverStatus.Failed) return first.HasValues ? first with { Message = second.Message } : second;
        var best = Pick(model, first, second);
        return WithBound(model, best, Tighter(model, first.Bound, second.Bound), limits);
    }

    /// <summary>The answer with the tighter of its own bound and another, checked again.</summary>
    public static SolverAnswer WithBound(LinearModel model, SolverAnswer answer, double bound, SolverLimits limits)
    {
        bound = Tighter(model, answer.Bound, bound);
        if (!answer.HasValues) return answer with { Bound = bound };
        return answer.Bound.Equals(bound)
            ? answer
            : AnswerCheck.Certify(model, answer with { Bound = bound, Message = "" }, limits.RelativeGap);
    }

    /// <summary>The answer, or the model's own start where that is better: a hint must not be lost.</summary>
    public static SolverAnswer OrStart(LinearModel model, SolverAnswer answer, SolverLimits limits)
    {
        if (model.Start.IsEmpty || answer.Status == SolverStatus.Failed) return answer;
        var start = AnswerCheck.Certify(model, StartOf(model, answer), limits.RelativeGap);
        if (!start.HasValues) return answer;
        if (answer.Status == SolverStatus.Infeasible) return Contradiction(answer);
        return Pick(model, answer, start);
    }

    private static SolverAnswer StartOf(LinearModel model, SolverAnswer answer) => answer with
    {
        Status = SolverStatus.Feasible,
        Values = model.Start,
        RowDuals = answer.RowDuals,
        Message = "",
    };

    private static SolverAnswer Contradiction(SolverAnswer answer) => SolverAnswer.Without(
        SolverStatus.Failed, "the solver calls a model infeasible or without limit that has known values", answer.Solver);

    private static SolverAnswer Pick(LinearModel model, SolverAnswer first, SolverAnswer second)
    {
        if (!second.HasValues) return first;
        if (!first.HasValues) return second;
        if (first.Status != second.Status && second.Status == SolverStatus.Optimal) return second;
        var isBetter = model.Maximise ? second.Objective > first.Objective : second.Objective < first.Objective;
        return isBetter ? second : first;
    }

    private static double Tighter(LinearModel model, double first, double second)
    {
        if (double.IsNaN(first)) return second;
        if (double.IsNaN(second)) return first;
        return model.Maximise ? Math.Min(first, second) : Math.Max(first, second);
    }
}
