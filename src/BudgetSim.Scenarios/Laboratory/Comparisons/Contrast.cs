// One scenario beside the baseline, figure by figure, on the same draws.
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>The other side against the baseline.</summary>
public sealed record Contrast(Side Side, Forecast Forecast, EnterpriseAwards Awards)
{
    /// <summary>The whole outlay.</summary>
    public required AmountContrast Total { get; init; }

    /// <summary>Clauses with a claim on either side, in document order.</summary>
    public required IReadOnlyList<AmountContrast> Clauses { get; init; }

    /// <summary>Funds that are drawn on, on either side.</summary>
    public required IReadOnlyList<FundContrast> Funds { get; init; }

    /// <summary>What each payer bears.</summary>
    public required IReadOnlyList<AmountContrast> Payers { get; init; }

    /// <summary>Who gains and who loses.</summary>
    public required WinnersAndLosers Enterprises { get; init; }

    /// <summary>Who gains and who loses by each class of enterprises that the pool knows.</summary>
    public required IReadOnlyList<ClassContrast> Classes { get; init; }

    /// <summary>Null where the other side is not the baseline with more reforms.</summary>
    public Attribution? Attribution { get; init; }
}
