// A ceiling on the money of a measure.
using BudgetSim.Core.Terms;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Policy.Measures;

/// <summary>
/// A ceiling on money in yuan: "per what, per when", and the measures that draw on the same ceiling.
/// <paramref name="RenewsYearly"/> holds for scopes whose text adds "a year".
/// </summary>
public sealed record MoneyCap(Expression Amount, CapScope Per, bool RenewsYearly, IReadOnlyList<string> SharedWith)
{
    /// <summary>Whether the awards under it are cut in proportion when they exceed it, and not in the order of the claims.</summary>
    public bool CutsProRata { get; init; }
}
