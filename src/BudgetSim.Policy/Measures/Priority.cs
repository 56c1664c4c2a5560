// Whose claims a short budget line serves first.
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Measures;

/// <summary>Who goes first when a budget line is short.</summary>
public sealed record Priority(Expression When, string First, string Budget, string Source);
