// The pictures of a payout: from entitlement to award, and how the money is spread over enterprises.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Charts;
using BudgetSim.Reports.Forecasts;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Settlements;

/// <summary>Charts from lines that count, so that they show the totals of the book.</summary>
internal static class SettlementCharts
{
    /// <summary>One bar per step that took something off; none where nothing is due.</summary>
    public static IEnumerable<Chart> Waterfall(SettlementBook book)
    {
        if (book.Entitlement == Money.Zero) yield break;
        var steps = book.Lines
            .Where(line => line.Counts)
            .SelectMany(line => line.Deductions)
            .GroupBy(deduction => deduction.Stage)
            .OrderBy(group => group.Key)
            .Select(group => WaterfallStep.Change(
                StageWords.Of(group.Key), -SettlementBook.Sum(group.Select(deduction => deduction.Amount))));
        yield return new WaterfallChart(
            "payout-waterfall",
            new Text("从应得到兑现", "From entitlement to award"),
            [
                WaterfallStep.Total(new Text("政策应得", "Entitlement"), book.Entitlement),
                .. steps,
                WaterfallStep.Total(new Text("兑现", "Paid"), book.Total),
            ]);
    }

    /// <summary>The spread of the money over enterprises that are paid; from three of them on.</summary>
    public static IEnumerable<Chart> Spread(SettlementBook book)
    {
        var paid = book.Lines.Where(line => line.Counts && line.Award > Money.Zero)
            .GroupBy(line => line.Enterprise)
            .Select(lines => SettlementBook.Sum(lines.Select(line => line.Award)))
            .ToList();
        if (paid.Count < 3) yield break;
        yield return new LorenzChart(
            "payout-lorenz",
            new Text("资金在获兑现企业间的分布", "How the money is spread over the enterprises paid"),
            [LorenzCurve.FromAwards(new Text("本次兑现", "This payout"), paid)]);
    }
}
