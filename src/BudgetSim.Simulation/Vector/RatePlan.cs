// Measures, firms and the money there is: everything one replication needs.
namespace BudgetSim.Simulation.Vector;

/// <summary>Measures of rates over a crowd of exchangeable firms in one year.</summary>
/// <param name="Measures">1 to 2,000 measures.</param>
/// <param name="Firms">How many firms may claim, at least 1.</param>
/// <param name="Factors">How many common factors there are.</param>
public sealed record RatePlan(IReadOnlyList<RateMeasure> Measures, int Firms, int Factors)
{
    /// <summary>The most one firm can be awarded over all measures in yuan, or null; more is cut pro rata.</summary>
    public long? FirmCap { get; init; }

    /// <summary>The most that can be paid in all in yuan, or null; more is cut pro rata.</summary>
    public long? Fund { get; init; }
}
