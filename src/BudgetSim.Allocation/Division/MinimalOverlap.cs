// Claims are laid on the estate so that as little as possible is claimed twice, and every part is shared by those who claim it.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Division;

/// <summary>
/// The minimal overlap rule (O'Neill 1982; Chun and Thomson 2005). If one claim covers the estate, the claims are nested
/// (Ibn Ezra). Else there is one t with Σ max(c - t, 0) = E - t: the claims are nested on the first t units, and what they
/// exceed t by lies on the rest without overlap.
/// </summary>
public static class MinimalOverlap
{
    /// <summary>Awards in the order of the claims (1 to 40 of them); they sum to the estate.</summary>
    public static IReadOnlyList<Fraction> Divide(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var shared = claims.Max() >= estate ? estate : SharedPart(estate, claims);
        var nested = Nested(claims.Select(claim => Fraction.Min(claim, shared)).ToArray());
        return nested.Zip(claims, (award, claim) => award + Fraction.Max(Fraction.Min(claim, estate) - shared, Fraction.Zero)).ToArray();
    }

    /// <summary>The t: between two neighbouring claims the sum falls in a straight line, so it is solved there.</summary>
    private static Fraction SharedPart(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var descending = claims.OrderDescending().ToArray();
        var above = descending[0];
        for (var count = 2; count <= descending.Length; count++)
        {
            above += descending[count - 1];
            var t = (above - estate) / (count - 1);
            var lower = count < descending.Length ? descending[count] : Fraction.Zero;
            if (t >= lower && t <= descending[count - 1]) return t;
        }

        return Fraction.Zero;
    }

    /// <summary>The unit between two neighbouring claims is shared equally by all who reach it.</summary>
    private static Fraction[] Nested(Fraction[] claims)
    {
        var awards = new Fraction[claims.Length];
        var order = Enumerable.Range(0, claims.Length).OrderBy(index => claims[index]).ToArray();
        Fraction reached = 0, award = 0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            award += (claims[order[rank]] - reached) / (order.Length - rank);
            reached = claims[order[rank]];
            awards[order[rank]] = award;
        }

        return awards;
    }
}
