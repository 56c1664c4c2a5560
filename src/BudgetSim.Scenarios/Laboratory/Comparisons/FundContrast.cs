// One fund and year on both sides of a comparison.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>A fund's year on both sides; null where a side gives it no limit.</summary>
public sealed record FundContrast(
    Bilingual Name, int Year, long? BaselineYuan, long? OtherYuan, Shortage? Baseline, Shortage? Other, AmountContrast Paid);
