// Attributes of one subject that move together.
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Simulation.Pools;

/// <summary>The attributes, in the order of the copula's rows, whose normal scores are correlated.</summary>
public sealed record Dependence(IReadOnlyList<string> Names, GaussianCopula Copula);
