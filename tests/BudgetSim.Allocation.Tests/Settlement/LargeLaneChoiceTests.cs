// The choice of lanes for many projects of one enterprise: against trying every choice, by certificate, and on hand cases.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class LargeLaneChoiceTests
{
    private const int Instances = 2000, Year = 2026;

    [Fact]
    public void JointChoice_ThousandsOfClaimantsWithSeveralProjects_IsTheFirstBestOfAllChoices()
    {
        var differing = Enumerable.Range(0, Instances)
            .Where(seed => !Yuan(Settle.Claims(Random(seed))).SequenceEqual(FirstBest(Random(seed))))
            .ToList();
        Assert.Empty(differing);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(300)]
    public void JointChoice_MoreDemandThanThreeCeilings_UsesThemUp(int projects)
    {
        var result = Settle.Claims(Wide(projects, [2_000_000, 3_000_000, 1_500_000], lane => lane));
        Assert.Equal(6_500_000, result.Total);
        Assert.Empty(result.LaneChoicesCutShort);
    }

    [Fact]
    public void JointChoice_OneLaneOfThreeFreeOfCeilings_PaysNoLessThanAnyOneChangeWould()
    {
        // Lane 2 has no shared ceiling: 80 projects never earn less than with all in lane 2 or than a change of one of them.
        var input = Wide(80, [20_000_000, 30_000_000, long.MaxValue >> 8], lane => lane);
        var result = Settle.Claims(input);
        Assert.Empty(result.LaneChoicesCutShort);
        Assert.True(result.Total >= 80 * 100_000);
        int[] chosen = [.. Enumerable.Range(0, 80)
            .Select(project => Enumerable.Range(0, 3)
                .Single(lane => !result.Deductions
                    .Any(taken => taken.Claim == (project * 3) + lane && taken.Stage == DeductionStage.LaneChoice)))];
        Assert.Equal(result.Total, Paid(input, chosen).Sum());
        for (var project = 0; project < 80; project++)
        {
            for (var lane = 0; lane < 3; lane++)
                Assert.True(Paid(input, [.. chosen[..project], lane, .. chosen[(project + 1)..]]).Sum() <= result.Total);
        }
    }

    // Awards paid at four fifths differ from what they use of a ceiling, which the bound cannot follow: the search ends at its limit and
    // says so.
    [Fact]
    public void JointChoice_MoreWaysThanTheSearchFollows_NamesTheClaimantAndStaysWithinCeilings()
    {
        long[] rooms = [9_900_000, 9_900_000, 9_900_000];
        var wide = Wide(20, rooms, lane => lane);
        var result = Settle.Claims(wide with
        {
            Measures = [.. wide.Measures.Select(measure => measure with { IsCeiling = true })],
            Claims = [.. wide.Claims.Select(claim => claim with { PayoutRatio = Fraction.Of(4, 5) })],
        });
        Assert.Equal([0], result.LaneChoicesCutShort);
        for (var lane = 0; lane < 3; lane++)
            Assert.InRange(result.Awards.Where((_, index) => index % 3 == lane).Sum(award => award.Yuan), 0, rooms[lane]);
        Assert.Equal(
            20,
            wide.Claims.Count - result.Deductions.Where(taken => taken.Stage == DeductionStage.LaneChoice)
                .Select(taken => taken.Claim)
                .Distinct()
                .Count());
    }

    /// <summary>
    /// Forty projects, eight a year, three lanes each, four fifths of every amount paid. A ceiling of one year ties the projects of that
    /// year only, so that the best is the best of each year: 3^8 choices, tried here one by one.
    /// </summary>
    [Fact]
    public void JointChoice_PaidInPartOverFiveYears_IsTheBestOfEveryYear()
    {
        const int PerYear = 8;
        var random = new System.Random(40);
        long[] rooms = [2_000_000, 3_000_000, 1_500_000];
        var claims = Enumerable.Range(0, 5 * PerYear * 3).Select(index =>
            Claim(index, index / 3, index % 3, random.Next(300_000, 3_000_000), [rooms[index % 3]]) with
            {
                Year = Year + (index / 3 / PerYear),
                PayoutRatio = Fraction.Of(4, 5),
            }).ToList();
        var measures = Enumerable.Range(0, 3).Select(lane => Lane(lane, 3, Cap(CapScope.EnterpriseYear, lane)) with { IsCeiling = true })
            .ToList();
        var result = Settle.Claims(new SettlementInput(measures, claims));
        Assert.Empty(result.LaneChoicesCutShort);
        for (var year = 0; year < 5; year++)
        {
            var gross = claims.Skip(year * PerYear * 3).Take(PerYear * 3).Select(claim => (long)claim.Gross.Numerator).ToArray();
            Assert.Equal(
                BestPaidInPart(gross, rooms, 0), result.Awards.Skip(year * PerYear * 3).Take(PerYear * 3).Sum(award => award.Yuan));
        }
    }

    // The project at a place takes each of its lanes in turn: four fifths of its amount, or of what its lane has left.
    private static long BestPaidInPart(long[] gross, long[] left, int place)
    {
        if (place == gross.Length) return 0;
        var best = 0L;
        for (var lane = 0; lane < 3; lane++)
        {
            var paid = Math.Min(gross[place + lane], left[lane]) * 4 / 5;
            left[lane] -= paid;
            best = Math.Max(best, paid + BestPaidInPart(gross, left, place + 3));
            left[lane] += paid;
        }

        return best;
    }

    // Ten yuan each: 30 in the first lane and 40 in the second can be paid, and the earlier projects take the first lane.
    [Theory]
    [InlineData(7, "aaabbbb")]
    [InlineData(8, "aaaabbbb")]
    [InlineData(10, "aaaaaabbbb")]
    public void JointChoice_TieAmongManyProjects_TakesTheEarlierClaims(int projects, string lanes)
    {
        long[] rooms = [30, 40];
        var claims = Enumerable.Range(0, projects * 2).Select(index => Claim(index, index / 2, index % 2, 10, [rooms[index % 2]])).ToList();
        var result = Settle.Claims(new SettlementInput(
            [.. Enumerable.Range(0, 2).Select(lane => Lane(lane, 2, Cap(CapScope.EnterpriseYear, lane)))], claims));
        Assert.Equal(70, result.Total);
        var dropped = result.Deductions.Where(taken => taken.Stage == DeductionStage.LaneChoice).Select(taken => taken.Claim).ToHashSet();
        Assert.Equal(lanes, string.Concat(Enumerable.Range(0, projects).Select(project => dropped.Contains(project * 2) ? 'b' : 'a')));
    }

    private static SettlementInput Wide(int projects, long[] rooms, Func<int, int> ceilingOf)
    {
        var random = new System.Random(projects);
        var claims = Enumerable.Range(0, projects * 3)
            .Select(index => Claim(index, index / 3, index % 3, random.Next(300_000, 3_000_000), [rooms[index % 3]]))
            .ToList();
        return new SettlementInput(
            [.. Enumerable.Range(0, 3).Select(lane => Lane(lane, 3, Cap(CapScope.EnterpriseYear, ceilingOf(lane))))], claims);
    }

    // Four to six projects with two or three lanes, one ceiling each or two, rooms alike or not, claims in any order.
    private static SettlementInput Random(int seed)
    {
        var random = new System.Random(seed);
        var lanes = random.Next(2, 4);
        var projects = lanes == 2 ? random.Next(6, 9) : random.Next(4, 6);
        var (shares, isTwofold, differ, largest) =
            (random.Next(2) == 0, random.Next(3) == 0, random.Next(4) == 0, random.Next(2) == 0 ? 6 : 1000);
        var rooms = Enumerable.Range(0, lanes + 1).Select(_ => (long)random.Next(1, largest * projects / 2)).ToArray();
        if (shares) rooms[1] = rooms[0];
        var measures = Enumerable.Range(0, lanes).Select(lane =>
        {
            var own = shares && lane < 2 ? Cap(CapScope.EnterpriseYear, 0, 1) : Cap(CapScope.EnterpriseYear, lane);
            return Lane(lane, lanes, isTwofold ? [own, Cap(CapScope.EnterpriseLifetime, [.. Enumerable.Range(0, lanes)])] : [own]);
        }).ToList();
        var places = Enumerable.Range(0, projects * lanes).ToArray();
        if (random.Next(2) == 0) random.Shuffle(places);
        long RoomOf(int place) => differ ? random.Next(1, largest * projects / 2) : rooms[place % lanes];
        var claims = places
            .Select((place, index) => Claim(
                index, place / lanes, place % lanes, random.Next(1, largest), isTwofold ? [RoomOf(place), rooms[^1] * 2] : [RoomOf(place)]))
            .ToList();
        return new SettlementInput(measures, claims);
    }

    private static MeasureTerms Lane(int lane, int lanes, params CapTerms[] caps) =>
        new($"m{lane}")
        {
            Caps = caps,
            Exclusions = [new ExclusionTerms(
                [.. Enumerable.Range(0, lanes).Where(other => other != lane)], ExclusionKey.Project, Keep.Highest)],
        };

    private static CapTerms Cap(CapScope scope, params int[] drawers) => new(scope, scope == CapScope.EnterpriseYear, drawers);

    private static Claim Claim(int index, int project, int lane, long gross, long[] rooms) =>
        new($"c{index}", lane, new ClaimKeys(0, Project: project), Year)
        {
            Gross = gross,
            Caps = [.. rooms.Select(room => new Room(room, 0))],
        };

    private static IEnumerable<long> Yuan(SettlementResult result) => result.Awards.Select(award => award.Yuan);

    // Counts through all choices, the last project fastest, lanes in the order of their claims; the first highest stays.
    private static long[] FirstBest(SettlementInput input)
    {
        int[][] projects = [.. input.Claims.Select((claim, index) => (claim.Keys.Project, index))
            .GroupBy(entry => entry.Project)
            .Select(project => project.Select(entry => entry.index).ToArray())];
        var choice = new int[projects.Length];
        var best = new long[input.Claims.Count];
        var highest = -1L;
        for (var place = 0; place >= 0;)
        {
            var paid = PaidTo(input, [.. projects.Select((claims, project) => claims[choice[project]]).Order()]);
            if (paid.Sum() > highest) (best, highest) = (paid, paid.Sum());
            for (place = choice.Length - 1; place >= 0 && ++choice[place] == projects[place].Length; place--) choice[place] = 0;
        }

        return best;
    }

    private static long[] Paid(SettlementInput input, int[] lanes) =>
        PaidTo(input, [.. lanes.Select((lane, project) => (project * 3) + lane)]);

    // Each claim gets the least that its ceilings leave after the claims before it.
    private static long[] PaidTo(SettlementInput input, int[] taken)
    {
        var paid = new long[input.Claims.Count];
        foreach (var index in taken)
        {
            var claim = input.Claims[index];
            var left = (long)claim.Gross.Numerator;
            for (var cap = 0; cap < claim.Caps.Count; cap++)
            {
                var drawers = (int[])input.Measures[claim.Measure].Caps[cap].Drawers;
                var used = 0L;
                foreach (var earlier in taken)
                    used += paid[earlier] > 0 && Array.IndexOf(drawers, input.Claims[earlier].Measure) >= 0 ? paid[earlier] : 0;
                left = Math.Min(left, (long)claim.Caps[cap].Amount.Numerator - used);
            }

            paid[index] = Math.Max(left, 0);
        }

        return paid;
    }
}
