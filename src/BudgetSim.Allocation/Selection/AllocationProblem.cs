// The allocation problem in memory: which items are chosen, and how much each is paid, under limits on both.
using System.Collections.Immutable;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>What is made as large as possible.</summary>
public enum AllocationObjective
{
    /// <summary>The yuan paid, each item's times its weight.</summary>
    Total,

    /// <summary>The sum of the values of the chosen items.</summary>
    Value,

    /// <summary>The smallest award, then the next smallest, and so on; every item is paid in part.</summary>
    MaxMin,
}

/// <summary>
/// Something that may be paid: at most <paramref name="Amount"/> whole yuan (from 0), all or nothing unless
/// <paramref name="Divisible"/>. <paramref name="Value"/> counts once if it is chosen, <paramref name="Weight"/> per yuan paid (both from 0).
/// <paramref name="Priority"/> 1 is served before 2. A divisible item that is chosen is paid at least one yuan of a positive amount.
/// </summary>
public sealed record AllocationItem(string Id, long Amount, Fraction Value, Fraction Weight, bool Divisible, int Priority);

/// <summary>
/// At most <paramref name="Amount"/> may be used. Without <paramref name="Use"/> an item uses the yuan it is paid; with it
/// [place in Items] an item uses its coefficient (from 0) if it is chosen. <paramref name="Items"/> are indices, ascending.
/// </summary>
public sealed record AllocationLimit(string Id, Fraction Amount, ImmutableArray<int> Items, ImmutableArray<Fraction>? Use);

/// <summary>How many of <paramref name="Items"/> (indices, ascending) are chosen: from <paramref name="AtLeast"/> to <paramref name="AtMost"/>.</summary>
public sealed record ChooseRule(string Id, ImmutableArray<int> Items, int AtLeast, int AtMost);

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
