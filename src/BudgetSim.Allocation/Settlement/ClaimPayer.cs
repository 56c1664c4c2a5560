// A payer of a claim and its share.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>A payer by index and its share, 0 to 1; null where the text states none.</summary>
public readonly record struct ClaimPayer(int Payer, Fraction? Share);
