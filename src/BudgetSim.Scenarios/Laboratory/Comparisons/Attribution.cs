// The way from the outlay of the baseline to that of the other side, step by step.

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>From the baseline's outlay to the other's, step by step, in yuan over all replications; it adds up exactly.</summary>
public sealed record Attribution(int Replications, long Baseline, IReadOnlyList<AttributedStep> Steps, long Other);
