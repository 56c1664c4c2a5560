// Turns an entitlement into a claim of a settlement.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Measures;
using Room = BudgetSim.Allocation.Settlement.Room;

namespace BudgetSim.Simulation.Settlement;

/// <summary>The translation is one to one: no amount changes here.</summary>
public static class ClaimFromEntitlement
{
    /// <summary>The claim that files <paramref name="entitlement"/>; budget line and uplift pot are the caller's to add.</summary>
    public static Claim Make(LibraryTerms terms, Entitlement entitlement, string id, ClaimKeys keys, int year, Value[] frame)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(entitlement);
        var measure = terms.IndexOf(entitlement.Measure.Measure.Id);
        var state = entitlement.IsUndetermined ? ClaimState.Undetermined
            : entitlement.Standing == Standing.Entitled ? ClaimState.Known
            : ClaimState.Nothing;
        if (state != ClaimState.Known) return new Claim(id, measure, keys, year) { State = state, Gross = entitlement.Gross, OnceAttributes = OnceAttributes(entitlement.Measure, frame) };
        return new Claim(id, measure, keys, year)
        {
            State = state,
            Gross = entitlement.Gross,
            Principal = entitlement.Principal is { } principal ? new PrincipalClaim(principal.Amount, principal.AwardPerYuan, Rooms(principal.Caps)) : null,
            Caps = Rooms(entitlement.Caps),
            UpliftFactor = entitlement.UpliftFactor,
            UpliftPot = entitlement.UpliftFactor == Fraction.One || entitlement.UpliftIsUnlimited ? UpliftPot.Unlimited : UpliftPot.Unknown,
            Assessed = entitlement.Assessed,
            Minimum = entitlement.Minimum,
            PayoutRatio = entitlement.PayoutRatio,
            OtherLevelPaid = entitlement.OtherLevelPaid,
            OnceAttributes = OnceAttributes(entitlement.Measure, frame),
            Payers = Payers(terms, entitlement.Payers),
        };
    }

    private static Room[] Rooms(IReadOnlyList<Policy.Entitlements.Room> rooms)
    {
        if (rooms.Count == 0) return [];
        var converted = new Room[rooms.Count];
        for (var index = 0; index < converted.Length; index++) converted[index] = new Room(rooms[index].Amount, rooms[index].Used);
        return converted;
    }

    private static ClaimPayer[] Payers(LibraryTerms terms, IReadOnlyList<PaidShare> shares)
    {
        var payers = new ClaimPayer[shares.Count];
        for (var index = 0; index < payers.Length; index++) payers[index] = new ClaimPayer(terms.PayerIndex(shares[index].Payer), shares[index].Share);
        return payers;
    }

    private static string OnceAttributes(CompiledMeasure measure, Value[] frame)
    {
        if (measure.Measure.OnceKeys.Count == 0) return "";
        var attributes = measure.Measure.OnceKeys.Where(key => measure.SlotOf(key) >= 0).Select(key => frame[measure.SlotOf(key)].ToString());
        return string.Join('|', attributes);
    }
}
