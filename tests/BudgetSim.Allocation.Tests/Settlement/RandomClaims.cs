// Draws small random settlements from a seed, for laws that hold on every one of them.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

/// <summary>Settlements of up to fifteen claims over all kinds of rules; the same seed gives the same one.</summary>
internal static class RandomClaims
{
    public const int Year = 2026;

    /// <summary>Any kind of rule; <paramref name="shortage"/> governs every fund.</summary>
    public static SettlementInput Any(int seed, ShortageRule shortage)
    {
        var random = new System.Random(seed);
        var measures = Measures(random);
        return new SettlementInput(measures, [.. Enumerable.Range(0, random.Next(1, 15)).Select(index => Claim(random, measures, index))])
        {
            Funds = [new FundTerms("f0", shortage), new FundTerms("f1", shortage)],
            Appropriations = [new Appropriation(0, Year, random.Next(0, 600)), new Appropriation(1, random.Next(2) == 0 ? null : Year, random.Next(0, 600))],
            Payers = ["city", "county"],
            UpliftPots = [random.Next(0, 200)],
        };
    }

    /// <summary>Only lanes under ceilings of the enterprise and the project: whole yuan, no loans, no uplift, no funds.</summary>
    public static SettlementInput Lanes(int seed)
    {
        var random = new System.Random(seed);
        var count = random.Next(2, 5);
        var measures = Enumerable.Range(0, count).Select(measure => new MeasureTerms($"m{measure}")
        {
            Caps = [new CapTerms(random.Next(2) == 0 ? CapScope.EnterpriseYear : CapScope.Project, true, Drawers(random, measure, count))],
            Exclusions = [new ExclusionTerms([.. Enumerable.Range(0, count).Where(other => other != measure && random.Next(3) > 0)], ExclusionKey.Project, Keep.Highest, "")],
        }).ToList();
        var claims = Enumerable.Range(0, random.Next(2, 8)).Select(index => new Claim($"c{index}", random.Next(count), new ClaimKeys(random.Next(2), Project: random.Next(3)), Year) { Gross = random.Next(0, 100), Caps = [new Room(random.Next(20, 120), 0)] });
        return new SettlementInput(measures, [.. claims]);
    }

    private static int[] Drawers(System.Random random, int measure, int count) => random.Next(2) == 0 ? [measure] : [measure, (measure + 1) % count];

    private static MeasureTerms[] Measures(System.Random random) =>
    [
        new("lane-a") { Fund = 0, Caps = [new CapTerms(CapScope.EnterpriseYear, true, [0, 1])], Exclusions = [new ExclusionTerms([1], ExclusionKey.Project, Keep.Highest, "x")] },
        new("lane-b") { Fund = 0, IsCeiling = true, Caps = [new CapTerms(CapScope.EnterpriseYear, true, [1, 0])], Exclusions = [new ExclusionTerms([0], ExclusionKey.Project, Keep.Highest, "x")] },
        new("loan-a") { Fund = 1, PrincipalCaps = [new CapTerms(CapScope.EnterpriseYear, true, [2])], Exclusions = [new ExclusionTerms([3], ExclusionKey.Loan, Keep.Highest, "y")] },
        new("loan-b") { Fund = 1, Exclusions = [new ExclusionTerms([2], ExclusionKey.Loan, Keep.Highest, "y")] },
        new("once") { Fund = 1, OnceKeys = [OnceKey.Enterprise, OnceKey.Year] },
        new("item") { Fund = 0, IsCeiling = true, Caps = [new CapTerms(CapScope.Item, false, [5])] },
        new("group") { Fund = 1, Caps = [new CapTerms(CapScope.Group, true, [6])] },
        new("year") { Fund = 0, Exclusions = [new ExclusionTerms([4], ExclusionKey.EnterpriseYear, random.Next(2) == 0 ? Keep.Other : Keep.Highest, "z")] },
    ];

    private static Claim Claim(System.Random random, MeasureTerms[] measures, int index)
    {
        var measure = random.Next(measures.Length);
        var keys = new ClaimKeys(random.Next(3), Project: random.Next(3) - 1, Loan: random.Next(2), Item: random.Next(3) - 1, Group: random.Next(2));
        var state = random.Next(10) switch { 0 => ClaimState.Undetermined, 1 => ClaimState.Nothing, _ => ClaimState.Known };
        if (state != ClaimState.Known) return new Claim($"c{index}", measure, keys, Year) { State = state };
        var gross = Fraction.Of(random.Next(0, 900), random.Next(1, 4));
        return new Claim($"c{index}", measure, keys, Year)
        {
            Gross = gross,
            Principal = measures[measure].PrincipalCaps.Count > 0 ? new PrincipalClaim(gross * 20, Fraction.Of(1, 20), [new Room(random.Next(1000, 9000), random.Next(0, 500))]) : null,
            Caps = [.. measures[measure].Caps.Select(_ => new Room(random.Next(50, 400), random.Next(0, 60)))],
            UpliftFactor = random.Next(4) == 0 ? Fraction.Of(3, 2) : Fraction.One,
            UpliftPot = random.Next(2) == 0 ? UpliftPot.Unlimited : new UpliftPot(0),
            PayoutRatio = random.Next(4) == 0 ? Fraction.Of(4, 5) : Fraction.One,
            Payers = [new ClaimPayer(0, Fraction.Of(3, 10)), new ClaimPayer(1, Fraction.Of(7, 10))],
        };
    }
}
