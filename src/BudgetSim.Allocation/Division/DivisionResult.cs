// The answer of a division rule.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Division;

/// <summary>
/// What each claimant gets, in the order of the claims: <see cref="Awards"/> exactly, <see cref="Rounded"/> in whole units by
/// largest remainder (sum: the whole part of the exact sum, no award above its claim).
/// </summary>
public sealed record DivisionResult(string Rule, Fraction Estate, IReadOnlyList<Fraction> Awards, IReadOnlyList<long> Rounded);
