// The loan principal that an entitlement subsidises.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Policy.Entitlements;

/// <summary>A loan's principal in yuan, the award per yuan of it, and the principal ceilings <c>[cap]</c>.</summary>
public sealed record Principal(Fraction Amount, Fraction AwardPerYuan, IReadOnlyList<Room> Caps);
