// Checks an estate and its claims, divides by a named rule, and rounds.
using BudgetSim.Allocation.Rounding;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Division;

/// <summary>The front door of the division rules.</summary>
public static class EstateDivision
{
    /// <summary>Scaled to whole units of the common denominator, estate and claims together stay below this.</summary>
    private static readonly Int128 Largest = Int128.One << 60;

    /// <summary>
    /// Divides <paramref name="estate"/> among <paramref name="claims"/> by the rule called <paramref name="rule"/>.
    /// An estate above the sum of claims pays every claim in full. Faults carry <paramref name="where"/>.
    /// </summary>
    public static Loaded<DivisionResult> Divide(string rule, Fraction estate, IReadOnlyList<Fraction> claims, Place where)
    {
        var faults = Faults(rule, estate, claims, where).ToList();
        if (faults.Count > 0) return Loaded<DivisionResult>.From(null, faults);
        var awards = Awards(DivisionRules.Named(rule)!, estate, claims);
        return Loaded<DivisionResult>.From(new(rule, estate, awards, LargestRemainder.OfAwards(awards, claims)), []);
    }

    /// <summary>The exact awards for arguments that are known to be good.</summary>
    public static IReadOnlyList<Fraction> Awards(DivisionRule rule, Fraction estate, IReadOnlyList<Fraction> claims)
    {
        // Whole units of the common denominator keep every sum small, whatever the claims' own denominators.
        var scale = claims.Append(estate).Aggregate(Int128.One, (common, value) => LeastCommonMultiple(common, value.Denominator));
        var unit = Fraction.Of(scale, 1);
        var whole = claims.Select(claim => claim * unit).ToArray();
        var total = Sum(whole);
        var scaled = Fraction.Min(estate * unit, total);
        var awards = scaled == total ? whole : rule.Divide(scaled, whole);
        return awards.Select(award => award / unit).ToArray();
    }

    /// <summary>The exact sum.</summary>
    internal static Fraction Sum(IEnumerable<Fraction> values) => values.Aggregate(Fraction.Zero, (sum, value) => sum + value);

    private static IEnumerable<Diagnostic> Faults(string name, Fraction estate, IReadOnlyList<Fraction> claims, Place where)
    {
        var rule = DivisionRules.Named(name);
        if (rule is null) yield return UnknownRule(name, where);
        if (rule is not null && (claims.Count < rule.FewestClaimants || claims.Count > rule.MostClaimants))
            yield return WrongNumberOfClaimants(rule, claims.Count, where);
        if (estate < 0) yield return NegativeEstate(estate, where);
        for (var i = 0; i < claims.Count; i++)
            if (claims[i] < 0) yield return NegativeClaim(i, claims[i], where);
        if (!FitsExactly(estate, claims)) yield return TooLarge(where);
    }

    private static bool FitsExactly(Fraction estate, IReadOnlyList<Fraction> claims)
    {
        Int128 scale = 1;
        var size = Fraction.Zero;
        foreach (var value in claims.Append(estate))
        {
            if (value.Denominator > Largest || Int128.Abs(value.Numerator) > Largest) return false;
            scale = LeastCommonMultiple(scale, value.Denominator);
            if (scale > Largest) return false;
            size += Fraction.Max(value, -value);
            if (size.Floor() >= Largest / scale) return false;
        }

        return true;
    }

    private static Int128 LeastCommonMultiple(Int128 a, Int128 b) => a * Fraction.Of(b, a).Numerator;

    private static Diagnostic UnknownRule(string name, Place where)
    {
        var nearest = NearestName.Hint(name, DivisionRules.Names);
        return Diagnostic.Error(
            where,
            "BS420",
            $"unknown division rule '{name}'",
            nearest.Length > 0 ? nearest : $"one of {string.Join(", ", DivisionRules.Names)}");
    }

    private static Diagnostic WrongNumberOfClaimants(DivisionRule rule, int found, Place where)
    {
        var expected = rule.FewestClaimants == rule.MostClaimants
            ? $"exactly {rule.MostClaimants}"
            : $"{rule.FewestClaimants} to {rule.MostClaimants}";
        return Diagnostic.Error(
            where,
            "BS421",
            $"{rule.Name} divides among {expected} claimants, found {found}",
            "choose another rule, such as talmud or proportional");
    }

    private static Diagnostic NegativeEstate(Fraction estate, Place where) =>
        Diagnostic.Error(where, "BS422", $"the estate must not be negative, found {estate}", "write an amount from 0");

    private static Diagnostic NegativeClaim(int index, Fraction claim, Place where) =>
        Diagnostic.Error(where, "BS423", $"claim {index + 1} must not be negative, found {claim}", "write an amount from 0");

    private static Diagnostic TooLarge(Place where) =>
        Diagnostic.Error(
            where,
            "BS424",
            "estate and claims in units of their common denominator exceed 2^60",
            "write amounts with fewer decimals, or in a larger unit");
}
