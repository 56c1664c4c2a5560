// A payer of an entitlement and its share.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Policy.Entitlements;

/// <summary>A payer and its share (0 to 1, null where the text states none).</summary>
public sealed record PaidShare(string Payer, Fraction? Share);
