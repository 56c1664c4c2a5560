// Reads what the enterprises of a pool's rosters were paid before the scenario.
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// <c>paid_before: ledger.csv</c>, or <c>paid_before: { file: ledger.csv, region: …, from: 2019, to: 2025 }</c>; the file stands beside
/// pool.yaml. To be read after every roster.
/// </summary>
internal sealed class PaidBeforeReader(string folder, LibraryTerms terms, RosterNumbers numbers, ICollection<string> files)
{
    /// <summary>The payments before <paramref name="firstYear"/>, or null with faults.</summary>
    public EarlierPayments? Read(NodeReader written, int firstYear) => written.Node is MappingNode
        ? written.As(fields => Read(
            fields,
            fields.Text("file"),
            new HistoryFilter(fields.OptionalText("region"), fields.OptionalYear("from"), fields.OptionalYear("to"), firstYear)))
        : Read(written, written.AsText(), new HistoryFilter(ForecastFrom: firstYear));

    private EarlierPayments? Read(NodeReader written, string file, HistoryFilter filter)
    {
        var path = Path.Combine(folder, file);
        files.Add(path);
        var ledger = PaymentLedger.Read(path, terms.Library, filter);
        foreach (var fault in ledger.Diagnostics) written.Report(fault);
        if (!ledger.Succeeded) return null;
        if (numbers.Enterprises.Count == 0) written.Report(LedgerFaults.NoRoster(written.Where));
        else if (!ledger.Value.Any(payment => numbers.Enterprises.Contains(payment.Objects.Enterprise)))
            written.Report(LedgerFaults.NobodyKnown(
                written.Where, file, ledger.Value.Select(payment => payment.Objects.Enterprise).FirstOrDefault(""), numbers.Enterprises));
        return new EarlierPayments(terms, [.. ledger.Value.Select(payment => payment.Numbered(terms, numbers.KeysOf(payment.Objects)))]);
    }
}
