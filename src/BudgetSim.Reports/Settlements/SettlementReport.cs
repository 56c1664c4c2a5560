// Puts the report of a payout together: what is paid, to whom, from what, and why the rest is not.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Pages;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Settlements;

/// <summary>The page and the workbook of a payout.</summary>
public static class SettlementReport
{
    /// <summary>The report as a value; <paramref name="manifest"/> says what it takes to repeat it.</summary>
    public static Report From(SettlementBook book, IReadOnlyList<ManifestEntry> manifest)
    {
        ArgumentNullException.ThrowIfNull(book);
        var year = book.Settled.Settled.Filing.Year;
        var file = Path.GetFileName(book.Settled.Request.Claims);
        var documents = book.Settled.Settled.Filing.Terms.Library.Documents.Select(document => document.Title).ToList();
        return new Report("settlement", new Text("兑现结算", "Payout"),
        [
            new ReportSection("lines", new Text("逐笔结果", "Claims"))
            {
                Charts = [.. SettlementCharts.Waterfall(book)],
                Tables = [SettlementTables.Awards(book)],
            },
            new ReportSection("sums", new Text("汇总", "Totals"))
            {
                Charts = [.. SettlementCharts.Spread(book)],
                Tables = [SettlementTables.Totals(book), SettlementTables.Payers(book), SettlementTables.Funds(book)],
            },
            new ReportSection("why-not", new Text("扣减与未兑现", "Deductions and what is not paid"))
            {
                Tables = [SettlementTables.Deductions(book), SettlementTables.NotPaid(book), .. SettlementTables.Lacking(book)],
            },
        ])
        {
            Subtitle = new Text(
                $"{file} · {year} 年度 · {string.Join("、", documents.Select(title => title.Zh))}",
                $"{file} · {year} · {string.Join(", ", documents.Select(title => title.En))}"),
            Summary = SettlementSentences.Of(book),
            KeyFigures = [.. KeyFigures(book)],
            Readings = Readings(book),
            Manifest = manifest,
        };
    }

    private static IEnumerable<KeyFigure> KeyFigures(SettlementBook book)
    {
        var (entitlement, deducted) = (Figures.Exact(book.Entitlement), Figures.Exact(book.Deducted));
        var total = book.IsLowerBound ? new Text("≥ ", "≥ ") + Figures.Exact(book.Total) : Figures.Exact(book.Total);
        yield return new KeyFigure(
            new Text("兑现合计", "Awards"),
            total,
            new Text($"应得 {entitlement.Zh}，扣减 {deducted.Zh}", $"entitlements {entitlement.En}, deductions {deducted.En}"));
        var paid = book.Lines.Count(line => line.State == LineState.Paid);
        yield return new KeyFigure(
            new Text("兑现笔数", "Claims paid"),
            Text.Same($"{paid:#,##0}"),
            new Text($"共申报 {book.Lines.Count:#,##0} 笔", $"of {book.Lines.Count:#,##0} filed"));
        if (book.Lines.Count(line => line.State == LineState.Undetermined) is > 0 and var open)
            yield return new KeyFigure(
                new Text("金额未定", "Undetermined"), Text.Same($"{open:#,##0}"), new Text("未计入合计", "not in the total"), Tone.Warning);
        var gap = book.Settled.Settled.Result.Funds.Sum(fund => fund.Shortfall);
        if (gap > 0)
            yield return new KeyFigure(
                new Text("资金缺口", "Shortfall"),
                Figures.Exact(Money.FromYuan(gap)),
                new Text("条文未定压减办法", "the text states no cut"),
                Tone.Warning);
    }

    private static ReportTable? Readings(SettlementBook book)
    {
        var chosen = book.Settled.Request.Readings.Concat(book.Settled.Request.Parameters).ToList();
        return chosen.Count == 0 ? null : new ReportTable(
            "readings",
            Wording.Of("readings"),
            [new("code", new Text("代码", "Code"), ColumnKind.Text), new("value", Wording.Of("value"), ColumnKind.Text)],
            [.. chosen.Select(pair => (IReadOnlyList<Cell>)[Cell.Of(pair.Key), Cell.Of(pair.Value)])]);
    }
}
