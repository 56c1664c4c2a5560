// What the amount of a measure is: an outlay, or something that leaves no budget.

namespace BudgetSim.Policy.Measures;

/// <summary>Whether an amount is money that leaves a budget, and if not, what it is.</summary>
public enum LedgerEffect
{
    /// <summary>Money that leaves a budget.</summary>
    Award,

    /// <summary>The size of a fund or reserve that pays other rows.</summary>
    PoolLimit,

    /// <summary>Money put aside out of existing funds.</summary>
    SetAside,

    /// <summary>No amount: it only changes how another row is read.</summary>
    Deeming,

    /// <summary>A benefit that is not budget money, such as a fee that is not charged.</summary>
    OffBudget,

    /// <summary>Money that another row already counts.</summary>
    Restated,
}
