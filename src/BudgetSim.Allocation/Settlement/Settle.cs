// The settlement of a year's claims, step by step; the order is the product's ground rule.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>Claims to awards.</summary>
public static class Settle
{
    /// <summary>
    /// Settles all claims: once rules, exclusions, lanes, loans, principal, formula, ceilings, group ceilings, budget
    /// lines, funds, payers. Awards are whole yuan in claim order and never above the claim.
    /// </summary>
    public static SettlementResult Claims(SettlementInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var state = new SettlementState(input);
        OnceRule.Apply(state);
        Exclusions.Apply(state);
        LaneChoice.Apply(state);
        new AwardPass(state, records: input.IsRecorded).Run(state.Order, state.Dropped, state.Yuan, state.Unknown);
        FundShortage.CutGroups(state);
        FundShortage.SpendBudgetLines(state);
        var funds = FundShortage.CutFunds(state);
        return Close(state, funds);
    }

    private static SettlementResult Close(SettlementState state, List<FundOutcome> funds)
    {
        var awards = new Award[state.Yuan.Length];
        long total = 0;
        var isLowerBound = false;
        for (var position = 0; position < awards.Length; position++)
        {
            awards[position] = new Award(state.Yuan[position], state.Unknown[position]);
            if (!state.Terms(position).IsOutlay) continue;
            isLowerBound |= state.Unknown[position];
            if (!state.Unknown[position]) total = checked(total + state.Yuan[position]);
        }

        state.Deductions.TrimExcess();
        return new SettlementResult(awards, state.Deductions, funds, SplitPayers(state)) { Total = total, IsLowerBound = isLowerBound };
    }

    // Step 11: a single payer without a share takes all; shares that are not stated are left out.
    private static Fraction[] SplitPayers(SettlementState state)
    {
        var sums = new Fraction[state.Input.Payers.Count];
        for (var position = 0; position < state.Yuan.Length; position++)
        {
            if (!state.Terms(position).IsOutlay || state.Unknown[position]) continue;
            var payers = state.Claim(position).Payers;
            foreach (var payer in payers)
            {
                var share = payer.Share ?? (payers.Count == 1 ? Fraction.One : Fraction.Zero);
                sums[payer.Payer] += share * state.Yuan[position];
            }
        }

        return sums;
    }
}
