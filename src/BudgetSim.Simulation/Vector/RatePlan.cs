// Measures, firms and the money there is: everything one replication needs.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Vector;

/// <summary>Measures of rates over a pool of exchangeable firms with one common factor.</summary>
/// <param name="Measures">1 to 2,000 measures; a measure's draws belong to its place in the list.</param>
/// <param name="Firms">How many firms may claim, at least 1.</param>
/// <param name="FactorSpread">Standard deviation of the common factor, added to the logarithm of every base, at least 0.</param>
public sealed record RatePlan(IReadOnlyList<RateMeasure> Measures, int Firms, double FactorSpread)
{
    /// <summary>
    /// Whether it is drawn which firms claim, and not only how many: needed by whatever ties the awards of one firm together. Plans that
    /// are compared on the same draws need the same answer; <see cref="FirmCap"/> needs true.
    /// </summary>
    public bool TracksFirms { get; init; }

    /// <summary>The most one firm can be awarded over all measures, or null; its awards are cut pro rata.</summary>
    public Money? FirmCap { get; init; }

    /// <summary>The money for all measures, or null; they are cut pro rata after their own limits.</summary>
    public Money? Fund { get; init; }

    /// <summary>How the common factor is spread over the replications.</summary>
    public FactorSampling Factor { get; init; } = FactorSampling.Independent;
}
