// Reads the rows of a history one by one.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Claims;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Histories;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Pools;

/// <summary>Remembers what was read, so that nothing stands twice; used once.</summary>
internal sealed class HistoryRows(HistoryColumns columns, PolicyLibrary library, HistoryFilter filter, List<Diagnostic> faults)
{
    private const int FirstYear = 1990, LastYear = 2100, MostCount = 1_000_000;
    private readonly MeasureNames _names = new(library);
    private readonly Dictionary<string, Place> _seen = new(StringComparer.Ordinal);

    public List<Payment> Payments { get; } = [];

    public Dictionary<(string Measure, int Year), int> Entitled { get; } = [];

    /// <summary>The years that have a row.</summary>
    public SortedSet<int> Years { get; } = [];

    /// <summary>Rows left out because nothing was paid.</summary>
    public int NotPaid { get; private set; }

    public void Read(TableRow row)
    {
        if (Text(row, HistoryColumn.Year) is { } sum && ClaimWords.Totals.Contains(ClaimWords.Plain(sum)))
        {
            faults.Add(ClaimFaults.TotalRow(row.Where, sum));
            return;
        }

        var before = faults.Count;
        var (year, measure, isPaid) = (Year(row), Measure(row), IsPaid(row));
        var claims = Count(row, HistoryColumn.Claims);
        var entitled = Count(row, HistoryColumn.Entitled);
        var amount = isPaid ? Amount(row, claims) : null;
        if (faults.Count > before || !Passes(row, year)) return;
        if (year >= filter.ForecastFrom)
        {
            faults.Add(HistoryFaults.FutureYear(CellOf(row, HistoryColumn.Year)!.Value.Where, year, filter.ForecastFrom.Value));
            return;
        }

        Years.Add(year);
        if (entitled is { } number) AddEntitled(row, measure, year, number);
        if (!isPaid) NotPaid++;
        else if (amount is { } yuan && claims != 0)
            Add(row, Told(row, new Payment(year, measure, Text(row, HistoryColumn.Enterprise) ?? "", yuan, claims ?? 1, row.Where)));
    }

    // What only a ledger says.
    private Payment Told(TableRow row, Payment payment) => !filter.IsLedger ? payment : payment with
    {
        Objects = new ClaimObjects(payment.Enterprise)
        {
            Project = Text(row, HistoryColumn.Project),
            Loan = Text(row, HistoryColumn.Loan),
            Item = Text(row, HistoryColumn.Item),
            Event = Text(row, HistoryColumn.Event),
            Park = Text(row, HistoryColumn.Park),
        },
        Principal = Money(row, HistoryColumn.Principal),
        Facts = FactCells.Read(row, columns.Facts, new Dictionary<string, Value>(), faults),
    };

    private bool Passes(TableRow row, int year) =>
        (filter.Region is null || Text(row, HistoryColumn.Region) == filter.Region) && year >= (filter.First ?? FirstYear)
            && year <= (filter.Last ?? LastYear);

    private int Year(TableRow row)
    {
        var cell = CellOf(row, HistoryColumn.Year)!.Value;
        var text = CellText.Text(cell) ?? "";
        if (text.Length == 0) faults.Add(HistoryFaults.Hole(cell.Where, "year"));
        else if (ScalarText.TryNumber(text.TrimEnd('年', '度').Trim(), out var year) && year.IsInteger && year >= FirstYear
                && year <= LastYear)
            return (int)year.Numerator;
        else faults.Add(HistoryFaults.BadYear(cell.Where, Shown.Text(text)));
        return FirstYear;
    }

    private string Measure(TableRow row)
    {
        var cell = CellOf(row, HistoryColumn.Measure)!.Value;
        var written = CellText.Text(cell) ?? "";
        if (_names.Find(written) is { } measure) return measure.Measure.Id;
        faults.Add(HistoryFaults.UnknownMeasure(cell.Where, written, library.MeasureIds));
        return "";
    }

    private bool IsPaid(TableRow row)
    {
        if (Text(row, HistoryColumn.Status) is not { } status) return true;
        if (HistoryWords.Outcomes.TryGetValue(status, out var isPaid)) return isPaid;
        faults.Add(HistoryFaults.UnknownStatus(CellOf(row, HistoryColumn.Status)!.Value.Where, status, HistoryWords.Outcomes.Keys));
        return true;
    }

    private Fraction? Amount(TableRow row, int? claims)
    {
        var cell = CellOf(row, HistoryColumn.Amount)!.Value;
        if (cell.IsBlank && claims != 0) faults.Add(HistoryFaults.Hole(cell.Where, "amount"));
        if (Money(row, HistoryColumn.Amount) is not { } yuan) return null;
        if (yuan.Sign == 0 && claims != 0) faults.Add(HistoryFaults.NothingPaid(cell.Where));
        return yuan;
    }

    private Fraction? Money(TableRow row, HistoryColumn column)
    {
        if (CellOf(row, column) is not { } cell || CellText.Number(cell, column.ToString().ToLowerInvariant(), faults) is not { } number)
            return null;
        var yuan = cell.Text.AsSpan().ContainsAny("万亿千元") ? number : number * columns.Known[column].Unit;
        if (yuan.Sign < 0) faults.Add(HistoryFaults.NegativePayment(cell.Where, yuan));
        return yuan;
    }

    private int? Count(TableRow row, HistoryColumn column)
    {
        if (CellOf(row, column) is not { IsBlank: false } cell
                || CellText.Number(cell, column.ToString().ToLowerInvariant(), faults) is not { } number)
            return null;
        if (number.IsInteger && number.Sign >= 0 && number <= MostCount) return (int)number.Numerator;
        faults.Add(HistoryFaults.BadCount(cell.Where, column.ToString().ToLowerInvariant(), number));
        return null;
    }

    private void AddEntitled(TableRow row, string measure, int year, int number)
    {
        if (!Entitled.TryAdd((measure, year), number) && Entitled[(measure, year)] != number)
            faults.Add(HistoryFaults.EntitledDiffers(
                CellOf(row, HistoryColumn.Entitled)!.Value.Where,
                measure,
                year,
                $"{number} entitled here and {Entitled[(measure, year)]} above"));
    }

    private void Add(TableRow row, Payment payment)
    {
        var hasId = columns.Known.ContainsKey(HistoryColumn.Id);
        var id = hasId ? Text(row, HistoryColumn.Id)
            : payment.Enterprise.Length == 0 ? null
            : $"{payment.Year} {payment.Measure} {payment.Objects ?? new ClaimObjects(payment.Enterprise)} {payment.Yuan} {string.Join(' ', payment.Facts.Values)}";
        if (id is not null && !_seen.TryAdd(id, row.Where))
            faults.Add(HistoryFaults.Repeated(row.Where, hasId ? $"the id {Shown.Text(id)}" : "the same payment", _seen[id]));
        Payments.Add(payment);
    }

    private Cell? CellOf(TableRow row, HistoryColumn column) =>
        columns.Known.TryGetValue(column, out var place) ? row[place.Position] : null;

    private string? Text(TableRow row, HistoryColumn column) => CellOf(row, column) is { } cell ? CellText.Text(cell) : null;
}
