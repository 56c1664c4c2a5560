// The contested garment: each concedes what it does not claim, the rest is halved.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Division;

/// <summary>Concede and divide, for two claimants (Mishna, Bava Metzia 2a).</summary>
public static class ConcedeAndDivide
{
    /// <summary>max(E - c₂, 0) and max(E - c₁, 0) are conceded; the contested rest is halved.</summary>
    public static IReadOnlyList<Fraction> Divide(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var first = Fraction.Max(estate - claims[1], Fraction.Zero);
        var second = Fraction.Max(estate - claims[0], Fraction.Zero);
        var contested = (estate - first - second) / 2;
        return [first + contested, second + contested];
    }
}
