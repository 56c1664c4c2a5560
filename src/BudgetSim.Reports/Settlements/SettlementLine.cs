// One claim of a payout as it is explained: what the rules give, what was taken off and why, who pays.
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Measures;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Settlements;

/// <summary>
/// One claim. <see cref="Entitlement"/> (null if not known) less the deductions is <see cref="Award"/>; the payers' parts sum to the award
/// of an outlay. The award of an undetermined line is what is sure of it.
/// </summary>
public sealed record SettlementLine(int Position, string Id, int Row, string Enterprise, Measure Measure, LineState State)
{
    /// <summary>Why nothing is paid or nothing is known; empty for a paid line.</summary>
    public Text Why { get; init; } = Text.Empty;

    /// <summary>What the rules give before any deduction.</summary>
    public Money? Entitlement { get; init; }

    /// <summary>What was taken off, in the order of the settlement.</summary>
    public IReadOnlyList<LineDeduction> Deductions { get; init; } = [];

    /// <summary>What is paid.</summary>
    public Money Award { get; init; }

    /// <summary>What each payer bears.</summary>
    public IReadOnlyList<LinePayer> Payers { get; init; } = [];

    /// <summary>Whether it counts in totals, payers and funds.</summary>
    public bool IsOutlay => Measure.Effect == LedgerEffect.Award;

    /// <summary>Whether it counts with an amount.</summary>
    public bool Counts => IsOutlay && State != LineState.Undetermined;

    /// <summary>The sum of the deductions.</summary>
    public Money Deducted => Deductions.Aggregate(Money.Zero, (sum, deduction) => sum + deduction.Amount);
}
