// A whole payout as a value: lines, totals that reconcile, and the tables made of them.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Claims;

namespace BudgetSim.Reports.Settlements;

/// <summary>
/// The sums over lines that count: <see cref="Entitlement"/> less <see cref="Deducted"/> is <see cref="Total"/>, and payers with the part
/// of unstated payers sum to it. The total is a lower bound while an outlay is undetermined.
/// </summary>
public sealed record SettlementBook
{
    private SettlementBook(SettledClaims settled, IReadOnlyList<SettlementLine> lines)
    {
        (Settled, Lines) = (settled, lines);
        var counted = lines.Where(line => line.Counts).ToList();
        Entitlement = Sum(counted.Select(line => line.Entitlement ?? Money.Zero));
        Deducted = Sum(counted.Select(line => line.Deducted));
        Total = Sum(counted.Select(line => line.Award));
        Payers = [.. counted
            .SelectMany(line => line.Payers)
            .GroupBy(part => part.Payer)
            .Select(group => new LinePayer(group.Key, Sum(group.Select(part => part.Amount))))
            .OrderBy(part => part.Payer.Length == 0)
            .ThenByDescending(part => part.Amount)
            .ThenBy(part => part.Payer, StringComparer.Ordinal)];
        Funds = [.. settled.Settled.Result.Funds, .. OpenFunds(settled, lines)];
    }

    /// <summary>The payout it is made of.</summary>
    public SettledClaims Settled { get; }

    /// <summary>Every claim in file order.</summary>
    public IReadOnlyList<SettlementLine> Lines { get; }

    /// <summary>What the rules give before any deduction.</summary>
    public Money Entitlement { get; }

    /// <summary>What was taken off on the way.</summary>
    public Money Deducted { get; }

    /// <summary>What is paid.</summary>
    public Money Total { get; }

    /// <summary>What each payer pays, the largest first; the unstated part last, under an empty name.</summary>
    public IReadOnlyList<LinePayer> Payers { get; }

    /// <summary>Every fund that is drawn on, also by claims whose amount is not known.</summary>
    public IReadOnlyList<FundOutcome> Funds { get; }

    /// <summary>Whether an outlay is undetermined, so that the total is a lower bound.</summary>
    public bool IsLowerBound => Settled.Settled.Result.IsLowerBound;

    /// <summary>
    /// Enterprises whose choice between measures is the best found within the search's bound of effort, not proved to be the best; in file
    /// order.
    /// </summary>
    public IReadOnlyList<string> LaneChoicesCutShort
    {
        get
        {
            var (cutShort, claims) = (Settled.Settled.Result.LaneChoicesCutShort, Settled.Settled.Input.Claims);
            return cutShort.Count == 0
                ? []
                : [.. Lines.Where(line => cutShort.Contains(claims[line.Position].Keys.Enterprise)).Select(line => line.Enterprise)
                    .Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>Whether an undetermined claim draws on the fund, so that its sums are lower bounds.</summary>
    public bool IsOpen(FundOutcome fund)
    {
        ArgumentNullException.ThrowIfNull(fund);
        var (name, claims) = (Settled.Settled.Filing.Terms.Funds[fund.Fund].Id, Settled.Settled.Input.Claims);
        return Lines.Any(line => line.IsOutlay && line.State == LineState.Undetermined && line.Measure.Fund == name
            && (fund.Year is null || claims[line.Position].Year == fund.Year));
    }

    /// <summary>The book of a payout.</summary>
    /// <exception cref="InvalidOperationException">The totals do not reconcile: a fault of ours.</exception>
    public static SettlementBook From(SettledClaims settled)
    {
        ArgumentNullException.ThrowIfNull(settled);
        var book = new SettlementBook(settled, SettlementLines.From(settled));
        if (book.Total != Money.FromYuan(settled.Settled.Result.Total))
            throw new InvalidOperationException("the lines do not sum to the settlement's total");
        if (book.Entitlement - book.Deducted != book.Total)
            throw new InvalidOperationException("entitlements less deductions are not the total");
        if (Sum(book.Payers.Select(part => part.Amount)) != book.Total)
            throw new InvalidOperationException("the payers do not sum to the total");
        return book;
    }

    // The settlement sums up what is known; a fund with nothing known to pay is not in it.
    private static IEnumerable<FundOutcome> OpenFunds(SettledClaims settled, IEnumerable<SettlementLine> lines) => lines
        .Where(line => line.IsOutlay && line.State == LineState.Undetermined)
        .Select(line => settled.Settled.Filing.Terms.FundIndex(line.Measure.Fund))
        .Where(fund => fund >= 0)
        .Except(settled.Settled.Result.Funds.Select(fund => fund.Fund))
        .Select(fund => new FundOutcome(fund, Year: null, Claimed: 0, Appropriation: null, Paid: 0, Shortfall: 0));

    internal static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
