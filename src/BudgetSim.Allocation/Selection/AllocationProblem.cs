// The allocation problem in memory: which items are chosen, and how much each is paid, under limits on both.
using System.Collections.Immutable;

namespace BudgetSim.Allocation.Selection;

/// <summary>
/// A checked problem; <see cref="ProblemFromDraft"/> makes it. <paramref name="Conflicts"/> are sets of item indices (ascending) of which
/// at most one is chosen.
/// </summary>
public sealed record AllocationProblem(
    AllocationObjective Objective,
    ImmutableArray<AllocationItem> Items,
    ImmutableArray<AllocationLimit> Limits,
    ImmutableArray<ImmutableArray<int>> Conflicts,
    ImmutableArray<ChooseRule> Choose);
