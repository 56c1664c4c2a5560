// Draws settlements of two years over every kind of rule, with ties, empty funds and funds that are just enough.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;
using FsCheck;
using FsCheck.Fluent;

namespace BudgetSim.Allocation.Tests.Settlement;

/// <summary>One measure of each kind; the index of a measure is its constant.</summary>
internal static class SettlementCases
{
    public const int LaneA = 0,
        LaneB = 1,
        LaneC = 2,
        Loan = 3,
        RivalLoan = 4,
        Once = 5,
        Group = 6,
        TopUp = 7,
        Programme = 8,
        Line = 9,
        OffBudget = 10,
        Yielding = 11,
        Park = 12;

    public const int Year = 2026;

    /// <summary>
    /// Lane A excludes B and C, which do not exclude it in turn, and go together; loans likewise. Lanes A and B share a ceiling.
    /// </summary>
    public static IReadOnlyList<MeasureTerms> Measures { get; } =
    [
        new("lane-a")
        {
            Fund = 0,
            Caps = [new CapTerms(CapScope.EnterpriseYear, true, [LaneA, LaneB])],
            Exclusions = [new ExclusionTerms([LaneB, LaneC], ExclusionKey.Project, Keep.Highest)],
        },
        new("lane-b")
        {
            Fund = 1,
            IsCeiling = true,
            Caps = [new CapTerms(CapScope.EnterpriseYear, true, [LaneB, LaneA]), new CapTerms(CapScope.Project, false, [LaneB])],
        },
        new("lane-c") { Fund = 1 },
        new("loan")
        {
            Fund = 0,
            PrincipalCaps = [new CapTerms(CapScope.EnterpriseLifetime, false, [Loan])],
            Exclusions = [new ExclusionTerms([RivalLoan], ExclusionKey.Loan, Keep.Highest)],
        },
        new("rival-loan") { Fund = 1, IsCeiling = true },
        new("once") { Fund = 1, OnceKeys = [OnceKey.Enterprise, OnceKey.Item] },
        new("group") { Fund = 0, Caps = [new CapTerms(CapScope.Group, true, [Group])] },
        new("top-up") { Fund = 1, TopsUp = [Once] },
        new("programme")
        {
            Fund = 0,
            IsCeiling = true,
            Caps = [new CapTerms(CapScope.ProgrammeYear, true, [Programme]) { CutsProRata = true }],
        },
        new("line") { Fund = 1 },
        new("off-budget") { Fund = 0, IsOutlay = false },
        new("yielding") { Fund = 0, Exclusions = [new ExclusionTerms([Once], ExclusionKey.EnterpriseYear, Keep.Other)] },
        new("park") { Fund = 1, IsCeiling = true, Caps = [new CapTerms(CapScope.Park, true, [Park])] },
    ];

    /// <summary>Any claims; both funds under one of <paramref name="rules"/>, each empty, just enough, ample or anything.</summary>
    public static Gen<SettlementInput> Any(params ShortageRule[] rules) =>
        from claims in Claims
        from rule in Gen.Elements(rules)
        from pot in Gen.Choose(0, 150)
        from line in Gen.Choose(0, 150)
        let asked = Input(claims, rule) with { UpliftPots = [pot], BudgetLines = [line] }
        from money in Gen.ArrayOf(Money, 3)
        select asked with { Appropriations = Appropriations(asked, money) };

    /// <summary>As <see cref="Any"/>, under every rule.</summary>
    public static Gen<SettlementInput> Every => Any(Enum.GetValues<ShortageRule>());

    /// <summary>A quarter each: nothing, just enough, more than enough, and some part in hundredths.</summary>
    private static Gen<Func<long, long>> Money => Gen.OneOf(
        Gen.Constant<Func<long, long>>(_ => 0),
        Gen.Constant<Func<long, long>>(asked => asked),
        Gen.Constant<Func<long, long>>(asked => (2 * asked) + 5),
        from share in Gen.Choose(1, 99) select (Func<long, long>)(asked => asked * share / 100));

    private static Gen<Claim[]> Claims =>
        from count in Gen.Choose(1, 16)
        from claims in Gen.ArrayOf(One, count)
        select claims.Select((claim, index) => claim with { Id = $"c{index}" }).ToArray();

