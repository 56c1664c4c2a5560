// Half claims first by equal awards, then by equal losses.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Division;

/// <summary>
/// The Talmud rule (Aumann and Maschler 1985): up to half the sum of claims, equal awards on the half claims;
/// beyond it, each half claim plus equal losses on the other half.
/// </summary>
public static class Talmud
{
    /// <summary>Awards in the order of the claims; they sum to the estate, which is at most the sum of claims.</summary>
    public static IReadOnlyList<Fraction> Divide(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var halves = claims.Select(claim => claim / 2).ToArray();
        var half = EstateDivision.Sum(halves);
        if (estate <= half) return ConstrainedEqual.Awards(estate, halves);
        return halves.Zip(ConstrainedEqual.Losses(estate - half, halves), (first, second) => first + second).ToArray();
    }
}
