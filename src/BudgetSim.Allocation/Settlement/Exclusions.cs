// Step 3: awards of one claimant that do not go together by year, equipment or standard.
namespace BudgetSim.Allocation.Settlement;

/// <summary>Exclusions that are decided claim against claim.</summary>
internal static class Exclusions
{
    private static readonly ExclusionKey[] Keys = [ExclusionKey.ProjectYear, ExclusionKey.EnterpriseYear, ExclusionKey.Equipment, ExclusionKey.Standard];

    /// <summary>Drops the lower of two exclusive claims, or the one that must yield.</summary>
    public static void Apply(SettlementState state)
    {
        foreach (var key in Keys)
        {
            foreach (var group in Groups(state, key)) Decide(state, group, key);
        }
    }

    private static IEnumerable<List<int>> Groups(SettlementState state, ExclusionKey key)
    {
        var takesPart = MeasuresThatTakePart(state.Input.Measures, key);
        if (!takesPart.Contains(true)) return [];
        var groups = new Dictionary<int, List<int>>();
        foreach (var position in state.Order)
        {
            if (!takesPart[state.Claim(position).Measure] || !state.IsLive(position)) continue;
            var enterprise = state.Claim(position).Keys.Enterprise;
            if (!groups.TryGetValue(enterprise, out var group)) groups.Add(enterprise, group = []);
            group.Add(position);
        }

        return groups.Values.Where(group => group.Count > 1);
    }

    // A measure takes part if it excludes others by this key, or if another one excludes it.
    private static bool[] MeasuresThatTakePart(IReadOnlyList<MeasureTerms> measures, ExclusionKey key)
    {
        var takesPart = new bool[measures.Count];
        for (var measure = 0; measure < takesPart.Length; measure++)
        {
            foreach (var exclusion in measures[measure].Exclusions.Where(exclusion => exclusion.Key == key))
            {
                takesPart[measure] = true;
                foreach (var other in exclusion.With) takesPart[other] = true;
            }
        }

        return takesPart;
    }

    private static void Decide(SettlementState state, List<int> group, ExclusionKey key)
    {
        bool AreExclusive(int a, int b) => ShareObject(state.Claim(a), state.Claim(b), key) && Rival.AreExclusive(state, a, b, key);
        foreach (var (loser, winner) in Rival.Losers(group, position => Rival.WorthOf(state, position), AreExclusive))
            state.Drop(loser, DeductionStage.Exclusion, winner);
        foreach (var position in group.Where(position => !state.Dropped[position]).ToList())
        {
            var winner = group.FindIndex(other => other != position && !state.Dropped[other] && ShareObject(state.Claim(position), state.Claim(other), key) && YieldsTo(state, position, other, key));
            if (winner >= 0) state.Drop(position, DeductionStage.Exclusion, group[winner]);
        }
    }

    private static bool YieldsTo(SettlementState state, int position, int other, ExclusionKey key) =>
        Rival.Excludes(state.Terms(position), state.Claim(other).Measure, key, Keep.Other)
        || Rival.Excludes(state.Terms(other), state.Claim(position).Measure, key, Keep.This);

    private static bool ShareObject(Claim a, Claim b, ExclusionKey key) => key switch
    {
        ExclusionKey.ProjectYear => a.Year == b.Year && a.Keys.Project >= 0 && a.Keys.Project == b.Keys.Project,
        ExclusionKey.EnterpriseYear => a.Year == b.Year,
        ExclusionKey.Standard => a.Keys.Item >= 0 && a.Keys.Item == b.Keys.Item,
        _ => a.Keys.Item >= 0 && b.Keys.Item >= 0
            ? a.Keys.Item == b.Keys.Item
            : a.Keys.Project >= 0 && a.Keys.Project == b.Keys.Project,
    };
}
