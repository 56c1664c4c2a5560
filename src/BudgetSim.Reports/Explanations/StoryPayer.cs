// A payer's part of an award, as it is told.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Explanations;

/// <summary>A payer's part of an award.</summary>
public sealed record StoryPayer(Text Name, Money Amount);
