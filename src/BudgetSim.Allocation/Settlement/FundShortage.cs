// Steps 8 to 10: group ceilings, short budget lines, and what each fund can pay.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>Cuts that many claims share.</summary>
internal static class FundShortage
{
    /// <summary>Step 8: awards of one group above its ceiling are cut pro rata and rounded down.</summary>
    public static void CutGroups(SettlementState state)
    {
        var groups = new Dictionary<(int Measure, int Group, int Cap), List<int>>();
        foreach (var position in state.Order)
        {
            var claim = state.Claim(position);
            if (claim.Keys.Group < 0 || state.Yuan[position] == 0) continue;
            var cap = IndexOfGroupCap(state.Terms(position));
            if (cap < 0) continue;
            if (!groups.TryGetValue((claim.Measure, claim.Keys.Group, cap), out var group)) groups.Add((claim.Measure, claim.Keys.Group, cap), group = []);
            group.Add(position);
        }

        foreach (var ((_, _, cap), group) in groups)
        {
            var room = state.Claim(group[0]).Caps[cap];
            CutProRata(state, group, (long)Fraction.Max(room.Amount - room.Used, Fraction.Zero).Floor(), DeductionStage.GroupCap, cap);
        }
    }

    /// <summary>Step 9: a short budget line pays those who go first, then the others in claim order.</summary>
    public static void SpendBudgetLines(SettlementState state)
    {
        for (var line = 0; line < state.Input.BudgetLines.Count; line++)
        {
            var claims = state.Order.Where(position => state.Claim(position).BudgetLine == line).OrderByDescending(position => state.Claim(position).GoesFirst);
            SpendInOrder(state, claims, (long)state.Input.BudgetLines[line].Floor(), DeductionStage.BudgetLine, line);
        }
    }

    /// <summary>Step 10: each fund's shortage rule; the outcome of every fund and year.</summary>
    public static List<FundOutcome> CutFunds(SettlementState state)
    {
        var outcomes = new List<FundOutcome>();
        for (var fund = 0; fund < state.Input.Funds.Count; fund++)
        {
            var claims = state.Order.Where(position => state.Terms(position).Fund == fund && state.Terms(position).IsOutlay && !state.Unknown[position]).ToList();
            var own = state.Input.Appropriations.Where(appropriation => appropriation.Fund == fund).ToList();
            var dated = own.Where(appropriation => appropriation.Year is not null).ToDictionary(appropriation => appropriation.Year!.Value, appropriation => appropriation.Yuan);
            foreach (var (year, yuan) in dated)
                outcomes.Add(Cut(state, fund, year, [.. claims.Where(position => state.Claim(position).Year == year)], yuan));
            var rest = claims.Where(position => !dated.ContainsKey(state.Claim(position).Year)).ToList();
            var undated = own.Find(appropriation => appropriation.Year is null);
            if (undated is null && state.Input.Funds[fund].FundedYears is { } funded) StopUnfunded(state, [.. rest.Where(position => !funded.Contains(state.Claim(position).Year))], fund);
            if (rest.Count > 0 || undated is not null) outcomes.Add(Cut(state, fund, null, rest, undated?.Yuan));
        }

        return outcomes;
    }

    private static void StopUnfunded(SettlementState state, List<int> claims, int fund)
    {
        foreach (var position in claims) Reduce(state, position, 0, DeductionStage.Fund, fund);
    }

    private static FundOutcome Cut(SettlementState state, int fund, int? year, List<int> claims, long? appropriation)
    {
        var claimed = Sum(state, claims);
        if (appropriation is not { } yuan) return new FundOutcome(fund, year, claimed, null, claimed, 0);
        var rule = state.Input.Funds[fund].Shortage;
        if (claimed > yuan && rule != ShortageRule.Report)
        {
            if (rule == ShortageRule.ProRata) CutProRata(state, claims, yuan, DeductionStage.Fund, fund);
            else if (rule == ShortageRule.ProRataCeilings) CutCeilings(state, claims, yuan, fund);
            else SpendInOrder(state, claims, yuan, DeductionStage.Fund, fund);
        }

        var paid = Sum(state, claims);
        return new FundOutcome(fund, year, claimed, yuan, paid, rule == ShortageRule.Report ? Math.Max(0, claimed - yuan) : 0);
    }

    private static void CutProRata(SettlementState state, List<int> claims, long available, DeductionStage stage, int detail)
    {
        var claimed = Sum(state, claims);
        if (claimed <= available) return;
        foreach (var position in claims)
            Reduce(state, position, (long)((Int128)state.Yuan[position] * available / claimed), stage, detail);
    }

    private static void CutCeilings(SettlementState state, List<int> claims, long available, int fund)
    {
        var exact = claims.Where(position => !state.Terms(position).IsCeiling).ToList();
        var ceilings = claims.Where(position => state.Terms(position).IsCeiling).ToList();
        var forExact = Math.Min(available, Sum(state, exact));
        CutToTheYuan(state, exact, forExact, fund);
        CutToTheYuan(state, ceilings, Math.Min(available - forExact, Sum(state, ceilings)), fund);
    }

    private static void CutToTheYuan(SettlementState state, List<int> claims, long available, int fund)
    {
        var parts = new Money(available).SplitBy([.. claims.Select(position => state.Yuan[position])]);
        for (var index = 0; index < claims.Count; index++) Reduce(state, claims[index], parts[index].Fen, DeductionStage.Fund, fund);
    }

    private static void SpendInOrder(SettlementState state, IEnumerable<int> claims, long available, DeductionStage stage, int detail)
    {
        foreach (var position in claims)
        {
            var paid = Math.Min(state.Yuan[position], available);
            available -= paid;
            Reduce(state, position, paid, stage, detail);
        }
    }

    private static void Reduce(SettlementState state, int position, long yuan, DeductionStage stage, int detail)
    {
        state.TakeOff(position, stage, state.Yuan[position] - yuan, detail);
        state.Yuan[position] = yuan;
    }

    private static long Sum(SettlementState state, List<int> claims)
    {
        long sum = 0;
        foreach (var position in claims) sum += state.Yuan[position];
        return sum;
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
