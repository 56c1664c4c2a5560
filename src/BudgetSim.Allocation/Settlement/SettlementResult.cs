// Everything that a settlement grants.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Settlement;

/// <summary>The outcome of a settlement; awards are in claim order, amounts in whole yuan.</summary>
public sealed record SettlementResult(
    IReadOnlyList<Award> Awards,
    IReadOnlyList<Deduction> Deductions,
    IReadOnlyList<FundOutcome> Funds,
    IReadOnlyList<Fraction> Payers)
{
    /// <summary>Parts of awards that are paid later than in the claim's own year; they are in <see cref="Awards"/>.</summary>
    public IReadOnlyList<LatePayment> LatePayments { get; init; } = [];

    /// <summary>
    /// Claimants with so many projects under shared ceilings that the search for their lanes ended at its limit of effort (a
    /// count of steps, the same on every machine): their lanes are the best that was met, perhaps not the best there is.
    /// </summary>
    public IReadOnlyCollection<int> LaneChoicesCutShort { get; init; } = [];

    /// <summary>What each payer pays in a year, in yuan, <c>[payer]</c>; years without an outlay are missing.</summary>
    public required IReadOnlyDictionary<int, Fraction[]> PayersByYear { get; init; }

    /// <summary>The sum of the known awards that are outlays; a lower bound if <see cref="IsLowerBound"/>.</summary>
    public required long Total { get; init; }

    /// <summary>Whether an outlay is undetermined, so that the total is only a lower bound.</summary>
    public required bool IsLowerBound { get; init; }
}
