// What the funds pay of given awards, by their own shortage rules.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Allocation.Settlement.Steps.Funds;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>Funds by themselves: awards are paid or cut without any other rule.</summary>
internal static class FundPayments
{
    /// <summary>
    /// Whole yuan that a fund with <paramref name="available"/> yuan pays of each of the awards at <paramref name="positions"/> (claim
    /// order).
    /// </summary>
    public static long[] Paid(
        IReadOnlyList<MeasureTerms> measures,
        IReadOnlyList<Claim> filed,
        ShortageRule rule,
        long available,
        IReadOnlyList<int> positions,
        long[] awarded)
    {
        var (amounts, isCeiling) = (new long[positions.Count], new bool[positions.Count]);
        for (var index = 0; index < amounts.Length; index++)
            (amounts[index], isCeiling[index]) = (awarded[positions[index]], measures[filed[positions[index]].Measure].IsCeiling);
        return FundPayment.Of(rule, amounts, isCeiling, available);
    }
}
