// The first lines of a comparison: how much more or less, how sure, who gains.
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Scenarios.Laboratory.Comparisons;
using BudgetSim.Scenarios.Laboratory.Transplants;

namespace BudgetSim.Reports.Laboratory;

/// <summary>Sentences and figures that anyone understands.</summary>
internal static class ComparisonSummary
{
    public static IEnumerable<Text> Sentences(Comparison comparison, Contrast contrast)
    {
        var (years, others) = (comparison.Forecast.Model.Years, contrast.Forecast.Model.Years);
        if (!years.SequenceEqual(others))
            yield return new Text(
                $"注意：两边年份不同（{Span(years)}与{Span(others)}），总额之差包含年份之差。",
                $"Mind that the years differ ({Span(years)} and {Span(others)}): the difference of the totals contains that of the years.");
        if (!Documents(comparison.Forecast).SequenceEqual(Documents(contrast.Forecast))
                && LackingTable.Sentence(LackingAttribute.In(contrast.Forecast.Model)) is { } lacking)
            yield return LaboratoryText.Of(contrast.Side.Title) + new Text("：", ": ") + lacking;
        var title = LaboratoryText.Of(contrast.Side.Title);
        var mean = contrast.Total.Difference.Mean;
        var change = LaboratoryText.Signed(LaboratoryText.Fen(mean.Value));
        var error = Figures.Amount(LaboratoryText.Fen(double.IsFinite(mean.StandardError) ? mean.StandardError * 1.96 : 0));
        yield return contrast.Total.Difference.ShareHigher + contrast.Total.Difference.ShareLower == 0
            ? new Text($"“{title.Zh}”不改变任何一次模拟的总支出。", $"“{title.En}” changes the outlay of no replication.")
            : new Text(
                $"“{title.Zh}”使平均支出变化 {change.Zh}（±{error.Zh}）。", $"“{title.En}” changes the mean outlay by {change.En} (±{error.En}).");
        foreach (var fund in contrast.Funds.Where(IsChanged)) yield return Fund(fund);
        var enterprises = contrast.Enterprises;
        yield return new Text(
            $"平均每年 {enterprises.Winners:0.#} 户多得、合计 {Gained(enterprises.YuanGained).Zh}；{enterprises.Losers:0.#} 户少得、合计 {Gained(enterprises.YuanLost).Zh}。",
            $"On average {Enterprises(enterprises.Winners)} {(Rounded(enterprises.Winners) == 1 ? "gains" : "gain")} {Gained(enterprises.YuanGained).En} in all and {Rounded(enterprises.Losers):0.#} {(Rounded(enterprises.Losers) == 1 ? "loses" : "lose")} {Gained(enterprises.YuanLost).En}.");
    }

    public static IEnumerable<KeyFigure> KeyFigures(Contrast contrast)
    {
        var (before, after) =
            (Figures.Amount(LaboratoryText.Fen(contrast.Total.Baseline)), Figures.Amount(LaboratoryText.Fen(contrast.Total.Other)));
        yield return new KeyFigure(
            new Text("平均支出变化", "Change of mean outlay"),
            LaboratoryText.Signed(LaboratoryText.Fen(contrast.Total.Difference.Mean.Value)),
            new Text($"{before.Zh} → {after.Zh}", $"{before.En} → {after.En}"));
        if (contrast.Funds.FirstOrDefault(fund => fund is { Baseline: not null, Other: not null } && IsChanged(fund)) is { } fund)
            yield return new KeyFigure(
                new Text("资金不足的概率", "Probability of a shortage"),
                Text.Same($"{Figures.Percent(fund.Baseline!.Probability.Value)} → {Figures.Percent(fund.Other!.Probability.Value)}"),
                LaboratoryText.Of(fund.Name));
        yield return new KeyFigure(
            new Text("多得 / 少得（户）", "Enterprises that gain / lose"),
            Text.Same($"{contrast.Enterprises.Winners:0.#} / {contrast.Enterprises.Losers:0.#}"),
            new Text("每次模拟平均", "mean per replication"));
    }

    private static bool IsChanged(FundContrast fund) =>
        fund.BaselineYuan != fund.OtherYuan || fund.Baseline?.Probability.Value != fund.Other?.Probability.Value
            || fund.Baseline?.MeanRatio.Value != fund.Other?.MeanRatio.Value;

    private static Text Fund(FundContrast fund)
    {
        string Chance(Simulation.Statistics.Shortage? shortage) => shortage is null ? "—" : Figures.Percent(shortage.Probability.Value);
        string Ratio(Simulation.Statistics.Shortage? shortage) => shortage is null ? "—" : Figures.Percent(shortage.MeanRatio.Value);
        return new Text(
            $"{fund.Name.Zh}（{fund.Year}）不够用的概率 {Chance(fund.Baseline)} → {Chance(fund.Other)}，平均兑现比例 {Ratio(fund.Baseline)} → {Ratio(fund.Other)}。",
            $"{fund.Name.En} ({fund.Year}): probability of a shortage {Chance(fund.Baseline)} → {Chance(fund.Other)}, mean ratio paid {Ratio(fund.Baseline)} → {Ratio(fund.Other)}.");
    }

    private static IEnumerable<string> Documents(Simulation.Replications.Forecast forecast) =>
        forecast.Model.Terms.Library.Documents.Select(document => document.Id);

    private static string Span(IReadOnlyList<int> years) => years.Count == 1 ? $"{years[0]}" : $"{years[0]}–{years[^1]}";

    private static decimal Rounded(double enterprises) => Math.Round((decimal)enterprises, 1, MidpointRounding.AwayFromZero);

    private static string Enterprises(double enterprises) => Figures.Counted(Rounded(enterprises), "enterprise");

    private static Text Gained(double yuan) => Figures.Amount(LaboratoryText.Fen(yuan * 100));
}
