// Reads history.csv: what was paid in past years.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Simulation.Histories;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// Which rows of a history count: a region (null: all), years up to <paramref name="Last"/>, and the first year that must not occur.
/// </summary>
internal sealed record HistoryFilter(string? Region = null, int? First = null, int? Last = null, int? ForecastFrom = null)
{
    /// <summary>
    /// Whether single payments matter with what they were paid for, and not the sums of the years, which must have no gap.
    /// </summary>
    public bool IsLedger { get; init; }
}

/// <summary>
/// Columns year, measure and amount, and perhaps enterprise, region, claims, entitled, status and id, headed in English or Chinese; CSV in
/// any encoding or a workbook. One row is one payment, or with a column <c>claims</c> the sum of several. A ledger may name the objects of
/// a payment and say facts of it.
/// </summary>
internal static class HistoryFile
{
    private const int MostFaults = 200;
    private static readonly HistoryColumn[] Needed = [HistoryColumn.Year, HistoryColumn.Measure, HistoryColumn.Amount];

    /// <summary>The payments of <paramref name="path"/> that pass the filter; every fault of the file is reported.</summary>
    public static Loaded<PaymentHistory> Read(string path, PolicyLibrary library, HistoryFilter filter)
    {
        var table = TableFile.Read(path);
        if (!table.Succeeded) return new Loaded<PaymentHistory>(null, table.Diagnostics);
        var faults = table.Diagnostics.ToList();
        var columns = Columns(table.Value, filter.IsLedger ? new AttributeNames(library.Vocabulary) : null, faults);
        if (faults.Exists(fault => fault.Severity == Severity.Error)) return Loaded<PaymentHistory>.From(null, faults);
        var rows = new HistoryRows(columns, library, filter, faults);
        foreach (var row in table.Value.Rows)
        {
            if (faults.Count >= MostFaults) break;
            rows.Read(row);
        }

        if (rows.NotPaid > 0) faults.Add(HistoryFaults.NotPaid(path, rows.NotPaid));
        if (rows.Payments.Count == 0 && !faults.Exists(fault => fault.Severity == Severity.Error))
            faults.Add(HistoryFaults.Empty(path, filter.Region is null ? "" : $" in '{filter.Region}'"));
        if (faults.Exists(fault => fault.Severity == Severity.Error)) return Loaded<PaymentHistory>.From(null, faults);
        var history = new PaymentHistory(path, rows.Payments, rows.Entitled, rows.Years.Min, rows.Years.Max);
        if (!filter.IsLedger) HistoryGaps.Check(history, rows.Years, faults);
        return Loaded<PaymentHistory>.From(history, faults);
    }

    private static HistoryColumns Columns(Table table, AttributeNames? names, List<Diagnostic> faults)
    {
        var found = new Dictionary<HistoryColumn, (int, Fraction)>();
        var facts = new List<FactColumn>();
        for (var position = 0; position < table.Header.Count; position++)
        {
            var plain = ClaimWords.Plain(table.Header[position].Text);
            var (name, remark) = ClaimWords.WithoutRemark(plain);
            var column = HistoryWords.Headings
                .Where(pair => pair.Value.Contains(plain, StringComparer.OrdinalIgnoreCase)
                    || (pair.Value.Contains(name, StringComparer.OrdinalIgnoreCase) && ClaimWords.Units.ContainsKey(remark)))
                .Select(pair => (HistoryColumn?)pair.Key)
                .FirstOrDefault();
            if (column is { } known && found.TryAdd(known, (position, ClaimWords.Units.GetValueOrDefault(name == plain ? "" : remark, 1))))
                continue;
            if (column is null && names?.Find(table.Header[position].Text) is { } fact)
                facts.Add(new FactColumn(position, fact.Attribute, fact.Unit));
            else if (column is null) faults.Add(ClaimFaults.IgnoredColumn(table.Header[position]));
        }

        foreach (var column in Needed.Where(column => !found.ContainsKey(column)))
            faults.Add(HistoryFaults.MissingColumn(table.Header[0], HistoryWords.Headings[column]));
        return new HistoryColumns(found, facts);
    }
}

/// <summary>Where each column stands and what one unit of its numbers is, and the columns with facts.</summary>
internal sealed record HistoryColumns(
    IReadOnlyDictionary<HistoryColumn, (int Position, Fraction Unit)> Known, IReadOnlyList<FactColumn> Facts);
