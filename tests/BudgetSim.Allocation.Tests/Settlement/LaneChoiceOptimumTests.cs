// The lane choice against an exhaustive search in plain integers that shares no code with it.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Tests.Settlement;

public sealed class LaneChoiceOptimumTests
{
    private const int Instances = 4000;

    [Fact]
    public void JointChoice_ThousandsOfSmallClaimants_PaysWhatExhaustiveSearchFinds()
    {
        var differing = Enumerable.Range(0, Instances)
            .Where(seed => Settle.Claims(RandomClaims.Lanes(seed)).Total != Exhaustive(RandomClaims.Lanes(seed)))
            .ToList();
        Assert.Empty(differing);
    }

    [Fact]
    public void JointChoice_OfThousands_BeatsProjectByProjectSometimesAndNeverLoses()
    {
        var gains = Enumerable.Range(0, Instances)
            .Select(seed => Settle.Claims(RandomClaims.Lanes(seed)).Total - Settle.Claims(RandomClaims.Lanes(seed) with
            {
                LaneChoice = LaneChoiceRule.ProjectByProject,
            }).Total)
            .ToList();
        Assert.DoesNotContain(gains, gain => gain < 0);
        Assert.Contains(gains, gain => gain > 0);
    }

    // For each claimant: every subset of its claims, if no two rival measures stand on one project and no project could take another
    // measure.
    private static long Exhaustive(SettlementInput input) =>
        Enumerable.Range(0, 2).Sum(enterprise => BestOf(
            input, [.. Enumerable.Range(0, input.Claims.Count).Where(claim => input.Claims[claim].Keys.Enterprise == enterprise)]));

    private static long BestOf(SettlementInput input, int[] claims)
    {
        long best = 0;
        var live = claims.Where(claim => WorthOf(input, claim) > 0).ToArray();
        for (var subset = 0; subset < 1 << live.Length; subset++)
        {
            var taken = live.Where((_, place) => (subset >> place & 1) == 1).ToArray();
            if (IsMaximal(input, live, taken)) best = Math.Max(best, PaidInOrder(input, taken));
        }

        return best;
    }

    private static bool IsMaximal(SettlementInput input, int[] live, int[] taken) =>
        !taken.Any(a => taken.Any(b => Clash(input, a, b)))
            && live.Except(taken).All(left => taken.Any(other => Clash(input, left, other)));

    private static bool Clash(SettlementInput input, int a, int b)
    {
        var (first, second) = (input.Claims[a], input.Claims[b]);
        if (first.Keys.Project != second.Keys.Project || first.Measure == second.Measure) return false;
        return input.Measures[first.Measure].Exclusions[0].With.Contains(second.Measure)
            || input.Measures[second.Measure].Exclusions[0].With.Contains(first.Measure);
    }

    private static long WorthOf(SettlementInput input, int claim) =>
        Math.Min((long)input.Claims[claim].Gross.Numerator, (long)input.Claims[claim].Caps[0].Amount.Numerator);

    // Each claim gets what its ceiling leaves after the earlier claims of the measures that draw on it.
    private static long PaidInOrder(SettlementInput input, int[] taken)
    {
        var paid = new Dictionary<int, long>();
        foreach (var claim in taken)
        {
            var cap = input.Measures[input.Claims[claim].Measure].Caps[0];
            bool SameScope(int other) => input.Measures[input.Claims[other].Measure].Caps[0].Scope == cap.Scope;
            bool SameObject(int other) =>
                cap.Scope == CapScope.EnterpriseYear || input.Claims[other].Keys.Project == input.Claims[claim].Keys.Project;
            var used = paid
                .Where(earlier => cap.Drawers.Contains(input.Claims[earlier.Key].Measure) && SameScope(earlier.Key)
                    && SameObject(earlier.Key))
                .Sum(earlier => earlier.Value);
            paid[claim] = Math.Max(
                0, Math.Min((long)input.Claims[claim].Gross.Numerator, (long)input.Claims[claim].Caps[0].Amount.Numerator - used));
        }

        return paid.Values.Sum();
    }
}
