// Says why a model is infeasible: a set of rows that contradict one another, none of which is needless.
using System.Collections.Immutable;

namespace BudgetSim.Allocation.Optimization;

/// <summary>
/// Finds a smallest contradiction by division (QuickXplain: Junker, "Preferred explanations and relaxations for
/// over-constrained problems", AAAI 2004). Rows that come first are blamed last. There may be other sets, even smaller ones.
/// </summary>
public static class ConflictSet
{
    /// <summary>
    /// Rows of an infeasible model, ascending: together infeasible, feasible if any one is left out. Empty when the variables'
    /// bounds alone contradict, when the model is feasible, or when the solver could not tell.
    /// </summary>
    public static ImmutableArray<int> Find(
        LinearModel model, ILinearSolver solver, SolverLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var rows = Enumerable.Range(0, model.Rows.Length).ToArray();
        bool Contradict(IEnumerable<int> kept) =>
            solver.Solve(OnlyRows(model, kept), limits, cancellation).Status == SolverStatus.Infeasible;
        if (!Contradict(rows) || Contradict([])) return [];
        return [.. Explain([], hasGrown: false, rows, Contradict).Order()];
    }

    /// <summary>The model without objective and with some of its rows.</summary>
    public static LinearModel OnlyRows(LinearModel model, IEnumerable<int> rows)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        var builder = new LinearModelBuilder();
        foreach (var variable in model.Variables)
        {
            if (variable.IsInteger) builder.AddInteger(variable.Lower, variable.Upper);
            else builder.AddContinuous(variable.Lower, variable.Upper);
        }

        foreach (var row in rows)
            builder.AddRow(model.Rows[row].Lower, model.Rows[row].Upper, model.ColumnsOf(row), model.CoefficientsOf(row));
        return builder.Build(maximise: false);
    }

    // The rows of candidates that are needed, beside background, for a contradiction.
    private static int[] Explain(int[] background, bool hasGrown, int[] candidates, Func<IEnumerable<int>, bool> contradict)
    {
        if (hasGrown && contradict(background)) return [];
        if (candidates.Length == 1) return candidates;
        var (first, second) = (candidates[..(candidates.Length / 2)], candidates[(candidates.Length / 2)..]);
        var fromSecond = Explain([.. background, .. first], first.Length > 0, second, contradict);
        var fromFirst = Explain([.. background, .. fromSecond], fromSecond.Length > 0, first, contradict);
        return [.. fromFirst, .. fromSecond];
    }
}
