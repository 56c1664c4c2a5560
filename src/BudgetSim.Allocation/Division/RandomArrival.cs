// First come, first served, averaged over every order of arrival.
using System.Numerics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Division;

/// <summary>
/// Random arrival (O'Neill 1982). Not the n! orders but the 2^n sets of earlier arrivals are visited: claimant i finds the
/// set S before it in |S|!(n-1-|S|)! orders and then gets min(c_i, what S left).
/// </summary>
public static class RandomArrival
{
    /// <summary>Awards in the order of the claims (1 to 10 of them); they sum to the estate.</summary>
    public static IReadOnlyList<Fraction> Divide(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var left = LeftBySet(estate, claims);
        var awards = new Fraction[claims.Count];
        for (var set = 0; set < left.Length; set++)
        {
            var orders = OrdersWithEarlier(BitOperations.PopCount((uint)set), claims.Count);
            for (var i = 0; i < awards.Length; i++)
                if ((set & (1 << i)) == 0) awards[i] += Fraction.Min(claims[i], left[set]) * orders;
        }

        var all = Factorial(claims.Count);
        return awards.Select(award => award / all).ToArray();
    }

    /// <summary>[set of claimants as bits] what they leave of the estate, at least 0.</summary>
    private static Fraction[] LeftBySet(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        var left = new Fraction[1 << claims.Count];
        left[0] = estate;
        for (var set = 1; set < left.Length; set++)
        {
            var lowest = BitOperations.TrailingZeroCount(set);
            left[set] = Fraction.Max(left[set & (set - 1)] - claims[lowest], Fraction.Zero);
        }

        return left;
    }

    private static long OrdersWithEarlier(int earlier, int claimants) => Factorial(earlier) * Factorial(claimants - 1 - earlier);

    private static long Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
