// What the amount of a measure is: an outlay, or something that leaves no budget.
using BudgetSim.Policy.Vocabularies;

namespace BudgetSim.Policy.Measures;

/// <summary>Whether an amount is money that leaves a budget, and if not, what it is.</summary>
public enum LedgerEffect
{
    Award,
    PoolLimit,
    SetAside,
    Deeming,
    OffBudget,
    Restated,
}
