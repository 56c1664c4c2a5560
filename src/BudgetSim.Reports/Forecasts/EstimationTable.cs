// The estimation sheet as finance bureaus file it: clause, standard, number, amounts, fund, and who bears how much.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Measures;
using BudgetSim.Reports.Rules;
using BudgetSim.Reports.Values;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Reports.Forecasts;

/// <summary>
/// 专项资金支出测算表. One row per clause that is an outlay; the payers' columns of a row add up to its expected amount to the fen, the part
/// whose payer the text does not state in a column of its own, and every column adds up to its total.
/// </summary>
internal static class EstimationTable
{
    private static readonly Text NotStated = new("未载明承担方", "Payer not stated");

    /// <summary>The sheet for all years of a run together.</summary>
    public static ReportTable From(Forecast forecast, IReadOnlyList<ForecastLine> lines, OutlayEstimate total)
    {
        var outlays = lines.Where(line => forecast.Model.Terms.Measures[line.Measure].IsOutlay).ToList();
        var borne = outlays.Select(line => AddingMeans.PayerParts(forecast, line)).ToList();
        var payers = Enumerable.Range(0, forecast.Model.Terms.Payers.Count + 1).Where(payer => borne.Any(parts => parts[payer].Fen > 0))
            .ToList();
        var years = forecast.Model.Years;
        var span = years.Count == 1 ? $"{years[0]}" : $"{years[0]}–{years[^1]}";
        return new ReportTable(
            "estimation",
            new Text($"{span}年度专项资金支出测算表", $"Estimate of outlays, {span}"),
            [
                Wide("number", "序号", "No.", ColumnKind.Count, 6), Wide("clause", "条款及依据", "Clause and basis", ColumnKind.Text, 30),
                Wide("standard", "支持标准", "Standard", ColumnKind.Text, 40),
                Wide("claims", "预计数量（笔）", "Expected number", ColumnKind.Count, 16), Wide("p50", "P50", "P50", ColumnKind.Yuan, 12),
                Wide("p90", "P90", "P90", ColumnKind.Yuan, 12),
                Wide("expected", "预计金额", "Expected amount", ColumnKind.Yuan, 12) with { MayBeLowerBound = true },
                Wide("fund", "资金来源", "Fund", ColumnKind.Text, 18),
                .. payers.Select(payer => Borne(forecast, payer)), Wide("note", "备注", "Note", ColumnKind.Text, 24),
            ],
            [.. outlays.Select((line, index) => Row(forecast, line, index, payers.Select(payer => borne[index][payer])))])
        {
            Total = TotalRow(outlays, total, payers.Select(payer => new Money(borne.Sum(parts => parts[payer].Fen)))),
            Notes =
            [
                Basis(forecast),
                new Text(
                    $"预计金额为 {forecast.Finished:#,##0} 次模拟的平均；P50、P90 为分位数，合计的分位数不等于各条款之和。承担额按条文比例由预计金额分解。",
                    $"Expected amounts are means of {Figures.Counted(forecast.Finished, "replication")}; P50 and P90 are quantiles, and those of the total are not sums. Shares follow the text."),
                new Text(
                    "填报单位：                    填报人：                    审核人：                    负责人：                    填报日期：",
                    "Office:                    Prepared by:                    Checked by:                    Approved by:                    Date:"),
            ],
        };
    }

    private static Text Basis(Forecast forecast)
    {
        var documents = forecast.Model.Terms.Library.Documents;
        return new Text(
            "政策依据："
                + string.Join(
                    "；", documents.Select(document => $"《{document.Title.Zh}》{(document.Number.Length > 0 ? $"（{document.Number}）" : "")}"))
                + "。",
            "Policies: " + string.Join("; ", documents.Select(document => document.Number.Length > 0
                ? $"{document.Title.En} ({document.Number})"
                : document.Title.En)) + ".");
    }