    private static Gen<Claim> One =>
        from measure in Gen.Choose(0, Measures.Count - 1)
        from keys in Keys
        from year in Gen.Elements(Year, Year, Year + 1)
        from state in Gen.Frequency(
            (8, Gen.Constant(ClaimState.Known)), (1, Gen.Constant(ClaimState.Undetermined)), (1, Gen.Constant(ClaimState.Nothing)))
        from gross in Gross
        from rooms in Gen.ArrayOf(Room, Measures[measure].Caps.Count + Measures[measure].PrincipalCaps.Count)
        from uplift in Gen.Frequency((3, Gen.Constant(Fraction.One)), (1, Gen.Constant(Fraction.Of(3, 2))))
        from pot in Gen.Elements(UpliftPot.Unlimited, new UpliftPot(0))
        from ratio in Gen.Frequency((3, Gen.Constant(Fraction.One)), (1, Gen.Constant(Fraction.Of(4, 5))))
        from share in Gen.Elements(Fraction.Zero, Fraction.Of(1, 3), Fraction.Of(1, 2), Fraction.One)
        from first in Gen.Elements(true, false)
        select new Claim("", measure, keys, year)
        {
            State = state,
            Gross = state == ClaimState.Undetermined ? Fraction.Zero : gross,
            Principal = measure == Loan && state == ClaimState.Known
                ? new PrincipalClaim(gross * 20, Fraction.Of(1, 20), [new Room(rooms[0].Amount * 20, rooms[0].Used * 20)])
                : null,
            Caps = measure == Loan || state != ClaimState.Known ? [] : rooms,
            UpliftFactor = measure == Loan ? Fraction.One : uplift,
            UpliftPot = pot,
            PayoutRatio = ratio,
            OtherPolicyAward = measure == LaneC ? Fraction.Of(7, 2) : Fraction.Zero,
            Payers = [new ClaimPayer(0, share), new ClaimPayer(1, Fraction.One - share)],
            BudgetLine = measure == Line ? 0 : -1,
            GoesFirst = first,
        };

    private static Gen<ClaimKeys> Keys =>
        from enterprise in Gen.Choose(0, 2)
        from project in Gen.Choose(-1, 1)
        from loan in Gen.Choose(0, 1)
        from item in Gen.Choose(-1, 1)
        from shared in Gen.Choose(0, 1)
        select new ClaimKeys(enterprise, project, loan, item, Group: shared, Park: shared);

    // Round figures come again and again, so that ties are common; thirds and halves must be rounded.
    private static Gen<Fraction> Gross => Gen.Frequency(
        (2, Gen.Elements<Fraction>(0, 1, 60, 100, 100, 250)),
        (2, from yuan in Gen.Choose(0, 900) from parts in Gen.Choose(1, 3) select Fraction.Of(yuan, parts)));

    private static Gen<Room> Room =>
        from amount in Gen.Elements(0, 50, 100, 250, 10_000) from used in Gen.Elements(0, 0, 30) select new Room(amount, used);

    private static SettlementInput Input(Claim[] claims, ShortageRule rule) =>
        new(Measures, claims) { Funds = [new FundTerms("f0", rule), new FundTerms("f1", rule)], Payers = ["city", "county"] };

    // Fund 0 has an appropriation for each year, fund 1 one for both.
    private static Appropriation[] Appropriations(SettlementInput input, Func<long, long>[] money)
    {
        var awards = Settle.Claims(input with { Funds = [] }).Awards;
        long Asked(int fund, int? year) => input.Claims.Select((claim, index) => (claim, award: awards[index])).Where(entry =>
            input.Measures[entry.claim.Measure] is { IsOutlay: true } terms && terms.Fund == fund && !entry.award.IsUndetermined
                && entry.claim.Year == (year ?? entry.claim.Year)).Sum(entry => entry.award.Yuan);
        return [
            new(0, Year, money[0](Asked(0, Year))), new(0, Year + 1, money[1](Asked(0, Year + 1))), new(1, null, money[2](Asked(1, null))),
        ];
    }
}
