// Even chances for each whole number between two ends.
namespace BudgetSim.Simulation.Distributions;

/// <summary>
/// Each whole number from <paramref name="Low"/> to <paramref name="High"/> (at least Low), both included, with even chances.
/// </summary>
public sealed record DiscreteUniform(long Low, long High) : Distribution
{
    private double Count => (double)High - Low + 1;

    /// <inheritdoc/>
    public override double Mean => 0.5 * ((double)Low + High);

    /// <inheritdoc/>
    public override double Variance => ((Count * Count) - 1) / 12;

    /// <inheritdoc/>
    public override double Quantile(double probability) => Low + Math.Clamp(Math.Ceiling(probability * Count) - 1, 0, Count - 1);

    /// <inheritdoc/>
    public override double Cumulative(double value) => Math.Clamp((Math.Floor(value) - Low + 1) / Count, 0, 1);
}
