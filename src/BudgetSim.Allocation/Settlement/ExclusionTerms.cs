// Non-duplication as the settlement applies it.
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement;

/// <summary>Measures (by index) whose awards do not go together with this one's.</summary>
public sealed record ExclusionTerms(IReadOnlyList<int> With, ExclusionKey Key, Keep Keep);
