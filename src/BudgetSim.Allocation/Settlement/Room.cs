// What is left under a ceiling.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>Room under a ceiling in yuan: the ceiling and what was used of it before this settlement.</summary>
public readonly record struct Room(Fraction Amount, Fraction Used);
