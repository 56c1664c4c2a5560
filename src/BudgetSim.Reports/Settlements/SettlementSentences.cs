// The few sentences that head a payout.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Settlements;

/// <summary>How much, to how many, what is open, which fund is short.</summary>
public static class SettlementSentences
{
    private const int MostNames = 5;

    /// <summary>The sentences, the most important first.</summary>
    public static IReadOnlyList<Text> Of(SettlementBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var sentences = new List<Text> { Total(book), Counts(book) };
        foreach (var fund in book.Settled.Settled.Result.Funds.Where(fund => fund.Shortfall > 0 || fund.Paid < fund.Claimed))
        {
            var name = SettlementTables.FundName(book, fund.Fund);
            var (has, due) = (Exact(fund.Appropriation ?? 0), Exact(fund.Claimed));
            sentences.Add(fund.Shortfall > 0
                ? new Text(
                    $"{name.Zh}可用 {has.Zh}，应付 {due.Zh}，缺口 {Exact(fund.Shortfall).Zh}（条文未定压减办法，未压减）。",
                    $"{name.En} has {has.En}, {due.En} is due: {Exact(fund.Shortfall).En} short (the text states no rule for cutting, nothing was cut).")
                : new Text(
                    $"{name.Zh}可用 {has.Zh}，应付 {due.Zh}，已按规则压减到 {Exact(fund.Paid).Zh}。",
                    $"{name.En} has {has.En}, {due.En} was due, cut by its rule to {Exact(fund.Paid).En}."));
        }

        if (book.Settled.List.Lacking.Count > 0)
            sentences.Add(new Text(
                $"名单缺少 {book.Settled.List.Lacking.Count} 项条款所需数据，按缺省值计算，见 lacking.csv。",
                $"The roster lacks {Figures.Counted(book.Settled.List.Lacking.Count, "fact")} that rules read; defaults are assumed (lacking.csv)."));
        if (book.LaneChoicesCutShort is { Count: > 0 } enterprises) sentences.Add(CutShort(enterprises));
        return sentences;
    }

    private static Text CutShort(IReadOnlyList<string> enterprises)
    {
        var names = string.Join("、", enterprises.Take(MostNames));
        return new Text(
            $"{enterprises.Count} 家企业可选的项目组合过多，所选为已找到的最好方案，未能证明为最优，请人工复核：{names}。",
            $"{Figures.Counted(enterprises.Count, "enterprise")} {(enterprises.Count == 1 ? "has" : "have")} more ways to choose between measures than the search may follow: the choice is the best found, not proved the best; check by hand: {names}.");
    }

    private static Text Total(SettlementBook book)
    {
        var least = book.IsLowerBound ? new Text("至少 ", "at least ") : Text.Empty;
        return new Text("兑现合计 ", "Awards: ") + least + new Text(
            $"{Figures.Exact(book.Total).Zh}（应得 {Figures.Exact(book.Entitlement).Zh}，扣减 {Figures.Exact(book.Deducted).Zh}）。",
            $"{Figures.Exact(book.Total).En} (entitlements {Figures.Exact(book.Entitlement).En}, deductions {Figures.Exact(book.Deducted).En}).");
    }

    private static Text Exact(long yuan) => Figures.Exact(Money.FromYuan(yuan));

    private static Text Counts(SettlementBook book)
    {
        int Count(LineState state) => book.Lines.Count(line => line.State == state);
        var list = book.Settled.List;
        var tried = list.IsRoster
            ? new Text(
                $"名单 {list.Subjects} 个，逐条比对 {list.Tried} 次；",
                $"{Figures.Counted(list.Subjects, "subject")}, {Figures.Counted(list.Tried, "pair")} of subject and measure tried; ")
            : Text.Empty;
        return tried + new Text(
            $"申报 {book.Lines.Count} 笔：兑现 {Count(LineState.Paid)} 笔，扣减为零 {Count(LineState.NothingLeft)} 笔，不符合条件 {Count(LineState.NotEligible)} 笔，金额未定 {Count(LineState.Undetermined)} 笔。",
            $"{Figures.Counted(book.Lines.Count, "claim")}: {Count(LineState.Paid)} paid, {Count(LineState.NothingLeft)} reduced to nothing, {Count(LineState.NotEligible)} not eligible, {Count(LineState.Undetermined)} undetermined.");
    }
}
