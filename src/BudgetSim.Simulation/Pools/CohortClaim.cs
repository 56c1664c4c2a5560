// What the subjects of a cohort claim, and how many of them do.
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Simulation.Pools;

/// <summary>
/// A claim that a subject files with a probability of take-up from 0 to 1; where that is uncertain it is drawn once per replication and
/// measure.
/// </summary>
public sealed record CohortClaim(string Measure, Distribution TakeUp, Basis Basis)
{
    /// <summary>The probability, 0 to 1, that a claim that was filed is approved; drawn like the take-up.</summary>
    public Distribution Approval { get; init; } = new Fixed(1);

    /// <summary>What files once: each enterprise, each project, or everything that comes up.</summary>
    public ObjectLevel Per { get; init; } = ObjectLevel.Loan;
}
