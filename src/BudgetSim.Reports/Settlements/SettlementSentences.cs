// The few sentences that head a payout.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Settlements;

/// <summary>How much, to how many, what is open, which fund is short.</summary>
public static class SettlementSentences
{
    /// <summary>The sentences, the most important first.</summary>
    public static IReadOnlyList<Text> Of(SettlementBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var sentences = new List<Text> { Total(book), Counts(book) };
        foreach (var fund in book.Settled.Settled.Result.Funds.Where(fund => fund.Shortfall > 0 || fund.Paid < fund.Claimed))
        {
            var name = SettlementTables.FundName(book, fund.Fund);
            var (has, due) = (QuantityText.FormatYuan(fund.Appropriation ?? 0), QuantityText.FormatYuan(fund.Claimed));
            sentences.Add(fund.Shortfall > 0
                ? new Text($"{name.Zh}可用 {has}，应付 {due}，缺口 {QuantityText.FormatYuan(fund.Shortfall)}（条文未定压减办法，未压减）。", $"{name.En} has {has}, {due} is due: {QuantityText.FormatYuan(fund.Shortfall)} short (the text states no rule for cutting, nothing was cut).")
                : new Text($"{name.Zh}可用 {has}，应付 {due}，已按规则压减到 {QuantityText.FormatYuan(fund.Paid)}。", $"{name.En} has {has}, {due} was due, cut by its rule to {QuantityText.FormatYuan(fund.Paid)}."));
        }

        if (book.Settled.List.Lacking.Count > 0)
            sentences.Add(new Text($"名单缺少 {book.Settled.List.Lacking.Count} 项条款所需数据，按缺省值计算，见 lacking.csv。", $"The roster lacks {book.Settled.List.Lacking.Count} facts that rules read; their defaults are assumed (lacking.csv)."));
        return sentences;
    }

    private static Text Total(SettlementBook book)
    {
        var least = book.IsLowerBound ? new Text("至少 ", "at least ") : Text.Empty;
        string Yuan(Money amount) => QuantityText.FormatYuan(amount.Yuan);
        return new Text("兑现合计 ", "Awards: ") + least + new Text($"{Yuan(book.Total)}（应得 {Yuan(book.Entitlement)}，扣减 {Yuan(book.Deducted)}）。", $"{Yuan(book.Total)} (entitlements {Yuan(book.Entitlement)}, deductions {Yuan(book.Deducted)}).");
    }

    private static Text Counts(SettlementBook book)
    {
        int Count(LineState state) => book.Lines.Count(line => line.State == state);
        var list = book.Settled.List;
        var tried = list.IsRoster ? new Text($"名单 {list.Subjects} 个，逐条比对 {list.Tried} 次；", $"{list.Subjects} subjects, {list.Tried} pairs of subject and measure tried; ") : Text.Empty;
        return tried + new Text(
            $"申报 {book.Lines.Count} 笔：兑现 {Count(LineState.Paid)} 笔，扣减为零 {Count(LineState.NothingLeft)} 笔，不符合条件 {Count(LineState.NotEligible)} 笔，金额未定 {Count(LineState.Undetermined)} 笔。",
            $"{book.Lines.Count} claims: {Count(LineState.Paid)} paid, {Count(LineState.NothingLeft)} reduced to nothing, {Count(LineState.NotEligible)} not eligible, {Count(LineState.Undetermined)} undetermined.");
    }
}
