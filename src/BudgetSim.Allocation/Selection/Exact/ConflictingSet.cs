// For a problem without any answer: a set of rules that cannot hold together, as small as it can be made.
using System.Collections.Immutable;
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>Leaves out rules, first in large groups and then one by one, as long as the rest stays infeasible.</summary>
internal static class ConflictingSet
{
    private const double SecondsPerTry = 2;
    private const int MostTries = 2_000;

    /// <summary>The ids of the rules, and whether each of them is needed.</summary>
    public static (ImmutableArray<string> Ids, bool IsMinimal) Of(
        AllocationProblem problem, BlockLimits blocks, CancellationToken cancellation)
    {
        var kept = Rules(problem).ToList();
        var (tries, isMinimal) = (0, true);
        for (var size = Math.Max(1, kept.Count / 2); size > 0; size = size == 1 ? 0 : Math.Max(1, size / 2))
        {
            for (var first = 0; first < kept.Count && tries < MostTries; tries++)
            {
                var count = Math.Min(size, kept.Count - first);
                var rest = kept.Where((_, place) => place < first || place >= first + count).ToList();
                var (isInfeasible, isSure) = Try(problem, rest, blocks, cancellation);
                isMinimal &= isSure || size > 1;
                if (isInfeasible) kept = rest;
                else first += count;
            }
        }

        return ([.. kept.Select(rule => rule.Id)], isMinimal && tries < MostTries);
    }

    private static IEnumerable<Rule> Rules(AllocationProblem problem)
    {
        foreach (var limit in problem.Limits) yield return new(limit.Id, limit, null, null);
        foreach (var rule in problem.Choose) yield return new(rule.Id, null, rule, null);
        foreach (var conflict in problem.Conflicts)
            yield return new("conflict " + string.Join(" ", conflict.Select(item => problem.Items[item].Id)), null, null, conflict);
    }

    private static (bool IsInfeasible, bool IsSure) Try(
        AllocationProblem problem, List<Rule> rules, BlockLimits blocks, CancellationToken cancellation)
    {
        var smaller = problem with
        {
            Limits = [.. rules.Where(rule => rule.Limit is not null).Select(rule => rule.Limit!)],
            Choose = [.. rules.Where(rule => rule.Choose is not null).Select(rule => rule.Choose!)],
            Conflicts = [.. rules.Where(rule => rule.Conflict is not null).Select(rule => rule.Conflict!.Value)],
        };
        if (ProgramFromProblem.Build(smaller, null, []) is not { } program) return (true, true);
        var stage = StageSearch.Solve(program, program.PerYuan, blocks, new SearchBudget(SecondsPerTry, cancellation), settleTies: false);
        return (stage.IsClosed && stage.Awards is null, stage.IsClosed || stage.Awards is not null);
    }

    private sealed record Rule(string Id, AllocationLimit? Limit, ChooseRule? Choose, ImmutableArray<int>? Conflict);
}
