// What a step took off a claim, as it is told.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Reports.Explanations;

/// <summary>Whole yuan taken off a claim at a step (negative where the step adds), with its reason.</summary>
public sealed record StoryDeduction(DeductionStage Stage, Money Amount);
