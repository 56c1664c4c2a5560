// From claims by name to their settlement.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;

namespace BudgetSim.Simulation.Settlement;

/// <summary>From a filing to its settlement.</summary>
public static class SettleFiling
{
    /// <summary>Reads the rules for every claim and settles them together.</summary>
    public static SettledFiling From(Filing filing)
    {
        ArgumentNullException.ThrowIfNull(filing);
        var names = new ObjectNames();
        var pots = new Pots(filing.UpliftBudgets);
        var lines = new Pots(new Dictionary<string, Fraction>());
        var entitlements = new List<Entitlement>(filing.Claims.Count);
        var claims = new List<Claim>(filing.Claims.Count);
        foreach (var filed in filing.Claims)
        {
            var frame = filed.Measure.Frame(FactsOf(filed));
            var entitlement = Superior(filed, frame, Entitle.FromFacts(filed.Measure, frame));
            var claim = ClaimFromEntitlement.Make(
                filing.Terms, entitlement, filed.Id, names.KeysOf(filed.Objects), YearOf(filed, filing.Year), frame);
            claim = claim with { OtherPolicyAward = filed.OtherPolicyAward, UpliftPot = PotOf(claim, entitlement, pots) };
            entitlements.Add(entitlement);
            claims.Add(InBudgetLine(claim, filed.Measure, frame, lines));
        }

        var input = new SettlementInput(filing.Terms.Measures, claims)
        {
            Funds = filing.Terms.Funds,
            Payers = filing.Terms.Payers,
            Appropriations = [.. filing.Funds
                .Select(money => new Appropriation(filing.Terms.FundIndex(money.Fund), money.Year, money.Yuan))],
            UpliftPots = pots.Amounts,
            BudgetLines = lines.Amounts,
            LaneChoice = filing.Terms.LaneChoice,
        };
        return new SettledFiling(filing, entitlements, input, Settle.Claims(input));
    }

    /// <summary>The year of a claim's date, or <paramref name="otherwise"/>.</summary>
    internal static int YearOf(FiledClaim filed, int otherwise) =>
        filed.Date is { Length: >= 4 } date ? int.Parse(date.AsSpan(0, 4)) : otherwise;

    // The claim's date is the date that the measure tests, unless that one is a fact of its own.
    internal static IReadOnlyDictionary<string, Value> FactsOf(FiledClaim filed)
    {
        var tested = filed.Measure.Measure.Validity.DateAttribute;
        if (filed.Date is null || (filed.Facts.TryGetValue(tested, out var own) && !own.IsNull)) return filed.Facts;
        return new Dictionary<string, Value>(filed.Facts) { [tested] = Value.Of(filed.Date) };
    }

    // The higher level's term replaces the formula, the uplift and the ceilings, whatever other claims used of these; the conditions stay.
    private static Entitlement Superior(FiledClaim filed, Value[] frame, Entitlement entitlement)
    {
        if (filed.SuperiorFormula is not { } formula || entitlement.Standing is not (Standing.Entitled or Standing.AmountNotKnown))
            return entitlement;
        var amount = formula(frame);
        if (amount.IsNull) return entitlement with { Standing = Standing.AmountNotKnown };
        return Entitle.Replaced(filed.Measure, frame, amount.Number);
    }

    private static UpliftPot PotOf(Claim claim, Entitlement entitlement, Pots pots)
    {
        if (claim.UpliftPot == UpliftPot.Unlimited) return claim.UpliftPot;
        var measure = entitlement.Measure.Measure.Id;
        if (pots.Find(measure) is { } own) return new UpliftPot(own);
        if (pots.Find(Filing.OnePot) is { } shared) return new UpliftPot(shared);
        return entitlement.UpliftBudget is { } left ? new UpliftPot(pots.Open(measure, left)) : UpliftPot.Unknown;
    }

    private static Claim InBudgetLine(Claim claim, CompiledMeasure measure, Value[] frame, Pots lines)
    {
        if (measure.Measure.Priority is not { } priority) return claim;
        var budget = frame[measure.SlotOf(priority.Budget)];
        if (budget.IsNull) return claim;
        var line = lines.Find(priority.Budget) ?? lines.Open(priority.Budget, budget.Number);
        return claim with { BudgetLine = line, GoesFirst = measure.PriorityHolds(frame) && frame[measure.SlotOf(priority.First)].Holds };
    }

    private sealed class Pots(IReadOnlyDictionary<string, Fraction> given)
    {
        private readonly Dictionary<string, int> _index =
            given.Keys.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        private readonly List<Fraction> _amounts = [.. given.Values];

        public IReadOnlyList<Fraction> Amounts => _amounts;

        public int? Find(string name) => _index.TryGetValue(name, out var index) ? index : null;

        public int Open(string name, Fraction amount)
        {
            _amounts.Add(amount);
            return _index[name] = _amounts.Count - 1;
        }
    }
}
