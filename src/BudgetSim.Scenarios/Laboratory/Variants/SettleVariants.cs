// Settles what many variants change in one replication together, as if each had enterprises of its own.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// Enterprises meet in the funds only, so the enterprises of every variant go through one settlement under numbers of
/// their own; no award depends on which variants share it.
/// </summary>
internal static class SettleVariants
{
    private const int ClaimsAtOnce = 4096;

    /// <summary>
    /// Adds the replication to every tally; <paramref name="groups"/> are tallies that change the same claims in the same way.
    /// </summary>
    public static void Add(int number, SettledReplication settled, IReadOnlyList<IReadOnlyList<VariantTally>> groups)
    {
        var waiting = new List<(IReadOnlyList<VariantTally> Tallies, ChangedClaims Changed)>();
        var claims = 0;
        foreach (var tallies in groups)
        {
            var changed = tallies[0].Changed(settled);
            if (changed.Positions.Count == 0 || !tallies[0].SharesSettlement)
            {
                Add(number, settled, tallies, changed, changed.Positions.Count == 0 ? [] : tallies[0].Settled(changed));
                continue;
            }

            waiting.Add((tallies, changed));
            claims += changed.Claims.Count;
            if (claims < ClaimsAtOnce) continue;
            Together(number, settled, waiting);
            waiting.Clear();
            claims = 0;
        }

        if (waiting.Count > 0) Together(number, settled, waiting);
    }

    /// <summary>The tallies that change the same claims in the same way, together; their order within a group is kept.</summary>
    public static IReadOnlyList<IReadOnlyList<VariantTally>> Groups(IReadOnlyList<VariantTally> tallies) =>
        [.. tallies.Select((tally, index) => (Tally: tally, Key: tally.ClaimsKey ?? $"#{index}"))
            .GroupBy(each => each.Key)
            .Select(group => group.Select(each => each.Tally).ToList())];

    private static void Together(
        int number, SettledReplication settled, List<(IReadOnlyList<VariantTally> Tallies, ChangedClaims Changed)> waiting)
    {
        var claims = new Claim[waiting.Sum(each => each.Changed.Claims.Count)];
        var next = 0;
        for (var variant = 0; variant < waiting.Count; variant++)
        {
            var shift = checked(variant * settled.KeysInUse);
            foreach (var claim in waiting[variant].Changed.Claims)
                claims[next++] = claim with { Keys = Shifted(claim.Keys, shift), Payers = [] };
        }

        var input = new SettlementInput(settled.Input.Measures, claims) { LaneChoice = settled.Input.LaneChoice, IsRecorded = false };
        var awards = Settle.Claims(input).Awards.ToArray();
        var start = 0;
        foreach (var (tallies, changed) in waiting)
        {
            Add(number, settled, tallies, changed, awards.AsSpan(start, changed.Claims.Count));
            start += changed.Claims.Count;
        }
    }

    private static void Add(
        int number,
        SettledReplication settled,
        IReadOnlyList<VariantTally> tallies,
        ChangedClaims changed,
        ReadOnlySpan<Award> settledAgain)
    {
        var (positions, awards) = changed.With(settledAgain);
        foreach (var tally in tallies) tally.Add(number, settled, positions, awards);
    }

    private static ClaimKeys Shifted(ClaimKeys keys, int shift)
    {
        int Moved(int key) => key < 0 ? key : key + shift;
        return new ClaimKeys(
            Moved(keys.Enterprise),
            Moved(keys.Project),
            Moved(keys.Loan),
            Moved(keys.Item),
            Moved(keys.Event),
            Moved(keys.Group),
            Moved(keys.Park));
    }
}
