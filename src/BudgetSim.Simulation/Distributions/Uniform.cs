// Even chances between two ends: what "between 3 and 8" says.
namespace BudgetSim.Simulation.Distributions;

/// <summary>Any number from <paramref name="Low"/> to <paramref name="High"/> (at least Low) with even chances.</summary>
public sealed record Uniform(double Low, double High) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Low + (0.5 * (High - Low));

    /// <inheritdoc/>
    public override double Variance => (High - Low) * (High - Low) / 12;

    /// <inheritdoc/>
    public override double Quantile(double probability) => Low + (probability * (High - Low));

    /// <inheritdoc/>
    public override double Cumulative(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);
}
