// What nobody else claims is handed over first, the rest is proportional.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Division;

/// <summary>
/// The adjusted proportional rule (Curiel, Maschler and Tijs 1987): minimal rights m = max(E - claims of the others, 0)
/// are paid; the claims are reduced by them and cut to what is left; what is left is divided in proportion.
/// </summary>
public static class AdjustedProportional
{
    /// <summary>Awards in the order of the claims; they sum to the estate, which is at most the sum of claims.</summary>
    public static IReadOnlyList<Fraction> Divide(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var total = EstateDivision.Sum(claims);
        var rights = claims.Select(claim => Fraction.Max(estate - (total - claim), Fraction.Zero)).ToArray();
        var left = estate - EstateDivision.Sum(rights);
        var reduced = claims.Zip(rights, (claim, right) => Fraction.Min(claim - right, left)).ToArray();
        return rights.Zip(Proportional.Divide(left, reduced), (right, share) => right + share).ToArray();
    }
}
