// One claim of a payout as it is explained: what the rules give, what was taken off and why, who pays.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Measures;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Settlements;

/// <summary>Where a claim ends.</summary>
public enum LineState
{
    /// <summary>Something is paid.</summary>
    Paid,

    /// <summary>The rules give an amount, and deductions or the formula leave nothing.</summary>
    NothingLeft,

    /// <summary>A condition does not hold.</summary>
    NotEligible,

    /// <summary>The amount is not known; it is not 0.</summary>
    Undetermined,
}

/// <summary>Whole yuan taken off (negative where a lower end added), the reason, and the article it rests on.</summary>
public sealed record LineDeduction(DeductionStage Stage, Money Amount, Text Reason, string Article);

/// <summary>A payer's part of one award; <paramref name="Payer"/> is empty for the part whose payer the text does not state.</summary>
public sealed record LinePayer(string Payer, Money Amount);

/// <summary>
/// One claim. <see cref="Entitlement"/> (null if not known) less the deductions is <see cref="Award"/>; the payers' parts sum to the award of
/// an outlay. The award of an undetermined line is what is sure of it.
/// </summary>
public sealed record SettlementLine(int Position, string Id, int Row, string Enterprise, Measure Measure, LineState State)
{
    /// <summary>Why nothing is paid or nothing is known; empty for a paid line.</summary>
    public Text Why { get; init; } = Text.Empty;

    public Money? Entitlement { get; init; }

    public IReadOnlyList<LineDeduction> Deductions { get; init; } = [];

    public Money Award { get; init; }

    public IReadOnlyList<LinePayer> Payers { get; init; } = [];

    /// <summary>Whether it counts in totals, payers and funds.</summary>
    public bool IsOutlay => Measure.Effect == LedgerEffect.Award;

    /// <summary>Whether it counts with an amount.</summary>
    public bool Counts => IsOutlay && State != LineState.Undetermined;

    /// <summary>The sum of the deductions.</summary>
    public Money Deducted => Deductions.Aggregate(Money.Zero, (sum, deduction) => sum + deduction.Amount);
}
