// The laws that the literature proves for the division rules hold on random estates and claims.
using BudgetSim.Allocation.Division;
using BudgetSim.Core.Quantities;
using BudgetSim.Tests;
using FsCheck.Fluent;

namespace BudgetSim.Allocation.Tests.Division;

public sealed class DivisionLawsTests
{
    public static TheoryData<string> EveryRule => [.. DivisionRules.Names];

    [Theory]
    [MemberData(nameof(EveryRule))]
    public void Awards_AnyEstate_SumToTheSmallerOfEstateAndClaims(string rule) =>
        Hold(rule, drawn => Sum(drawn.Awards(rule)) == Fraction.Min(drawn.Estate, Sum(drawn.Claims)));

    [Theory]
    [MemberData(nameof(EveryRule))]
    public void Awards_AnyEstate_LieBetweenZeroAndTheClaim(string rule) =>
        Hold(rule, drawn => drawn.Awards(rule).Zip(drawn.Claims).All(pair => pair.First >= 0 && pair.First <= pair.Second));

    [Theory]
    [MemberData(nameof(EveryRule))]
    public void Awards_LargerClaim_GetsAndLosesNoLess(string rule) => Hold(rule, drawn =>
    {
        var awards = drawn.Awards(rule);
        var pairs = from i in Enumerable.Range(0, awards.Count)
                    from j in Enumerable.Range(0, awards.Count)
                    where drawn.Claims[i] >= drawn.Claims[j]
                    select awards[i] >= awards[j] && drawn.Claims[i] - awards[i] >= drawn.Claims[j] - awards[j];
        return pairs.All(ordered => ordered);
    });

    [Theory]
    [MemberData(nameof(EveryRule))]
    public void Awards_LargerEstate_CutsNobody(string rule) => Hold(rule, drawn =>
        drawn.Awards(rule)
            .Zip((drawn with { Estate = drawn.Estate + Fraction.Of(7, 2) }).Awards(rule))
            .All(pair => pair.First <= pair.Second));

    [Theory]
    [InlineData("proportional", "proportional")]
    [InlineData("talmud", "talmud")]
    [InlineData("random-arrival", "random-arrival")]
    [InlineData("adjusted-proportional", "adjusted-proportional")]
    [InlineData("concede-and-divide", "concede-and-divide")]
    [InlineData("cea", "cel")]
    [InlineData("cel", "cea")]
    public void Awards_OfTheLosses_AreTheLossesOfTheDualRule(string rule, string dual) => Hold(rule, drawn =>
    {
        var estate = Fraction.Min(drawn.Estate, Sum(drawn.Claims));
        var losses = (drawn with { Estate = Sum(drawn.Claims) - estate }).Awards(dual);
        return drawn.Awards(rule).Zip(losses).Zip(drawn.Claims).All(row => row.First.First + row.First.Second == row.Second);
    });

    [Fact]
    public void RandomArrival_FewClaimants_EqualsTheAverageOverEveryOrder() => Hold("random-arrival", drawn =>
    {
        var orders = Orders(drawn.Claims.Count).ToList();
        var average = Enumerable.Range(0, drawn.Claims.Count)
            .Select(i => Sum(orders.Select(order => InOrder(drawn, order)[i])) / orders.Count);
        return average.SequenceEqual(drawn.Awards("random-arrival"));
    });

    private static void Hold(string rule, Func<Case, bool> law)
    {
        var named = DivisionRules.Named(rule)!;
        var cases = from claimants in Gen.Choose(named.FewestClaimants, Math.Min(5, named.MostClaimants))
                    from claims in Gen.ArrayOf(Gen.Choose(0, 40), claimants)
                    from estate in Gen.Choose(0, 160)
                    from third in Gen.Choose(0, 2)
                    select new Case(estate + Fraction.Of(third, 3), claims.Select(claim => Fraction.Of(claim, 2)).ToList());
        Laws.Hold(cases, law);
    }

    private static Fraction Sum(IEnumerable<Fraction> values) => values.Aggregate(Fraction.Zero, (sum, value) => sum + value);

    private static Fraction[] InOrder(Case drawn, int[] order)
    {
        var awards = new Fraction[order.Length];
        var left = drawn.Estate;
        foreach (var i in order)
        {
            awards[i] = Fraction.Min(left, drawn.Claims[i]);
            left -= awards[i];
        }

        return awards;
    }

    private static IEnumerable<int[]> Orders(int count)
    {
        if (count == 0) return [[]];
        return from shorter in Orders(count - 1)
               from place in Enumerable.Range(0, count)
               select (int[])[.. shorter[..place], count - 1, .. shorter[place..]];
    }

    private sealed record Case(Fraction Estate, IReadOnlyList<Fraction> Claims)
    {
        public IReadOnlyList<Fraction> Awards(string rule) => EstateDivision.Awards(DivisionRules.Named(rule)!, Estate, Claims);
    }
}
