// How strongly a common factor moves a figure.

namespace BudgetSim.Simulation.Pools;

/// <summary>
/// How strongly a figure moves with a common factor: it is multiplied by exp(loading x factor - loading^2 / 2), so
/// that its mean stays as stated. <paramref name="Factor"/> indexes the factors of the pool.
/// </summary>
public sealed record FactorLoading(int Factor, double Loading);
