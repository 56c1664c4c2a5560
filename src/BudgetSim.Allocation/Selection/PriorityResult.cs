// The best objective of one priority.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>The best objective of one priority, 1 first.</summary>
public sealed record PriorityResult(int Priority, Fraction Objective, Fraction Bound);
