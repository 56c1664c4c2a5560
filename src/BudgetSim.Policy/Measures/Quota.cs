// How many may win under a measure.
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Measures;

/// <summary>
/// At most <paramref name="Count"/> winners by rank from 1; without <paramref name="RankBy"/> a target that is not tested.
/// </summary>
public sealed record Quota(Expression Count, string? RankBy);
