// What an allocation makes as large as possible.
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
