// The answer to an allocation problem, with what is needed to check it again.
using System.Collections.Immutable;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

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
