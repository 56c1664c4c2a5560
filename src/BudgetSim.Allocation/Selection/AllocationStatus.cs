// What is known about the answer to an allocation problem.

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
