// The subsidised principal of a loan claim.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>A subsidised principal in yuan, the award for one yuan of it, and the room under its ceilings.</summary>
public sealed record PrincipalClaim(Fraction Amount, Fraction AwardPerYuan, IReadOnlyList<Room> Caps);
