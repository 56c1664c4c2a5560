// Asks a solver where the exact engine ended with a gap, and keeps what is better and checked.
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>A solver's word improves the answer, never the bound: what is proved is proved here.</summary>
internal static class SolverHelp
{
    /// <summary>The stage with the solver's choice if that is feasible and better.</summary>
    public static StageResult Improve(
        StageResult stage, ChoiceProgram program, ILinearSolver solver, SolverLimits limits, CancellationToken cancellation)
    {
        var built = ModelFromProgram.Build(program);
        if (!AnswerCheck.IsExact(built.Model)) return stage;
        var answer = solver.Solve(built.Model, limits with { RelativeGap = 0 }, cancellation);
        if (!answer.HasValues) return stage;
        var verdict = AnswerCheck.Verify(built.Model, answer.Values.AsSpan());
        if (!verdict.IsFeasible || verdict.ExactObjective <= stage.Objective) return stage;
        var chosen = new bool[program.Size];
        for (var i = 0; i < chosen.Length; i++)
            chosen[i] = built.IsChosen(answer.Values.AsSpan(), i) && (answer.Values[i] > 0 || program.IsCounted[i]);
        long[] awards = [.. answer.Values.Take(program.Size).Select(value => (long)value)];
        return stage with
        {
            Awards = awards,
            Chosen = chosen,
            Objective = verdict.ExactObjective,
            IsClosed = verdict.ExactObjective == stage.Bound,
        };
    }
}
