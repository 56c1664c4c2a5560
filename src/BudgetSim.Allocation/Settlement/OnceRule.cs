// Step 2: an award that is paid once is paid to the first claim only.
namespace BudgetSim.Allocation.Settlement;

/// <summary>Finds claims that repeat an earlier one of the same measure and once key.</summary>
internal static class OnceRule
{
    /// <summary>Drops every repeating claim; the first live one stays.</summary>
    public static void Apply(SettlementState state)
    {
        var seen = new Dictionary<(int Measure, int, int, int, int, int, int, string), int>();
        foreach (var position in state.Order)
        {
            var claim = state.Claim(position);
            var terms = state.Terms(position);
            if (terms.OnceKeys.Count == 0 || !state.IsLive(position) || KeyOf(terms, claim) is not { } key) continue;
            if (seen.TryGetValue(key, out var first)) state.Drop(position, DeductionStage.OnceRule, first);
            else seen.Add(key, position);
        }
    }

    // Null: the claim lacks the object, so it has a key of its own.
    private static (int, int, int, int, int, int, int, string)? KeyOf(MeasureTerms terms, Claim claim)
    {
        var keys = claim.Keys;
        int enterprise = -1, item = -1, project = -1, @event = -1, park = -1, year = -1;
        foreach (var key in terms.OnceKeys)
        {
            switch (key)
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

        return (claim.Measure, enterprise, item, project, @event, park, year, claim.OnceAttributes);
    }
}
