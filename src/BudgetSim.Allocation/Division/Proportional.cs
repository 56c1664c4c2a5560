// Every claimant gets the same share of the claim.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Division;

/// <summary>The proportional rule: c·E/C.</summary>
public static class Proportional
{
    /// <summary>Awards in the order of the claims; they sum to the estate, which is at most the sum of claims.</summary>
    public static IReadOnlyList<Fraction> Divide(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var total = EstateDivision.Sum(claims);
        return total.Sign == 0 ? claims : claims.Select(claim => claim * estate / total).ToArray();
    }
}
