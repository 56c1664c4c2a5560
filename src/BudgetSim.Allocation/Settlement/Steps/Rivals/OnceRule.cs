// Step 2: an award that is paid once is paid to the first claim only.
using System.Numerics;
using BudgetSim.Allocation.Settlement.Steps.State;

namespace BudgetSim.Allocation.Settlement.Steps.Rivals;

/// <summary>Finds claims that repeat an earlier one of the same measure and once key.</summary>
internal static class OnceRule
{
    private readonly record struct Key(
        int Measure, int Enterprise, int Item, int Project, int Event, int Park, int Year, string Attributes);

    /// <summary>Drops every repeating claim; the first live one stays.</summary>
    public static void Apply(SettlementState state)
    {
        var count = 0;
        for (var position = 0; position < state.Count; position++)
            if (IsLimited(state, position)) count++;
        if (count == 0) return;
        // Open addressing; a place holds a position + 1, and the key is read from the claim again.
        var seen = new int[BitOperations.RoundUpToPowerOf2((uint)count * 5 / 4 + 1)];
        for (var index = 0; index < state.Count; index++)
        {
            var position = state.At(index);
            if (!IsLimited(state, position) || !state.IsLive(position) || KeyOf(state, position) is not { } key) continue;
            var place = PlaceOf(state, seen, key);
            if (seen[place] == 0) seen[place] = position + 1;
            else if (!state.Terms(position).PaysFirstYearOnly || state.Claim(seen[place] - 1).Year < state.Claim(position).Year)
                state.Drop(position, DeductionStage.OnceRule, seen[place] - 1);
        }
    }

    private static bool IsLimited(SettlementState state, int position) =>
        state.Terms(position).OnceKeys.Count > 0 || state.Terms(position).PaysFirstYearOnly;

    private static int PlaceOf(SettlementState state, int[] seen, Key key)
    {
        var place = key.GetHashCode() & (seen.Length - 1);
        while (seen[place] > 0 && KeyOf(state, seen[place] - 1) != key) place = (place + 1) & (seen.Length - 1);
        return place;
    }

    // Null: the claim lacks the object, so it has a key of its own.
    private static Key? KeyOf(SettlementState state, int position)
    {
        var claim = state.Claim(position);
        var keys = claim.Keys;
        if (state.Terms(position).PaysFirstYearOnly)
            return new Key(claim.Measure, keys.Enterprise, -1, -1, -1, -1, -1, claim.OnceAttributes);
        int enterprise = -1, item = -1, project = -1, @event = -1, park = -1, year = -1;
        var parts = state.Terms(position).OnceKeys;
        for (var part = 0; part < parts.Count; part++)
        {
            switch (parts[part])
            {
                case OnceKey.Enterprise: enterprise = keys.Enterprise; break;
                case OnceKey.Item when keys.Item >= 0: item = keys.Item; break;
                case OnceKey.Item or OnceKey.Project when keys.Project >= 0: project = keys.Project; break;
                case OnceKey.Event when keys.Event >= 0: @event = keys.Event; break;
                case OnceKey.Park when keys.Park >= 0: park = keys.Park; break;
                case OnceKey.Year: year = claim.Year; break;
                case OnceKey.Attribute: break;
                default: return null;
            }
        }

        return new Key(claim.Measure, enterprise, item, project, @event, park, year, claim.OnceAttributes);
    }
}
