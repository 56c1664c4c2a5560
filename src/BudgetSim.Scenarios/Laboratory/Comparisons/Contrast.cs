// One scenario beside the baseline, figure by figure, on the same draws.
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Laboratory.Reforms;
using BudgetSim.Simulation.Replications;
using BudgetSim.Simulation.Statistics;

namespace BudgetSim.Scenarios.Laboratory.Comparisons;

/// <summary>An amount on both sides in fen, mean per replication, and their paired difference (other less baseline).</summary>
public sealed record AmountContrast(string Id, Bilingual Name, double Baseline, double Other, PairedDifference Difference);

/// <summary>A fund's year on both sides; null where a side gives it no limit.</summary>
public sealed record FundContrast(string Id, Bilingual Name, int Year, long? BaselineYuan, long? OtherYuan, Shortage? Baseline, Shortage? Other, AmountContrast Paid);

/// <summary>What one step of the reforms changes, in yuan over all replications, after the steps before it.</summary>
public sealed record AttributedStep(ReformStep Step, long Yuan);

/// <summary>From the baseline's outlay to the other's, step by step, in yuan over all replications; it adds up exactly.</summary>
public sealed record Attribution(int Replications, long Baseline, IReadOnlyList<AttributedStep> Steps, long Other);

/// <summary>The other side against the baseline.</summary>
public sealed record Contrast(Side Side, Forecast Forecast, EnterpriseAwards Awards)
{
    /// <summary>The whole outlay.</summary>
    public required AmountContrast Total { get; init; }

    /// <summary>Clauses with a claim on either side, in document order.</summary>
    public required IReadOnlyList<AmountContrast> Clauses { get; init; }

    public required IReadOnlyList<FundContrast> Funds { get; init; }

    public required IReadOnlyList<AmountContrast> Payers { get; init; }

    public required WinnersAndLosers Enterprises { get; init; }

    /// <summary>Who gains and who loses by each class of enterprises that the pool knows.</summary>
    public required IReadOnlyList<ClassContrast> Classes { get; init; }

    /// <summary>Null where the other side is not the baseline with more reforms.</summary>
    public Attribution? Attribution { get; init; }
}
