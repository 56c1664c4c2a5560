// One payment of an earlier year, as the limits of later years count it.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Simulation.Histories;

/// <summary>
/// What was paid under a measure (by index) in a year, in yuan above 0. <paramref name="Keys"/> are numbered like those of the claims;
/// <paramref name="OnceWords"/> are the values by which the measure is paid once, null where the payment does not tell them.
/// </summary>
public sealed record EarlierPayment(int Measure, int Year, Fraction Yuan, ClaimKeys Keys, string? OnceWords)
{
    /// <summary>The loan principal that was subsidised, in yuan; 0 where none was.</summary>
    public Fraction Principal { get; init; }
}
