// A payer's part of one award of a payout.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Reports.Settlements;

/// <summary>A payer's part of one award; <paramref name="Payer"/> is empty for the part whose payer the text does not state.</summary>
public sealed record LinePayer(string Payer, Money Amount);
