// Solves an allocation problem: priority after priority, each proved, then paid.
using BudgetSim.Allocation.Optimization;
using BudgetSim.Allocation.Selection.Exact;
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Payments;
using BudgetSim.Allocation.Selection.Exact.Programs;
using BudgetSim.Allocation.Selection.MaxMin;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection.Solving;

/// <summary>The front door of the allocation problem.</summary>
public static class AllocationSolver
{
    /// <summary>
    /// The best answer and its proof. The exact engine needs no solver; <paramref name="solver"/>, if given, is asked only where the
    /// engine's budget (<see cref="SolverLimits.DeterministicTime"/>) ends with a gap, and its answer is kept only if it is
    /// better and passes the exact check. The same problem and limits give the same answer on every machine.
    /// </summary>
    public static AllocationAnswer SolveAllocation(
        AllocationProblem problem,
        ILinearSolver? solver = null,
        SolverLimits? limits = null,
        CancellationToken cancellation = default) =>
        SolveAllocation(problem, solver, limits ?? SolverLimits.Default, BlockLimits.Default, cancellation);

    /// <summary>The same with blocks of another size, so that tests reach every part of the engine with small problems.</summary>
    internal static AllocationAnswer SolveAllocation(
        AllocationProblem problem,
        ILinearSolver? solver,
        SolverLimits limits,
        BlockLimits blocks,
        CancellationToken cancellation)
    {
        if (problem.Objective == AllocationObjective.MaxMin) return MaxMinAwards.Of(problem);
        if (FullLimits.Answer(problem) is { } atOnce) return atOnce;
        var run = new Run(problem, solver, limits, blocks, cancellation);
        return run.Solve();
    }

    private sealed class Run(
        AllocationProblem problem, ILinearSolver? solver, SolverLimits limits, BlockLimits blocks, CancellationToken cancellation)
    {
        private readonly SearchBudget _budget = new(limits.DeterministicTime, cancellation);
        private readonly Int128 _scale = ProgramFromProblem.Scale(problem);
        private readonly List<HeldPriority> _held = [];
        private readonly List<PriorityResult> _reached = [];

        public AllocationAnswer Solve()
        {
            int[] priorities = [.. problem.Items.Select(item => item.Priority).Distinct().Order()];
            StageResult? last = null;
            var (isProved, isCanonical, nodes) = (true, true, 0L);
            foreach (var priority in priorities)
            {
                var stage = SolveStage(priority, settleTies: priority == priorities[^1]);
                if (stage.Awards is null && last is null) return WithoutAnswer(stage);
                (isProved, isCanonical, nodes) =
                    (isProved && stage.IsClosed && stage.Objective == stage.Bound, isCanonical && stage.IsCanonical, nodes + stage.Nodes);
                last = stage.Awards is null ? last! with { PriceBound = stage.PriceBound, Prices = stage.Prices } : stage;
                Keep(priority, stage, last);
            }

            return Answer(last!, isProved, last!.IsCanonical && isProved, nodes);
        }

        private StageResult SolveStage(int priority, bool settleTies)
        {
            if (ProgramFromProblem.Build(problem, priority, _held) is not { } program) return StageResult.Infeasible;
            var stage = StageSearch.Solve(program, PayingWorth.Of(problem, priority, program, _scale), blocks, _budget, settleTies);
            var needsHelp = solver is not null && !(stage.IsClosed && stage.Objective == stage.Bound);
            return needsHelp ? SolverHelp.Improve(stage, program, solver!, limits, cancellation) : stage;
        }

        private void Keep(int priority, StageResult stage, StageResult kept)
        {
            var objective = AwardFaults.Objective(problem, kept.Awards!, kept.Chosen!, priority);
            _held.Add(new HeldPriority(priority, (objective * Fraction.Of(_scale, 1)).Numerator));
            _reached.Add(new PriorityResult(priority, objective, Fraction.Of(stage.Bound, _scale)));
        }

        private AllocationAnswer Answer(StageResult last, bool isProved, bool isCanonical, long nodes)
        {
            var (awards, selected) = (last.Awards!, last.Chosen!);
            if (problem.Objective == AllocationObjective.Value) awards = FullAwards.Of(problem, awards, selected);
            var faults = AwardFaults.Of(problem, awards, selected);
            if (faults.Count > 0) throw new InvalidOperationException("the engine's answer breaks " + string.Join(", ", faults));
            var certificate = new AllocationCertificate(isProved
                ? (last.ByPricesAlone && nodes == last.Nodes && _reached.Count == 1 ? "prices" : "branch-and-bound")
                : "none")
            {
                Prices = [.. last.Prices.Select(price => new LimitPrice(price.Limit, Fraction.Of(price.Price, price.Scale * _scale)))],
                PriceBound = Fraction.Of(last.PriceBound.Total, last.PriceBound.Scale) / Fraction.Of(_scale, 1),
                Nodes = nodes,
                IsCanonical = isCanonical && !IsMixed,
            };
            var status = isProved ? AllocationStatus.ProvedOptimal : AllocationStatus.Feasible;
            return new AllocationAnswer(status, Sum(part => part.Objective), Sum(part => part.Bound), certificate)
            {
                Awards = [.. awards],
                Selected = [.. selected],
                Priorities = [.. _reached],
            };
        }

        // Ties between an item paid in part and one paid whole are not settled in favour of the earlier.
        private bool IsMixed => problem.Items.Any(item => item.Divisible) && problem.Items.Any(item => !item.Divisible);

        private Fraction Sum(Func<PriorityResult, Fraction> of) => _reached.Aggregate(Fraction.Zero, (sum, part) => sum + of(part));

        private AllocationAnswer WithoutAnswer(StageResult stage)
        {
            if (!stage.IsClosed)
                return new AllocationAnswer(
                    AllocationStatus.Stopped,
                    Fraction.Zero,
                    Fraction.Of(stage.Bound, _scale),
                    new AllocationCertificate("none") { Nodes = stage.Nodes });
            var (conflict, isMinimal) = ConflictingSet.Of(problem, blocks, cancellation);
            var certificate = new AllocationCertificate("conflict")
            {
                Conflict = conflict,
                ConflictIsMinimal = isMinimal,
                Nodes = stage.Nodes,
            };
            return new AllocationAnswer(AllocationStatus.Infeasible, Fraction.Zero, Fraction.Zero, certificate);
        }
    }
}
