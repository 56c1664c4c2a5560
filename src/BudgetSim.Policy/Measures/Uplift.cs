// A condition under which a measure pays more.
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Measures;

/// <summary>More money than the formula under a condition, before the ceilings: factor 1.5 means half as much again.</summary>
public sealed record Uplift(Expression Factor, Expression When, string Source);
