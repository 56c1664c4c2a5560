// The choice of lanes where projects are tied by more than plain ceilings, against settling every choice by itself.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class TiedLaneChoiceTests
{
    private const int Instances = 400, Projects = 7, Year = 2026, Lane1 = 0, Lane2 = 1, TopUp = 2, Free = 3;

    /// <summary>
    /// 2^7 choices each: shares below one, uplifts of one pot, principal, loans, top-ups, rooms that differ, nested ceilings, two years,
    /// claims beside the projects.
    /// </summary>
    [Fact]
    public void JointChoice_ProjectsTiedByEveryRule_IsTheFirstBestOfAllChoices()
    {
        var differing = Enumerable.Range(0, Instances).Where(seed => !Yuan(Settle.Claims(Draw(seed))).SequenceEqual(FirstBest(Draw(seed))))
            .ToList();
        Assert.Empty(differing);
    }

    [Fact]
    public void JointChoice_ProjectsTiedByEveryRule_IsSearchedToTheEnd() =>
        Assert.All(Enumerable.Range(0, Instances), seed => Assert.Empty(Settle.Claims(Draw(seed)).LaneChoicesCutShort));

    private static SettlementInput Draw(int seed)
    {
        var random = new System.Random(seed);
        bool Has(int oneIn) => random.Next(oneIn) == 0;
        var (isCut, hasPot, hasPrincipal, hasLoans, isNested, differs, isYearly) = (Has(2), Has(3), Has(3), Has(3), Has(3), Has(3), Has(2));
        var own = new CapTerms(
            isYearly ? CapScope.EnterpriseYear : CapScope.EnterpriseLifetime, isYearly, Has(2) ? [Lane1, Lane2] : [Lane1]);
        CapTerms[] caps = isNested ? [own, new CapTerms(CapScope.Park, true, [Lane1, Lane2, Free])] : [own];
        MeasureTerms[] measures =
        [
            new("lane-1") { IsCeiling = isCut, Caps = caps, Exclusions = [Not(Lane2, ExclusionKey.Project)] },
            new("lane-2")
            {
                Caps = Has(2) ? caps : [],
                Exclusions = hasLoans ? [Not(Free, ExclusionKey.Loan)] : [],
                PrincipalCaps = hasPrincipal ? [new CapTerms(CapScope.EnterpriseLifetime, false, [Lane2])] : [],
            },
            new("top-up") { TopsUp = Has(2) ? [Lane1] : [] },
            new("free") { Caps = caps },
        ];
        var most = Has(2) ? 8 : 400;
        Claim One(int measure, int project, int index) =>
            new(
                $"c{index}",
                measure,
                new ClaimKeys(0, project, Loan: hasLoans ? random.Next(4) : -1, Item: random.Next(3)),
                Year + random.Next(2))
            {
                Gross = Fraction.Of(random.Next(1, most), random.Next(1, 3)),
                Principal = measure == Lane2 && hasPrincipal
                    ? new PrincipalClaim(random.Next(1, most) * 10, Fraction.Of(1, 10), [new Room(most * 30, 0)])
                    : null,
                Caps = [.. measures[measure].Caps.Select((_, cap) => new Room((most * (cap + 2)) + (differs ? random.Next(most) : 0), 0))],
                UpliftFactor = hasPot && measure != Lane2 && Has(2) ? Fraction.Of(3, 2) : 1,
                UpliftPot = hasPot ? new UpliftPot(0) : UpliftPot.Unlimited,
                PayoutRatio = isCut ? Fraction.Of(4, 5) : 1,
            };
        var claims = Enumerable.Range(0, (2 * Projects) + 2)
            .Select(index => index < 2 * Projects ? One(index % 2, index / 2, index) : One(index == 2 * Projects ? TopUp : Free, -1, index))
            .ToArray();
        if (Has(2)) random.Shuffle(claims);
        return new SettlementInput(measures, claims) { UpliftPots = [most] };
    }

    private static ExclusionTerms Not(int measure, ExclusionKey key) => new([measure], key, Keep.Highest);

    // Counts through all choices, projects in the order of their first claims, the last one fastest; what is not chosen is not claimed.
    private static long[] FirstBest(SettlementInput input)
    {
        var order = Enumerable.Range(0, input.Claims.Count).OrderBy(claim => input.Claims[claim].Year).ToList();
        int[][] projects = [.. order.Where(claim => input.Claims[claim].Keys.Project >= 0)
            .GroupBy(claim => input.Claims[claim].Keys.Project)
            .Select(project => project.ToArray())];
        var best = Array.Empty<long>();
        for (var choice = 0; choice < 1 << Projects; choice++)
        {
            var left = projects.Select((lanes, project) => lanes[1 - (choice >> (Projects - 1 - project) & 1)]).ToHashSet();
            long[] paid = [.. Yuan(Settle.Claims(input with
            {
                Claims = [.. input.Claims.Select((claim, index) => left.Contains(index)
                    ? claim with { State = ClaimState.Nothing }
                    : claim)],
            }))];
            if (best.Length == 0 || paid.Sum() > best.Sum()) best = paid;
        }

        return best;
    }

    private static IEnumerable<long> Yuan(SettlementResult result) => result.Awards.Select(award => award.Yuan);
}
