// Reads funds.csv: the money of each fund.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Claims;

/// <summary>Columns fund, amount and perhaps year (资金, 金额, 年度); a fund by its id or name.</summary>
public static class FundsFile
{
    /// <summary>The most yuan a fund may hold.</summary>
    internal const long Most = 10_000_000_000_000_000;
    private static readonly string[] FundWords = ["fund", "fund_id", "资金", "资金名称"],
        AmountWords = ["amount", "appropriation", "金额", "可用金额", "预算金额", "金额(元)"],
        YearWords = ["year", "年度", "年份"];

    /// <summary>The money of the funds of <paramref name="terms"/>; every fund once a year.</summary>
    public static Loaded<IReadOnlyList<FundMoney>> Read(string path, LibraryTerms terms)
    {
        var table = TableFile.Read(path);
        if (!table.Succeeded) return new Loaded<IReadOnlyList<FundMoney>>(null, table.Diagnostics);
        var faults = table.Diagnostics.ToList();
        var columns =
            (Fund: Column(table.Value, FundWords, faults),
             Amount: Column(table.Value, AmountWords, faults),
             Year: Column(table.Value, YearWords, null));
        var funds = new List<FundMoney>();
        if (columns.Fund < 0 || columns.Amount < 0) return Loaded<IReadOnlyList<FundMoney>>.From(null, faults);
        var seen = new Dictionary<(string, int?), Place>();
        foreach (var row in table.Value.Rows)
        {
            var money = new FundMoney(
                Fund(row[columns.Fund], terms, faults),
                columns.Year < 0 ? null : Year(row[columns.Year], faults),
                Amount(row[columns.Amount], faults));
            if (!seen.TryAdd((money.Fund, money.Year), row.Where))
                faults.Add(ClaimFaults.RepeatedFund(row.Where, money.Fund, money.Year, seen[(money.Fund, money.Year)]));
            funds.Add(money);
        }

        return Loaded<IReadOnlyList<FundMoney>>.From(funds, faults);
    }

    private static int Column(Table table, string[] words, ICollection<Diagnostic>? faults)
    {
        for (var position = 0; position < table.Header.Count; position++)
            if (words.Contains(ClaimWords.Plain(table.Header[position].Text), StringComparer.OrdinalIgnoreCase)) return position;
        return faults is null ? -1 : table.RequiredColumn(words[0], faults);
    }

    private static string Fund(Cell cell, LibraryTerms terms, ICollection<Diagnostic> faults)
    {
        var written = CellText.Text(cell) ?? "";
        if (terms.FundIndex(written) >= 0) return written;
        var named = terms.Library.Funds.Values.Where(fund => fund.Name.Zh == written || fund.Name.En == written)
            .Select(fund => fund.Id)
            .ToList();
        if (named.Count == 1) return named[0];
        faults.Add(ClaimFaults.UnknownFund(cell.Where, written, [.. terms.Funds.Select(fund => fund.Id)]));
        return written;
    }

    private static long Amount(Cell cell, List<Diagnostic> faults)
    {
        var before = faults.Count;
        if (CellText.Number(cell, "amount", faults) is { } amount)
        {
            if (amount.IsInteger && amount >= 0 && amount <= Most) return (long)amount.Numerator;
            faults.Add(ClaimFaults.BadFundAmount(cell.Where, amount, Most));
        }
        else if (faults.Count == before)
        {
            faults.Add(ClaimFaults.NothingForFund(cell.Where));
        }

        return 0;
    }

    private static int? Year(Cell cell, ICollection<Diagnostic> faults)
    {
        if (CellText.Text(cell) is not { } written) return null;
        if (int.TryParse(written.TrimEnd('年', '度').Trim(), out var year) && year is >= 1990 and <= 2200) return year;
        faults.Add(ClaimFaults.BadYear(cell.Where, written));
        return null;
    }
}
