// The laws of sharing whole units hold for every rounding method (Balinski and Young 1982).
using BudgetSim.Allocation.Rounding;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace BudgetSim.Allocation.Tests.Rounding;

public sealed class RoundingLawsTests
{
    public static TheoryData<string> EveryMethod => [.. RoundingMethods.Names];

    public static TheoryData<string> DivisorMethods => [.. RoundingMethods.Names.Where(name => name != "largest-remainder")];

    // Many equal weights, so that ties are common.
    private static Gen<Case> Cases =>
        from total in Gen.Choose(0, 120)
        from weights in Gen.NonEmptyListOf(Gen.Frequency((3, Gen.Choose(1, 30)), (2, Gen.Elements(0, 7, 7, 12))))
        where weights.Sum() > 0
        select new Case(total, [.. weights.Select(weight => (long)weight)]);

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public void Parts_AnyWeights_SumToTheTotal(string method) => Laws.Hold(Cases, drawn => drawn.Parts(method).Sum() == drawn.Total);

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public void Parts_AnyWeights_AreNotNegativeAndNothingWithoutWeight(string method) =>
        Laws.Hold(
            Cases, drawn => drawn.Parts(method).Zip(drawn.Weights).All(pair => pair.First >= 0 && (pair.Second > 0 || pair.First == 0)));

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public void Parts_LargerWeight_GetsNoLess(string method) => Laws.Hold(Cases, drawn =>
    {
        var parts = drawn.Parts(method);
        return Pairs(parts.Count).All(pair => drawn.Weights[pair.A] <= drawn.Weights[pair.B] || parts[pair.A] >= parts[pair.B]);
    });

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public void Parts_EqualWeights_DifferByAtMostOneAndFavourTheEarlier(string method) => Laws.Hold(Cases, drawn =>
    {
        var parts = drawn.Parts(method);
        return Pairs(parts.Count).All(pair => drawn.Weights[pair.A] != drawn.Weights[pair.B] || pair.A > pair.B
            || parts[pair.A] - parts[pair.B] is 0 or 1);
    });

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public void Parts_WholeQuotas_AreTheQuotas(string method) =>
        Laws.Hold(
            from drawn in Cases from times in Gen.Choose(0, 5) select (drawn.Weights, times),
            drawn => RoundingMethods.Round(method, drawn.Weights.Sum() * drawn.times, drawn.Weights, Place.Of("round")).Value!
                .SequenceEqual(drawn.Weights.Select(weight => weight * drawn.times)));

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public void Parts_WeightsTimesTen_AreTheSame(string method) =>
        Laws.Hold(
            Cases,
            drawn => drawn.Parts(method)
                .SequenceEqual((drawn with { Weights = [.. drawn.Weights.Select(weight => weight * 10)] }).Parts(method)));

    /// <summary>House monotonicity: only largest remainder lacks it (the Alabama paradox).</summary>
    [Theory]
    [MemberData(nameof(DivisorMethods))]
    public void Parts_OneUnitMore_TakesNothingFromAnybody(string method) =>
        Laws.Hold(
            Cases,
            drawn => drawn.Parts(method)
                .Zip((drawn with { Total = drawn.Total + 1 }).Parts(method))
                .All(pair => pair.First <= pair.Second));

    /// <summary>The quota rule: only largest remainder keeps it on both sides.</summary>
    [Fact]
    public void LargestRemainder_AnyWeights_StaysWithinOneOfTheQuota() =>
        Laws.Hold(Cases, drawn => drawn.AboveQuota("largest-remainder").All(above => above > -1 && above < 1));

    [Fact]
    public void Jefferson_AnyWeights_NeverGivesLessThanTheQuotaRoundedDown() =>
        Laws.Hold(Cases, drawn => drawn.AboveQuota("jefferson").All(above => above > -1));

    [Fact]
    public void Adams_AnyWeights_NeverGivesMoreThanTheQuotaRoundedUp() =>
        Laws.Hold(Cases, drawn => drawn.AboveQuota("adams").All(above => above < 1));

    /// <summary>Dividing one unit at a time is the definition; the shortcut for large totals must not change it.</summary>
    [Theory]
    [InlineData("webster", 0.5)]
    [InlineData("jefferson", 1.0)]
    public void Parts_AnyWeights_EqualServingOneUnitAtATime(string method, double shift) =>
        Laws.Hold(Cases, drawn => drawn.Parts(method).SequenceEqual(OneByOne(drawn, shift)));

    private static long[] OneByOne(Case drawn, double shift)
    {
        var parts = new long[drawn.Weights.Length];
        for (var unit = 0; unit < drawn.Total; unit++)
        {
            var best = 0;
            for (var i = 1; i < parts.Length; i++)
                if (drawn.Weights[i] * (parts[best] + shift) > drawn.Weights[best] * (parts[i] + shift)) best = i;
            parts[best]++;
        }

        return parts;
    }

    private static IEnumerable<(int A, int B)> Pairs(int count) =>
        from a in Enumerable.Range(0, count)
        from b in Enumerable.Range(0, count)
        where a != b
        select (a, b);

    private sealed record Case(long Total, long[] Weights)
    {
        public IReadOnlyList<long> Parts(string method) => RoundingMethods.Round(method, Total, Weights, Place.Of("round")).Value!;

        /// <summary>Each part less its exact share of the total.</summary>
        public IEnumerable<Fraction> AboveQuota(string method) =>
            Parts(method).Zip(Weights, (part, weight) => Fraction.Of((part * Weights.Sum()) - (Total * weight), Weights.Sum()));
    }
}