    private static IReadOnlyList<Cell> Row(Forecast forecast, ForecastLine line, int index, IEnumerable<Money> borne)
    {
        var measure = forecast.Model.Terms.Compiled[line.Measure].Measure;
        var fund = forecast.Model.Terms.Measures[line.Measure].Fund;
        var name = fund < 0 ? null : forecast.Model.Terms.Library.Funds[forecast.Model.Terms.Funds[fund].Id].Name;
        return
        [
            Cell.Count(index + 1), Cell.Of(new Text($"{line.Name.Zh}（{line.Article}）", $"{line.Name.En} ({line.Article})")),
            Cell.Of(StandardText.Of(measure, forecast.Model.Terms.Library.Vocabulary)),
            Cell.Count(line.Claims), Cell.Of(line.Outlay.P50.Value), Cell.Of(line.Outlay.P90.Value),
            line.Undetermined > 0 ? Cell.AtLeast(line.Outlay.Mean) : Cell.Of(line.Outlay.Mean),
            name is null ? Cell.Blank : Cell.Of(new Text(name.Zh, name.En)), .. borne.Select(part => Cell.Of(part)),
            Cell.Of(Note(measure, line)),
        ];
    }

    private static IReadOnlyList<Cell> TotalRow(List<ForecastLine> outlays, OutlayEstimate total, IEnumerable<Money> borne) =>
    [
        Cell.Blank, Cell.Of(Wording.Of("total")), Cell.Blank, Cell.Count(outlays.Sum(line => line.Claims)), Cell.Of(total.P50.Value),
        Cell.Of(total.P90.Value),
        outlays.Any(line => line.Undetermined > 0) ? Cell.AtLeast(total.Mean) : Cell.Of(total.Mean), Cell.Blank,
        .. borne.Select(part => Cell.Of(part)), Cell.Blank,
    ];

    private static Text Note(Measure measure, ForecastLine line)
    {
        var notes = new List<Text>();
        if (line.Undetermined > 0)
            notes.Add(new Text(
                $"含金额未定 {Figures.Count(Rounded(line.Undetermined))} 笔，为下限",
                $"{Figures.Counted(Rounded(line.Undetermined), "claim")} without an amount: a lower bound"));
        else if (!measure.AmountIsSpecified) notes.Add(new Text("条文未定金额，按情景假设测算", "no amount in the text: taken as the scenario assumes"));
        if (line.CutProbability > 0)
            notes.Add(new Text(
                $"资金不足时压减，平均按 {Figures.Percent(line.MeanRatio)} 兑现",
                $"cut when the fund is short: {Figures.Percent(line.MeanRatio)} paid on average"));
        if (measure.IsCeiling) notes.Add(new Text("“最高”类，按可得最高额测算", "\"at most\": taken at its ceiling"));
        if (measure.Payers.Any(payer => !payer.IsStated)) notes.Add(new Text("承担方为推定", "payer implied, not stated"));
        return new Text(string.Join("；", notes.Select(note => note.Zh)), string.Join("; ", notes.Select(note => note.En)));
    }

    private static decimal Rounded(double number) => Math.Round((decimal)number, 2, MidpointRounding.AwayFromZero);

    private static Column Borne(Forecast forecast, int payer)
    {
        if (payer == forecast.Model.Terms.Payers.Count) return new Column("payer-not-stated", NotStated, ColumnKind.Yuan) { Width = 13 };
        var id = forecast.Model.Terms.Payers[payer];
        var name = ForecastTables.PayerName(forecast, id);
        return new Column(
            "payer-" + id.Replace('_', '-').ToLowerInvariant(), new Text(name.Zh + "负担", "Borne by " + name.En), ColumnKind.Yuan)
        {
            Width = 13,
        };
    }

    private static Column Wide(string id, string zh, string en, ColumnKind kind, double width) =>
        ForecastTables.Of(id, zh, en, kind) with { Width = width };
}
