// The normal distribution.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Distributions;

/// <summary>A normal distribution; it can be negative.</summary>
/// <param name="Centre">Its mean and median.</param>
/// <param name="Spread">Its standard deviation, at least 0.</param>
public sealed record Normal(double Centre, double Spread) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Centre;

    /// <inheritdoc/>
    public override double Variance => Spread * Spread;

    /// <inheritdoc/>
    public override double Quantile(double probability) => Centre + (Spread * NormalCurve.Quantile(probability));

    /// <inheritdoc/>
    public override double Cumulative(double value) => NormalCurve.Cumulative((value - Centre) / Spread);

    /// <inheritdoc/>
    public override double Draw(double uniform) => Centre + (Spread * DrawCurves.Normal(uniform));
}
