// What a fund pays of several amounts when there is not enough for all of them.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement.Steps.Funds;

/// <summary>The shortage rules by themselves: whole yuan in, whole yuan out, nothing is remembered.</summary>
public static class FundPayment
{
    /// <summary>
    /// What each of <paramref name="amounts"/> (in claim order) is paid; none more than it asks, together not more than
    /// <paramref name="available"/> unless the rule only reports.
    /// </summary>
    public static long[] Of(ShortageRule rule, long[] amounts, bool[] isCeiling, long available)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentNullException.ThrowIfNull(isCeiling);
        long asked = 0;
        foreach (var amount in amounts) asked = checked(asked + amount);
        if (asked <= available || rule == ShortageRule.Report) return [.. amounts];
        return rule switch
        {
            ShortageRule.ProRata => ProRata(amounts, asked, available),
            ShortageRule.ProRataCeilings => CeilingsLast(amounts, isCeiling, available),
            _ => InOrder(amounts, available),
        };
    }

    private static long[] ProRata(long[] amounts, long asked, long available) =>
        [.. amounts.Select(amount => (long)((Int128)amount * available / asked))];

    private static long[] InOrder(long[] amounts, long available)
    {
        var paid = new long[amounts.Length];
        for (var index = 0; index < amounts.Length; index++)
        {
            paid[index] = Math.Min(amounts[index], available);
            available -= paid[index];
        }

        return paid;
    }

    // Exact amounts first, which do not scale; the ceilings share the rest to the yuan.
    private static long[] CeilingsLast(long[] amounts, bool[] isCeiling, long available)
    {
        var paid = InOrder([.. amounts.Select((amount, index) => isCeiling[index] ? 0 : amount)], available);
        int[] ceilings = [.. Enumerable.Range(0, amounts.Length).Where(index => isCeiling[index])];
        var rest = Math.Min(available - paid.Sum(), ceilings.Sum(index => amounts[index]));
        var parts = new Money(rest).SplitBy([.. ceilings.Select(index => amounts[index])]);
        for (var index = 0; index < ceilings.Length; index++) paid[ceilings[index]] = parts[index].Fen;
        return paid;
    }
}
