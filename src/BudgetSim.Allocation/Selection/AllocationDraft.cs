// An allocation problem as somebody wrote it, before anything is checked.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>An item as written; <paramref name="Where"/> is its place in the file. Not given: value 1, divisible, priority 1.</summary>
public sealed record DraftItem(string Id, Fraction Amount, Place Where)
{
    /// <summary>What it counts if it is chosen.</summary>
    public Fraction Value { get; init; } = 1;

    /// <summary>Whether it may be paid in part.</summary>
    public bool Divisible { get; init; } = true;

    /// <summary>1 is served first.</summary>
    public int Priority { get; init; } = 1;
}

/// <summary>A limit as written: over <see cref="Items"/> (yuan paid) or with <see cref="Use"/> (coefficient if chosen), not both.</summary>
public sealed record DraftLimit(string Id, Fraction Amount, Place Where)
{
    /// <summary>The items whose awards count; null when it has coefficients.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>The coefficient of each item; null when awards count.</summary>
    public IReadOnlyList<DraftNumber>? Use { get; init; }
}

/// <summary>A coefficient or weight as written.</summary>
public sealed record DraftNumber(string Item, Fraction Number, Place Where);

/// <summary>A choice rule as written; not given: at least 0, at most all.</summary>
public sealed record DraftChoose(string Id, IReadOnlyList<string> Items, Place Where)
{
    /// <summary>Fewest that are chosen.</summary>
    public int AtLeast { get; init; }

    /// <summary>Most that are chosen; null for all.</summary>
    public int? AtMost { get; init; }
}

/// <summary>A set of which at most one item is chosen.</summary>
public sealed record DraftConflict(IReadOnlyList<string> Items, Place Where);

/// <summary>
/// The whole file. <see cref="Objective"/> is <c>total</c>, <c>value</c> or <c>max_min</c>; <see cref="Weights"/> are per yuan, 1 where not
/// given.
/// </summary>
public sealed record AllocationDraft(string Objective, Place Where, IReadOnlyList<DraftItem> Items)
{
    /// <summary>The limits.</summary>
    public IReadOnlyList<DraftLimit> Limits { get; init; } = [];

    /// <summary>The conflicts.</summary>
    public IReadOnlyList<DraftConflict> Conflicts { get; init; } = [];

    /// <summary>The choice rules.</summary>
    public IReadOnlyList<DraftChoose> Choose { get; init; } = [];

    /// <summary>Where the objective is written; the place of the whole where it is not.</summary>
    public Place ObjectiveWhere { get; init; } = Where;

    /// <summary>The weight of each item that has one.</summary>
    public IReadOnlyList<DraftNumber> Weights { get; init; } = [];
}
