// The first lines of a report: how much, how sure, what if the money is short.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Certificates;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>Sentences and figures that anyone understands.</summary>
internal static class ForecastSummary
{
    public static IEnumerable<Text> Sentences(
        Forecast forecast, IReadOnlyList<ForecastLine> lines, IReadOnlyList<FundForecast> funds, OutlayEstimate total)
    {
        var (mean, p50, p90) = (Figures.Amount(total.Mean), Figures.Amount(total.P50.Value), Figures.Amount(total.P90.Value));
        yield return new Text(
            $"全部条款期望支出 {mean.Zh}；两次里有一次不超过 {p50.Zh}，十次里有九次不超过 {p90.Zh}。",
            $"All clauses together are expected to cost {mean.En}; one time in two not more than {p50.En}, nine times in ten not more than {p90.En}.");
        foreach (var fund in funds)
        {
            if (fund.Shortage is { } shortage) yield return Fund(fund, shortage, IsCut(forecast, fund), forecast.Model.Years.Count > 1);
        }

        if (lines.Count > 0 && total.Mean.Fen > 0) yield return Largest(lines, total);
        if (lines.Any(line => line.Undetermined > 0))
            yield return new Text(
                "部分条款的金额条文未定，相应合计只是下限。", "Some clauses promise money without an amount: totals that contain them are lower bounds.");
        if (forecast.CutShortReplications > 0)
            yield return new Text(
                $"有 {forecast.CutShortReplications:#,##0} 次模拟、共 {forecast.CutShortClaimants:#,##0} 家次企业可选的项目组合过多，所选为已找到的最好方案，未能证明为最优。",
                $"In {Figures.Counted(forecast.CutShortReplications, "replication")} {Figures.Counted(forecast.CutShortClaimants, "enterprise")} in all had more ways to choose between measures than the search may follow: the choice is the best found, not proved the best.");
        if (forecast.WasStopped)
            yield return new Text(
                $"本次运行中途停止，只完成 {forecast.Finished:#,##0} 次模拟。",
                $"The run was stopped: only {Figures.Counted(forecast.Finished, "replication")} {(forecast.Finished == 1 ? "was" : "were")} finished.");
    }

    public static IEnumerable<KeyFigure> KeyFigures(IReadOnlyList<FundForecast> funds, OutlayEstimate total, SampleCertificate? certificate)
    {
        var (p90, p95) = (Figures.Amount(total.P90.Value), Figures.Amount(total.P95.Value));
        yield return new KeyFigure(
            new Text("期望支出", "Expected outlay"),
            Figures.Amount(total.Mean),
            new Text($"P90 {p90.Zh}，P95 {p95.Zh}", $"P90 {p90.En}, P95 {p95.En}"));
        if (funds.FirstOrDefault(fund => fund.Shortage is not null) is { } fund)
        {
            var shortage = fund.Shortage!;
            var limit = Figures.Amount(Money.FromYuan(fund.Appropriation!.Value));
            yield return new KeyFigure(
                new Text("资金不足的概率", "Probability of a shortage"),
                Text.Same(Figures.Percent(shortage.Probability.Value)),
                fund.Name + new Text($"，额度 {limit.Zh}", $", {limit.En}"),
                shortage.Probability.Value > 0.05 ? Tone.Warning : Tone.Good);
            yield return new KeyFigure(
                new Text("平均兑现比例", "Mean pro-rata ratio"),
                Text.Same(Figures.Percent(shortage.MeanRatio.Value)),
                new Text("含足额年份", "years paid in full included"));
        }

        if (certificate is { LargestDifference: { } difference })
            yield return new KeyFigure(
                new Text("求解核验差额", "Difference to the solver"),
                Figures.Amount(Money.FromYuan(difference)),
                new Text($"抽查 {certificate.Proved} 次模拟", $"{Figures.Counted(certificate.Proved, "replication")} re-solved"),
                certificate.Holds ? Tone.Good : Tone.Warning);
    }

    private static bool IsCut(Forecast forecast, FundForecast fund) =>
        forecast.Model.Terms.Funds[forecast.Model.Terms.FundIndex(fund.Id)].Shortage != Allocation.Settlement.ShortageRule.Report;

    // A fund without a rule for shortage is not cut: only its gap can be told.
    private static Text Fund(FundForecast fund, Simulation.Statistics.Shortage shortage, bool isCut, bool namesYear)
    {
        var limit = Figures.Amount(Money.FromYuan(fund.Appropriation!.Value));
        var chance = Figures.Percent(shortage.Probability.Value);
        var ratio = Figures.Percent(shortage.MeanRatio.Value);
        var year = namesYear ? fund.Year + " " : "";
        var gap = Figures.Amount(new Money((long)Math.Round(shortage.ExpectedShortfall.Value * 100)));
        if (!isCut)
            return new Text(
                $"{year}{fund.Name.Zh}安排 {limit.Zh}，不够用的概率是 {chance}，期望缺口 {gap.Zh}（条文未写压减办法）。",
                $"{year}{fund.Name.En}: with {limit.En} the probability of a shortage is {chance}, the expected gap {gap.En} (the text states no cut).");
        return new Text(
            $"{year}{fund.Name.Zh}安排 {limit.Zh}，不够用的概率是 {chance}；平均按应得的 {ratio} 兑现。",
            $"{year}{fund.Name.En}: with {limit.En} the probability of a shortage is {chance}; on average {ratio} of what is due is paid.");
    }

    private static Text Largest(IReadOnlyList<ForecastLine> lines, OutlayEstimate total)
    {
        var largest = lines.MaxBy(line => line.Outlay.Mean)!;
        var share = total.Mean.Fen == 0 ? "0%" : Figures.Percent((double)largest.Outlay.Mean.Fen / total.Mean.Fen);
        return new Text($"支出最大的是“{largest.Name.Zh}”，占 {share}。", $"The largest clause is “{largest.Name.En}”, {share} of the outlay.");
    }
}
