// The settlement of a year's claims, step by step; the order is the product's ground rule.
using BudgetSim.Allocation.Settlement.Steps.Ceilings;
using BudgetSim.Allocation.Settlement.Steps.Funds;
using BudgetSim.Allocation.Settlement.Steps.Lanes;
using BudgetSim.Allocation.Settlement.Steps.Rivals;
using BudgetSim.Allocation.Settlement.Steps.State;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement.Steps;

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
        new AwardPass(state, isTrial: false).Run(null);
        JointCeilings.Apply(state);
        FundShortage.SpendBudgetLines(state);
        var funds = FundShortage.CutFunds(state);
        return Close(state, funds);
    }

    private static SettlementResult Close(SettlementState state, List<FundOutcome> funds)
    {
        long total = 0;
        var isLowerBound = false;
        for (var position = 0; position < state.Count; position++)
        {
            if (!state.Terms(position).IsOutlay) continue;
            var award = state.Awards[position];
            isLowerBound |= award.IsUndetermined;
            if (!award.IsUndetermined) total = checked(total + award.Yuan);
        }

        var payersByYear = new Dictionary<int, Fraction[]>();
        return new SettlementResult(state.Awards, state.Deductions, funds, PayerSums.Of(state, payersByYear))
        {
            Total = total,
            IsLowerBound = isLowerBound,
            LatePayments = state.LatePayments,
            LaneChoicesCutShort = state.LaneChoicesCutShort,
            PayersByYear = payersByYear,
        };
    }
}
