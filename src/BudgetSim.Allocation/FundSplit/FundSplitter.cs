// Splits a fund over clauses: by sorting where that is exact, else by a solver.
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Rounding;

namespace BudgetSim.Allocation.FundSplit;

/// <summary>The front door of fund splitting; the problem has passed <see cref="FundSplitFaults"/>.</summary>
public static class FundSplitter
{
    /// <summary>
    /// The best split. A separable problem is sorted and needs no solver; the others are linear programs. Whole yuan cost at
    /// most one yuan per clause against the bound.
    /// </summary>
    public static FundSplitAnswer Solve(
        FundSplitProblem problem, ILinearSolver? solver, SolverLimits? limits = null, CancellationToken cancellation = default)
    {
        if (problem.IsSeparable) return SplitBySorting.Solve(problem);
        if (solver is null)
            return new FundSplitAnswer(SolverStatus.Failed, [], double.NaN, double.NaN) { Message = "this aim needs a solver" };
        return BySolver(problem, solver, limits ?? SolverLimits.Default, cancellation);
    }

    /// <summary>The same through the solver whatever the aim, for comparison with sorting.</summary>
    public static FundSplitAnswer BySolver(
        FundSplitProblem problem, ILinearSolver solver, SolverLimits limits, CancellationToken cancellation = default)
    {
        var built = SplitModel.Build(problem);
        var answer = solver.Solve(built.Model, limits with { Method = SolverMethod.Relaxation }, cancellation);
        if (!answer.HasValues)
            return new FundSplitAnswer(answer.Status, [], double.NaN, double.NaN) { Message = answer.Message, Method = answer.Solver };
        var (amounts, unallocated) = WholeAmounts(problem, answer, built.Unit);
        var objective = SplitShortfall.Of(problem, amounts);
        var bound = Math.Max(0, answer.Bound * built.Unit);
        return new FundSplitAnswer(StatusOf(problem, answer, objective, bound), [.. amounts], objective, Math.Min(bound, objective))
        {
            Unallocated = unallocated,
            Price = answer.Status == SolverStatus.Optimal
                ? PriceByExtraYuan(problem, answer.Objective * built.Unit, solver, limits, cancellation)
                : null,
            Method = answer.Solver,
            Message = answer.Message,
        };
    }

    // Rounding to whole yuan may cost a yuan per clause; within that the linear optimum is the proof.
    private static SolverStatus StatusOf(FundSplitProblem problem, SolverAnswer answer, double objective, double bound)
    {
        return answer.Status == SolverStatus.Optimal && objective - bound <= problem.Clauses.Length + (1e-6 * Math.Abs(bound))
            ? SolverStatus.Optimal
            : SolverStatus.Feasible;
    }

    private static (long[] Amounts, long Unallocated) WholeAmounts(FundSplitProblem problem, SolverAnswer answer, double unit)
    {
        var amounts = new long[problem.Clauses.Length];
        for (var c = 0; c < amounts.Length; c++)
            amounts[c] = Math.Clamp(
                (long)Math.Floor((answer.Values[c] * unit) + 1e-4), problem.Clauses[c].Floor, problem.Clauses[c].Ceiling);
        while (amounts.Sum() is var sum && sum > problem.Fund) TakeOne(problem, amounts);
        return (amounts, TopUp(problem, amounts));
    }

    private static void TakeOne(FundSplitProblem problem, long[] amounts)
    {
        var largest = Enumerable.Range(0, amounts.Length).Where(c => amounts[c] > problem.Clauses[c].Floor).MaxBy(c => amounts[c]);
        amounts[largest] -= Math.Min(amounts[largest] - problem.Clauses[largest].Floor, amounts.Sum() - problem.Fund);
    }

    // What the solver left over goes on in proportion to what the clauses have, up to their ceilings.
    private static long TopUp(FundSplitProblem problem, long[] amounts)
    {
        for (var left = problem.Fund - amounts.Sum(); left > 0; left = problem.Fund - amounts.Sum())
        {
            var weights = amounts.Select((amount, c) => amount < problem.Clauses[c].Ceiling ? 1 + amount : 0).ToArray();
            if (weights.All(weight => weight == 0)) return left;
            var shares = LargestRemainder.Apportion(left, weights);
            for (var c = 0; c < shares.Length; c++) amounts[c] += Math.Min(shares[c], problem.Clauses[c].Ceiling - amounts[c]);
        }

        return 0;
    }

    // One dual cannot tell whether the price is unique, so the fund is made a little larger and a little smaller: by a yuan, or by a
    // millionth where a yuan would drown in double arithmetic. A price stands only on proved optima.
    private static ShadowPrice? PriceByExtraYuan(
        FundSplitProblem problem, double here, ILinearSolver solver, SolverLimits limits, CancellationToken cancellation)
    {
        var step = Math.Max(1, problem.Fund / 1_000_000);
        if (ObjectiveAt(problem, problem.Fund + step, solver, limits, cancellation) is not { } more) return null;
        var saved = Math.Max(0, (here - more) / step);
        var spare = Math.Min(step, problem.Fund - problem.Clauses.Sum(clause => clause.Floor));
        if (spare == 0) return new ShadowPrice(saved, null);
        return ObjectiveAt(problem, problem.Fund - spare, solver, limits, cancellation) is { } less
            ? new ShadowPrice(saved, Math.Max(0, (less - here) / spare))
            : null;
    }

    private static double? ObjectiveAt(
        FundSplitProblem problem, long fund, ILinearSolver solver, SolverLimits limits, CancellationToken cancellation)
    {
        var other = SplitModel.Build(problem with { Fund = fund });
        var answer = solver.Solve(other.Model, limits with { Method = SolverMethod.Relaxation }, cancellation);
        return answer.Status == SolverStatus.Optimal ? answer.Objective * other.Unit : null;
    }
}
