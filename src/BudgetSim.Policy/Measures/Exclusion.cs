// Measures whose awards do not go together with those of another.
using BudgetSim.Core.Terms;

namespace BudgetSim.Policy.Measures;

/// <summary>Awards of one claimant that do not go together with this measure's, and the article that says so.</summary>
public sealed record Exclusion(IReadOnlyList<string> With, ExclusionKey Key, Keep Keep, string Source);
