// Step 8: ceilings that cut all claims under them in proportion, whatever their order.
using BudgetSim.Allocation.Settlement.Steps.Funds;
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Allocation.Settlement.Steps.Ceilings;

/// <summary>
/// A ceiling that cuts pro rata takes all awards of its object (one enterprise in one year, the programme's year, a group, ...) together:
/// each is floor(award x room / sum). Ceilings of narrower scope come first, those of groups last. Where claims name different rooms the
/// least holds.
/// </summary>
internal static class JointCeilings
{
    /// <summary>Cuts every object's awards to its ceilings.</summary>
    public static void Apply(SettlementState state)
    {
        var caps = state.Input.Measures.SelectMany((terms, measure) => terms.Caps.Select((cap, index) => (measure, cap, index)))
            .Where(entry => entry.cap.IsJoint);
        foreach (var ceiling in caps
            .GroupBy(entry => (entry.cap.Scope, entry.cap.RenewsYearly, Drawers: string.Join(',', entry.cap.Drawers.Order())))
            .OrderBy(ceiling => ceiling.Key.Scope))
        {
            var capsOf = new int[state.Input.Measures.Count][];
            foreach (var measure in ceiling.GroupBy(entry => entry.measure))
                capsOf[measure.Key] = [.. measure.Select(entry => entry.index)];
            Cut(state, capsOf);
        }
    }

    // Sorted by object, so that the claims of one stand together.
    private static void Cut(SettlementState state, int[]?[] capsOf)
    {
        var positions = ClaimsUnder(state, capsOf);
        CapHolder HolderOf(int position) =>
            state.Terms(position).Caps[capsOf[state.Claim(position).Measure]![0]] is var cap
                ? CapHolder.Of(cap.Scope, cap.RenewsYearly, state.Claim(position), position)
                : default;
        Array.Sort(positions, (a, b) => HolderOf(a).CompareTo(HolderOf(b)) is not 0 and var order ? order : a.CompareTo(b));
        for (var from = 0; from < positions.Length;)
        {
            var to = from + 1;
            while (to < positions.Length && HolderOf(positions[to]) == HolderOf(positions[from])) to++;
            CutObject(state, positions.AsSpan(from, to - from), capsOf);
            from = to;
        }
    }

    private static int[] ClaimsUnder(SettlementState state, int[]?[] capsOf)
    {
        bool IsUnder(int position) =>
            state.Awards[position].Yuan > 0 && capsOf[state.Claim(position).Measure] is { } caps
                && (state.Terms(position).Caps[caps[0]].Scope != CapScope.Group || state.Claim(position).Keys.Group >= 0);
        var count = 0;
        for (var position = 0; position < state.Count; position++)
            if (IsUnder(position)) count++;
        var positions = new int[count];
        for (var position = state.Count - 1; count > 0; position--)
            if (IsUnder(position)) positions[--count] = position;
        return positions;
    }

    private static void CutObject(SettlementState state, ReadOnlySpan<int> claims, int[]?[] capsOf)
    {
        long sum = 0;
        var least = RoomOf(state, claims[0], capsOf);
        foreach (var position in claims)
        {
            sum = checked(sum + state.Awards[position].Yuan);
            least = Fraction.Min(least, RoomOf(state, position, capsOf));
        }

        var available = (long)Fraction.Max(least, Fraction.Zero).Floor();
        if (sum <= available) return;
        foreach (var position in claims)
        {
            var cap = capsOf[state.Claim(position).Measure]![0];
            var stage = state.Terms(position).Caps[cap].Scope == CapScope.Group ? DeductionStage.GroupCap : DeductionStage.SharedCap;
            state.Reduce(position, Share.Of(state.Awards[position].Yuan, available, sum), stage, cap);
        }
    }

    private static Fraction RoomOf(SettlementState state, int position, int[]?[] capsOf)
    {
        var claim = state.Claim(position);
        var caps = capsOf[claim.Measure]!;
        var least = claim.Caps[caps[0]].Amount - claim.Caps[caps[0]].Used;
        for (var index = 1; index < caps.Length; index++)
            least = Fraction.Min(least, claim.Caps[caps[index]].Amount - claim.Caps[caps[index]].Used);
        return least;
    }
}
