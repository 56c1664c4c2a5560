// Step 3: awards of one claimant that do not go together by year, equipment or standard, and those that yield to others whatever they are
// worth.
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement.Steps.Rivals;

/// <summary>Exclusions that are decided claim against claim.</summary>
internal static class Exclusions
{
    private static readonly ExclusionKey[] Keys = Enum.GetValues<ExclusionKey>();

    /// <summary>Drops the lower of two exclusive claims, or the one that must yield.</summary>
    public static void Apply(SettlementState state)
    {
        foreach (var key in Keys)
        {
            if (Rival.Has(state.Input.Measures, key, onlyYielding: IsDecidedLater(key))) Apply(state, key);
        }
    }

    private static void Apply(SettlementState state, ExclusionKey key)
    {
        var contest = new RivalContest(
            state, (a, b) => ShareObject(state.Claim(a), state.Claim(b), key) && Rival.AreExclusive(state, a, b, key));
        void Drop(int loser, int winner) => state.Drop(loser, DeductionStage.Exclusion, winner);
        var group = new List<int>();
        for (var index = 0; index < state.Count; index++)
        {
            if (!state.IsFirstOfClaimant(state.At(index))) continue;
            group.Clear();
            for (var position = state.At(index); position >= 0; position = state.Chains.Next(position))
            {
                if (state.TakesPart(position, key) && state.IsLive(position)) group.Add(position);
            }

            if (group.Count < 2) continue;
            if (!IsDecidedLater(key)) contest.Decide(group, Drop);
            Yield(state, group, key);
        }
    }

    // Of the lanes of a project and the subsidies of a loan the highest stays by rules of their own.
    private static bool IsDecidedLater(ExclusionKey key) => key is ExclusionKey.Project or ExclusionKey.Loan;

    // Claims that yield whatever they are worth, to a claim that is still in.
    private static void Yield(SettlementState state, List<int> group, ExclusionKey key)
    {
        group.RemoveAll(position => state.Has(position, ClaimMark.Dropped));
        foreach (var position in group)
        {
            foreach (var other in group)
            {
                if (other == position || state.Has(other, ClaimMark.Dropped) || !ShareObject(state.Claim(position), state.Claim(other), key)
                        || !YieldsTo(state, position, other, key))
                    continue;
                state.Drop(position, DeductionStage.Exclusion, other);
                break;
            }
        }
    }

    private static bool YieldsTo(SettlementState state, int position, int other, ExclusionKey key) =>
        Rival.Excludes(state.Terms(position), state.Claim(other).Measure, key, Keep.Other)
        || Rival.Excludes(state.Terms(other), state.Claim(position).Measure, key, Keep.This);

    private static bool ShareObject(Claim a, Claim b, ExclusionKey key) => key switch
    {
        ExclusionKey.ProjectYear => a.Year == b.Year && a.Keys.Project >= 0 && a.Keys.Project == b.Keys.Project,
        ExclusionKey.EnterpriseYear => a.Year == b.Year,
        ExclusionKey.Project => a.Keys.Project >= 0 && a.Keys.Project == b.Keys.Project,
        ExclusionKey.Loan => a.Keys.Loan >= 0 && a.Keys.Loan == b.Keys.Loan,
        ExclusionKey.Standard => a.Keys.Item >= 0 && a.Keys.Item == b.Keys.Item,
        _ => a.Keys.Item >= 0 && b.Keys.Item >= 0
            ? a.Keys.Item == b.Keys.Item
            : a.Keys.Project >= 0 && a.Keys.Project == b.Keys.Project,
    };
}
