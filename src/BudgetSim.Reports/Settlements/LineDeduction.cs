// What was taken off a claim of a payout, and why.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Settlements;

/// <summary>Whole yuan taken off (negative where a lower end added), the reason, and the article it rests on.</summary>
public sealed record LineDeduction(DeductionStage Stage, Money Amount, Text Reason, string Article);
