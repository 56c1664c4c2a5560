// Steps 9 and 10: short budget lines, and what each fund can pay.
using BudgetSim.Allocation.Settlement.Steps.State;

namespace BudgetSim.Allocation.Settlement.Steps.Funds;

/// <summary>Cuts that many claims share.</summary>
internal static class FundShortage
{
    /// <summary>Step 9: a short budget line pays those who go first, then the others in claim order.</summary>
    public static void SpendBudgetLines(SettlementState state)
    {
        var lines = state.Input.BudgetLines;
        if (lines.Count == 0) return;
        var heads = state.Chains.Rethread(
            lines.Count * 2,
            position => state.Claim(position) is { BudgetLine: >= 0 and var line } claim ? (line * 2) + (claim.GoesFirst ? 0 : 1) : -1);
        for (var line = 0; line < lines.Count; line++)
        {
            var left = new FundClaims(state, heads[line * 2]).SpendInOrder((long)lines[line].Floor(), DeductionStage.BudgetLine, line);
            new FundClaims(state, heads[(line * 2) + 1]).SpendInOrder(left, DeductionStage.BudgetLine, line);
        }
    }

    /// <summary>Step 10: each fund's shortage rule; the outcome of every fund and year.</summary>
    public static List<FundOutcome> CutFunds(SettlementState state)
    {
        var outcomes = new List<FundOutcome>();
        var pots = new FundPots(state);
        for (var fund = 0; fund < state.Input.Funds.Count; fund++)
        {
            if (state.Input.Funds[fund].CarryOver is { } carryOver) outcomes.AddRange(new CarriedFund(state, fund, carryOver).Pay(pots));
            else outcomes.AddRange(pots.Dated(fund).Select(dated => Cut(pots, fund, dated.Year, dated.Yuan)));
            var undated = pots.Undated(fund);
            if (undated is null && state.Input.Funds[fund].FundedYears is { } funded) StopUnfunded(state, pots, funded, fund);
            if (undated is not null || pots.Any(fund, null)) outcomes.Add(Cut(pots, fund, null, undated?.Yuan));
        }

        return outcomes;
    }

    private static void StopUnfunded(SettlementState state, FundPots pots, IReadOnlyCollection<int> funded, int fund)
    {
        foreach (var claims in (FundClaims[])[pots.Exact(fund, null), pots.Ceilings(fund, null)])
        {
            for (var position = claims.First; position >= 0; position = claims.Next(position))
            {
                if (!funded.Contains(state.Claim(position).Year)) state.Reduce(position, 0, DeductionStage.Fund, fund);
            }
        }
    }

    private static FundOutcome Cut(FundPots pots, int fund, int? year, long? appropriation)
    {
        var (exact, ceilings) = (pots.Exact(fund, year), pots.Ceilings(fund, year));
        var (dueExact, dueCeilings) = (exact.Sum(), ceilings.Sum());
        var claimed = dueExact + dueCeilings;
        if (appropriation is not { } yuan) return new FundOutcome(fund, year, claimed, null, claimed, 0);
        var rule = pots.RuleOf(fund);
        var shortfall = rule == ShortageRule.Report ? Math.Max(0, claimed - yuan) : 0;
        if (claimed <= yuan || rule == ShortageRule.Report) return new FundOutcome(fund, year, claimed, yuan, claimed, shortfall);
        if (rule == ShortageRule.ProRata) exact.CutProRata(yuan, claimed, fund);
        else if (rule == ShortageRule.Selection) exact.SpendInOrder(yuan, DeductionStage.Fund, fund);
        else CutCeilings((exact, dueExact), (ceilings, dueCeilings), yuan, fund);
        return new FundOutcome(fund, year, claimed, yuan, exact.Sum() + ceilings.Sum(), 0);
    }

    // An exact amount does not scale: where even those are too many, each is paid in full while the money lasts.
    private static void CutCeilings((FundClaims Claims, long Due) exact, (FundClaims Claims, long Due) ceilings, long available, int fund)
    {
        var rest = exact.Due <= available ? available - exact.Due : exact.Claims.SpendInOrder(available, DeductionStage.Fund, fund);
        ceilings.Claims.CutToTheYuan(Math.Min(rest, ceilings.Due), ceilings.Due, fund);
    }
}
