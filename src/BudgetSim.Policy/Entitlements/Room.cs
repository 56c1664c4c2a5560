// What is left under a ceiling for an entitlement.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Policy.Entitlements;

/// <summary>A ceiling in yuan and what was used of it before.</summary>
public readonly record struct Room(Fraction Amount, Fraction Used);
