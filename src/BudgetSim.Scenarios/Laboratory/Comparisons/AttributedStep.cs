// What one step of a reform changes.
using BudgetSim.Scenarios.Laboratory.Reforms;

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>What one step of the reforms changes, in yuan over all replications, after the steps before it.</summary>
public sealed record AttributedStep(ReformStep Step, long Yuan);
