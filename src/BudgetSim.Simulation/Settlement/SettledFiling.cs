// The outcome of settling a list of claims.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Policy.Entitlements;

namespace BudgetSim.Simulation.Settlement;

/// <summary>The outcome of settling a filing: claims, entitlements and awards in the order of the filing.</summary>
public sealed record SettledFiling(Filing Filing, IReadOnlyList<Entitlement> Entitlements, SettlementInput Input, SettlementResult Result);
