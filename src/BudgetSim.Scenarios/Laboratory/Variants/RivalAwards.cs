// Awards of enterprises whose claims all exclude one another: no settlement is needed to see which of them stays.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps.Ceilings;
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Terms;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// Claims of one enterprise on one project, of which every two exclude one another: each is worth its award as the only one, and
/// the joint choice is the highest of these, the earlier of equal ones. All other enterprises are left to the settlement.
/// </summary>
internal sealed class RivalAwards(IReadOnlyList<MeasureTerms> measures, LaneChoiceRule rule)
{
    private const int MostClaims = 16; // the lane choice tries so many one by one
    private const byte NotAsked = 0, No = 1, Yes = 2;

    private readonly bool[] _standsAlone = [.. measures.Select(StandsAlone)];
    private readonly byte[] _areRivals = new byte[measures.Count * measures.Count];

    /// <summary>
    /// Fills <paramref name="awards"/> for all claims of an enterprise that are tied to each other, in claim order; false if they
    /// must be settled. <paramref name="positions"/> are theirs in the replication, whose own claims are awarded once only.
    /// </summary>
    public bool TryAward(SettledReplication settled, List<int> positions, List<Claim> claims, List<Award> awards)
    {
        awards.Clear();
        Span<int> live = stackalloc int[MostClaims];
        var (count, best) = (0, -1);
        for (var index = 0; index < claims.Count; index++)
        {
            var claim = claims[index];
            if (claim.State == ClaimState.Undetermined || claim.UpliftPot.Pot >= 0 || !_standsAlone[claim.Measure] || count == MostClaims)
                return false;
            var award = ReferenceEquals(claim, settled.Input.Claims[positions[index]])
                ? settled.Alone(positions[index])
                : Alone(measures[claim.Measure], claim);
            awards.Add(award ?? default);
            if (award is null) continue;
            if (!IsRivalOfAll(claim, claims, live[..count])) return false;
            live[count++] = index;
            if (best < 0 || award.Value.Yuan > awards[best].Yuan) best = index;
        }

        foreach (var index in live[..count])
        {
            if (index != best) awards[index] = default;
        }

        return true;
    }

    /// <summary>The award of a claim that meets no other; null if it is worth nothing.</summary>
    public static Award? Alone(MeasureTerms terms, Claim claim) => Worth.IsPositive(terms, claim) ? SoleClaim.Award(terms, claim) : null;

    private bool IsRivalOfAll(Claim claim, List<Claim> claims, ReadOnlySpan<int> live)
    {
        foreach (var index in live)
        {
            var other = claims[index];
            if (claim.Keys.Project < 0 || claim.Keys.Project != other.Keys.Project || !AreRivals(claim.Measure, other.Measure))
                return false;
        }

        return true;
    }

    // Threads that ask at once find the same answer.
    private bool AreRivals(int a, int b)
    {
        ref var answer = ref _areRivals[(a * measures.Count) + b];
        if (answer == NotAsked)
            answer = rule == LaneChoiceRule.Joint && a != b && MeetAsLanesOnly(measures[a], measures[b], a, b) ? Yes : No;
        return answer == Yes;
    }

    // By the project, or the loan besides, and so that the higher one stays.
    private static bool MeetAsLanesOnly(MeasureTerms one, MeasureTerms other, int a, int b)
    {
        var between = one.Exclusions.Where(exclusion => exclusion.With.Contains(b))
            .Concat(other.Exclusions.Where(exclusion => exclusion.With.Contains(a)))
            .ToList();
        return one.IsOutlay && other.IsOutlay
            && between.Exists(exclusion => exclusion.Key == ExclusionKey.Project)
            && between.TrueForAll(exclusion => exclusion is { Key: ExclusionKey.Project or ExclusionKey.Loan, Keep: Keep.Highest });
    }

    // Ceilings that cut all claims of an enterprise in proportion, or that strangers draw on, are the settlement's.
    private static bool StandsAlone(MeasureTerms terms) =>
        terms.Caps.All(cap => !cap.CutsProRata && cap.Scope is not (CapScope.Group or CapScope.ProgrammeYear))
        && terms.PrincipalCaps.All(cap => cap.Scope is not (CapScope.Group or CapScope.ProgrammeYear));
}
