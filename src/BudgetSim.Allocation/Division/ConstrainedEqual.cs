// Equal awards up to the claims, and equal losses down to zero.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Division;

/// <summary>Constrained equal awards min(c, λ) and, its dual, constrained equal losses max(c - λ, 0).</summary>
public static class ConstrainedEqual
{
    /// <summary>The λ with Σ min(c, λ) = E makes the awards equal where the claims allow it.</summary>
    public static IReadOnlyList<Fraction> Awards(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var level = Level(estate, claims);
        return claims.Select(claim => Fraction.Min(claim, level)).ToArray();
    }

    /// <summary>The losses C - E are shared as equal awards of losses; what is not lost is awarded.</summary>
    public static IReadOnlyList<Fraction> Losses(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var losses = Awards(EstateDivision.Sum(claims) - estate, claims);
        return claims.Zip(losses, (claim, loss) => claim - loss).ToArray();
    }

    private static Fraction Level(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var left = estate;
        var waiting = claims.Count;
        foreach (var claim in claims.Order())
        {
            var equal = left / waiting;
            if (equal <= claim) return equal;
            left -= claim;
            waiting--;
        }

        return claims.Count == 0 ? Fraction.Zero : claims.Max();
    }
}
