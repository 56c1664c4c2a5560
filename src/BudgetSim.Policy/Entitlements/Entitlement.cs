// What the rules of one measure give one subject, before ceilings meet other claims and before any fund is asked.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Policy.Entitlements;

/// <summary>
/// The outcome of reading one measure against the facts of one subject. Amounts are in yuan, exact, not yet rounded.
/// <see cref="Missing"/> names the fact that is missing, or is empty.
/// </summary>
public sealed record Entitlement(CompiledMeasure Measure, Standing Standing, string Missing = "")
{
    /// <summary>Whether the amount is unknown (never the same as 0).</summary>
    public bool IsUndetermined => Standing is Standing.RankMissing or Standing.FactMissing or Standing.AmountNotKnown;

    /// <summary>The formula before ceilings, at least 0; with a principal ceiling: on the whole principal.</summary>
    public Fraction Gross { get; init; }

    /// <summary>The loan principal and what one yuan of it gives, if the measure has principal ceilings.</summary>
    public Principal? Principal { get; init; }

    /// <summary>The measure's ceilings and what was paid inside them before, in its order <c>[cap]</c>.</summary>
    public IReadOnlyList<Room> Caps { get; init; } = [];

    /// <summary>The factor of the uplift that applies, or 1.</summary>
    public Fraction UpliftFactor { get; init; } = Fraction.One;

    /// <summary>Money left for the extra of the uplift; null = not known.</summary>
    public Fraction? UpliftBudget { get; init; }

    /// <summary>Whether the uplift's budget is known to be enough.</summary>
    public bool UpliftIsUnlimited { get; init; }

    /// <summary>What the authority assessed on a ceiling, or null for the whole ceiling.</summary>
    public Fraction? Assessed { get; init; }

    /// <summary>The lower end of the range, or null.</summary>
    public Fraction? Minimum { get; init; }

    /// <summary>The share of a ceiling that is granted, 0 to 1; 1 for exact amounts.</summary>
    public Fraction PayoutRatio { get; init; } = Fraction.One;

    /// <summary>What other levels paid for the same object, if the measure tops up.</summary>
    public Fraction OtherLevelPaid { get; init; }

    /// <summary>Whether the amount was given from outside and not computed from facts.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Each payer whose condition holds; a share of null is not stated.</summary>
    public IReadOnlyList<PaidShare> Payers { get; init; } = [];
}
