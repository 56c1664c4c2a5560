// The answer to an allocation problem, with what is needed to check it again.
using System.Collections.Immutable;
using BudgetSim.Allocation.Selection.MaxMin;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>What is known about an answer.</summary>
public enum AllocationStatus
{
    /// <summary>Feasible, and equal to a bound that was recomputed in whole numbers.</summary>
    ProvedOptimal,

    /// <summary>Feasible; something better may exist, up to the bound.</summary>
    Feasible,

    /// <summary>No choice satisfies every rule.</summary>
    Infeasible,

    /// <summary>The limits of the work were reached before any feasible answer was found.</summary>
    Stopped,
}

/// <summary>The price of one unit of a limit (or choice rule) in units of the objective; 0 where it is not listed.</summary>
public sealed record LimitPrice(string Limit, Fraction Price);

/// <summary>
/// The proof. <see cref="Kind"/> is <c>prices</c> (weak duality: Σ price × amount of the priced limits plus the best of every block
/// that remains connected once these limits are taken away, at objective minus prices, is <see cref="PriceBound"/>),
/// <c>branch-and-bound</c> (every one of <see cref="Nodes"/> subproblems ended by such a bound, by the least that its
/// choices lose of it limit by limit, or by a single choice),
/// <c>bottlenecks</c> (every share is held by one of <see cref="Bottlenecks"/> or by its own amount), <c>conflict</c>
/// (<see cref="Conflict"/> cannot hold together), or <c>none</c>.
/// </summary>
public sealed record AllocationCertificate(string Kind)
{
    /// <summary>The prices of the last stage, in the order of the limits.</summary>
    public ImmutableArray<LimitPrice> Prices { get; init; } = [];

    /// <summary>The exact bound that the prices give before it is rounded down to a possible objective.</summary>
    public Fraction PriceBound { get; init; }

    /// <summary>For max-min shares: what holds every item that is paid less than its amount.</summary>
    public ImmutableArray<Bottleneck> Bottlenecks { get; init; } = [];

    /// <summary>Subproblems visited.</summary>
    public long Nodes { get; init; }

    /// <summary>For an infeasible problem: ids of limits, choices and conflicts that cannot hold together.</summary>
    public ImmutableArray<string> Conflict { get; init; } = [];

    /// <summary>Whether no member of <see cref="Conflict"/> can be left out.</summary>
    public bool ConflictIsMinimal { get; init; }

    /// <summary>Whether, of all best answers, this is the one that favours the earliest items.</summary>
    public bool IsCanonical { get; init; }
}

/// <summary>The best objective of one priority, 1 first.</summary>
public sealed record PriorityResult(int Priority, Fraction Objective, Fraction Bound);

/// <summary>
/// What is paid: <see cref="Awards"/> [item] in whole yuan and <see cref="Selected"/> [item], both empty unless there is a feasible answer.
/// <see cref="Objective"/> and <see cref="Bound"/> are over all priorities; <see cref="Priorities"/> has one entry per priority.
/// </summary>
public sealed record AllocationAnswer(AllocationStatus Status, Fraction Objective, Fraction Bound, AllocationCertificate Certificate)
{
    /// <summary>Whole yuan, [item].</summary>
    public ImmutableArray<long> Awards { get; init; } = [];

    /// <summary>Chosen or not, [item].</summary>
    public ImmutableArray<bool> Selected { get; init; } = [];

    /// <summary>Objective and bound of every priority.</summary>
    public ImmutableArray<PriorityResult> Priorities { get; init; } = [];

    /// <summary>The status as data writes it.</summary>
    public string StatusName => Status switch
    {
        AllocationStatus.ProvedOptimal => "proved_optimal",
        AllocationStatus.Feasible => "feasible",
        AllocationStatus.Infeasible => "infeasible",
        _ => "stopped",
    };
}
