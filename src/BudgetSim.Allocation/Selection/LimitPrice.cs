// The price of one more unit of a limit.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>The price of one unit of a limit (or choice rule) in units of the objective; 0 where it is not listed.</summary>
public sealed record LimitPrice(string Limit, Fraction Price);
