// What proves the bound of an allocation.
using System.Collections.Immutable;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>
/// The proof. <see cref="Kind"/> is <c>prices</c> (weak duality: Σ price × amount of the priced limits plus the best of every block
/// that remains connected once these limits are taken away, at objective minus prices, is <see cref="PriceBound"/>),
/// <c>branch-and-bound</c> (every one of <see cref="Nodes"/> subproblems ended by such a bound, by the least that its
/// choices lose of it, by whole prices mixed over the choices left, or by a single choice),
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

    /// <summary>
    /// Whether, of all best answers, this is the one that favours the earliest items; never said where some items are paid in part and
    /// others whole.
    /// </summary>
    public bool IsCanonical { get; init; }
}
