// One way to divide an estate that is too small for its claims.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Division;

/// <summary>
/// A rule of the claims literature: its name in data, how many claimants it can serve exactly, and the pure function
/// from an estate and claims (all from 0, estate at most the sum of claims) to awards in the order of the claims.
/// </summary>
public sealed record DivisionRule(
    string Name,
    int FewestClaimants,
    int MostClaimants,
    Func<Fraction, IReadOnlyList<Fraction>, IReadOnlyList<Fraction>> Divide);
