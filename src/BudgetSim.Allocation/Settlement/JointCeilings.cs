// Step 8: ceilings that cut all claims under them in proportion, whatever their order.
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement;

/// <summary>
/// A ceiling that cuts pro rata takes all awards of its object (one enterprise in one year, the programme's year, ...) together: each is
/// floor(award x room / sum). Ceilings of narrower scope come first.
/// </summary>
internal static class JointCeilings
{
    /// <summary>Cuts every object's awards to its ceilings; groups have a step of their own.</summary>
    public static void Apply(SettlementState state)
    {
        var caps = state.Input.Measures.SelectMany((terms, measure) => terms.Caps.Select((cap, index) => (measure, cap, index))).Where(entry => entry.cap is { CutsProRata: true, Scope: not CapScope.Group });
        foreach (var ceiling in caps.GroupBy(entry => (entry.cap.Scope, entry.cap.RenewsYearly, Drawers: string.Join(',', entry.cap.Drawers.Order()))).OrderBy(ceiling => ceiling.Key.Scope))
            Cut(state, ceiling.ToDictionary(entry => entry.measure, entry => entry.index));
    }

    private static void Cut(SettlementState state, Dictionary<int, int> capOfMeasure)
    {
        var objects = new Dictionary<CapHolder, List<int>>();
        for (var index = 0; index < state.Count; index++)
        {
            var position = state.At(index);
            if (state.Awards[position].Yuan == 0 || !capOfMeasure.TryGetValue(state.Claim(position).Measure, out var place)) continue;
            var cap = state.Terms(position).Caps[place];
            var holder = CapHolder.Of(cap.Scope, cap.RenewsYearly, state.Claim(position), position);
            if (!objects.TryGetValue(holder, out var claims)) objects.Add(holder, claims = []);
            claims.Add(position);
        }

        foreach (var claims in objects.Values) CutObject(state, claims, capOfMeasure);
    }

    private static void CutObject(SettlementState state, List<int> claims, Dictionary<int, int> capOfMeasure)
    {
        long sum = 0;
        foreach (var position in claims) sum = checked(sum + state.Awards[position].Yuan);
        var least = claims.Select(position => state.Claim(position).Caps[capOfMeasure[state.Claim(position).Measure]]).Select(room => room.Amount - room.Used).Aggregate(Fraction.Min);
        var available = (long)Fraction.Max(least, Fraction.Zero).Floor();
        if (sum <= available) return;
        foreach (var position in claims)
            state.Reduce(position, Share.Of(state.Awards[position].Yuan, available, sum), DeductionStage.SharedCap, capOfMeasure[state.Claim(position).Measure]);
    }
}
