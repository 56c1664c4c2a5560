// Step 8: awards of one group above its ceiling are cut pro rata and rounded down.
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement;

/// <summary>The ceilings of groups.</summary>
internal static class GroupCuts
{
    /// <summary>Cuts every group whose awards of one measure exceed its ceiling.</summary>
    public static void Apply(SettlementState state)
    {
        var claims = ClaimsInGroups(state);
        for (var from = 0; from < claims.Length;)
        {
            var to = from + 1;
            while (to < claims.Length && KeyOf(state, claims[to]) == KeyOf(state, claims[from])) to++;
            Cut(state, claims.AsSpan(from, to - from));
            from = to;
        }
    }

    // Sorted, so that a group stands together, in the order of the settlement.
    private static int[] ClaimsInGroups(SettlementState state)
    {
        var count = 0;
        for (var position = 0; position < state.Count; position++)
            if (IsInGroup(state, position)) count++;
        var indices = new int[count];
        for (var index = state.Count - 1; count > 0; index--)
            if (IsInGroup(state, state.At(index))) indices[--count] = index;
        Array.Sort(indices, (a, b) => KeyOf(state, state.At(a)).CompareTo(KeyOf(state, state.At(b))) is not 0 and var order ? order : a.CompareTo(b));
        for (var place = 0; place < indices.Length; place++) indices[place] = state.At(indices[place]);
        return indices;
    }

    private static bool IsInGroup(SettlementState state, int position) =>
        state.Claim(position).Keys.Group >= 0 && state.Awards[position].Yuan > 0 && IndexOfGroupCap(state.Terms(position)) >= 0;

    private static long KeyOf(SettlementState state, int position) => ((long)state.Claim(position).Measure << 32) | (uint)state.Claim(position).Keys.Group;

    private static void Cut(SettlementState state, ReadOnlySpan<int> claims)
    {
        var cap = IndexOfGroupCap(state.Terms(claims[0]));
        var room = state.Claim(claims[0]).Caps[cap];
        var available = (long)Fraction.Max(room.Amount - room.Used, Fraction.Zero).Floor();
        long claimed = 0;
        foreach (var position in claims) claimed += state.Awards[position].Yuan;
        if (claimed <= available) return;
        foreach (var position in claims) state.Reduce(position, Share.Of(state.Awards[position].Yuan, available, claimed), DeductionStage.GroupCap, cap);
    }

    private static int IndexOfGroupCap(MeasureTerms terms)
    {
        for (var cap = 0; cap < terms.Caps.Count; cap++)
        {
            if (terms.Caps[cap].Scope == CapScope.Group) return cap;
        }

        return -1;
    }
}
