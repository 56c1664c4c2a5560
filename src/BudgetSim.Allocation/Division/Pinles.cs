// Equal awards on the half claims, twice.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Division;

/// <summary>
/// Pinles' rule (1861): up to half the sum of claims, equal awards on the half claims; beyond it, each half claim plus
/// equal awards of the rest on the half claims.
/// </summary>
public static class Pinles
{
    /// <summary>Awards in the order of the claims; they sum to the estate, which is at most the sum of claims.</summary>
    public static IReadOnlyList<Fraction> Divide(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var halves = claims.Select(claim => claim / 2).ToArray();
        var half = EstateDivision.Sum(halves);
        if (estate <= half) return ConstrainedEqual.Awards(estate, halves);
        return halves.Zip(ConstrainedEqual.Awards(estate - half, halves), (first, second) => first + second).ToArray();
    }
}
