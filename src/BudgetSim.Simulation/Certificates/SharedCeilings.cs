// Which claims draw on one ceiling, and whose order of drawing matters.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;
using BudgetSim.Core.Terms;

namespace BudgetSim.Simulation.Certificates;

/// <summary>Ceilings that several claims of a settlement share.</summary>
internal static class SharedCeilings
{
    /// <summary>
    /// Whose room a claim takes under a ceiling, and of which year (0: of all years); null for a group's, which cuts in another way.
    /// </summary>
    public static (long Holder, int Year)? HolderOf(CapTerms cap, Claim claim, int position) => cap.Scope switch
    {
        CapScope.EnterpriseYear => (claim.Keys.Enterprise, claim.Year),
        CapScope.EnterpriseLifetime => (claim.Keys.Enterprise, 0),
        CapScope.ProgrammeYear => (0, claim.Year),
        CapScope.Park => (claim.Keys.Park >= 0 ? claim.Keys.Park : -1L - claim.Keys.Enterprise, cap.RenewsYearly ? claim.Year : 0),
        CapScope.Group => null,
        _ => (position, 0),
    };

    /// <summary>
    /// The claimants with a claim paid in part under a ceiling that several claims could use up: what an earlier claim leaves depends on
    /// what it was paid, not on what it was worth, so the order decides and not an optimum.
    /// </summary>
    public static HashSet<int> ClaimantsPaidInPart(SettlementInput input)
    {
        if (input.Claims.All(claim => claim.PayoutRatio == Fraction.One)) return [];
        var draws = new Dictionary<(string Drawers, CapScope Scope, long Holder, int Year), List<int>>();
        for (var position = 0; position < input.Claims.Count; position++)
        {
            var claim = input.Claims[position];
            var caps = input.Measures[claim.Measure].Caps;
            for (var cap = 0; cap < claim.Caps.Count; cap++)
            {
                if (HolderOf(caps[cap], claim, position) is not { } holder) continue;
                var key = (string.Join(',', caps[cap].Drawers.Order()), caps[cap].Scope, holder.Holder, holder.Year);
                if (!draws.TryGetValue(key, out var positions)) draws.Add(key, positions = []);
                positions.Add(position);
            }
        }

        return [.. draws.Where(draw => draw.Value.Count > 1 && CanBindInPart(input, draw.Key.Drawers, draw.Key.Scope, draw.Value))
            .SelectMany(draw => draw.Value)
            .Select(position => input.Claims[position].Keys.Enterprise)];
    }

    private static bool CanBindInPart(SettlementInput input, string drawers, CapScope scope, List<int> positions)
    {
        if (positions.TrueForAll(position => input.Claims[position].PayoutRatio == Fraction.One)) return false;
        var (wanted, room) = (Fraction.Zero, (Fraction?)null);
        foreach (var position in positions)
        {
            var (claim, terms) = (input.Claims[position], input.Measures[input.Claims[position].Measure]);
            var gross = Worth.Gross(claim, Worth.PrincipalLeft(claim, Fraction.Zero));
            wanted += Worth.Base(terms, claim, gross) + Worth.Extra(terms, claim, gross);
            for (var cap = 0; cap < terms.Caps.Count; cap++)
            {
                if (terms.Caps[cap].Scope != scope || string.Join(',', terms.Caps[cap].Drawers.Order()) != drawers) continue;
                var left = claim.Caps[cap].Amount - claim.Caps[cap].Used;
                room = room is { } least ? Fraction.Min(least, left) : left;
            }
        }

        return wanted > room;
    }
}
