// One amount on both sides of a comparison.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>An amount on both sides in fen, mean per replication, and their paired difference (other less baseline).</summary>
public sealed record AmountContrast(string Id, Bilingual Name, double Baseline, double Other, PairedDifference Difference);
