// A number without uncertainty.
namespace BudgetSim.Simulation.Distributions;

/// <summary>Always <paramref name="Value"/>.</summary>
public sealed record Fixed(double Value) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Value;

    /// <inheritdoc/>
    public override double Variance => 0;

    /// <inheritdoc/>
    public override double Quantile(double probability) => Value;

    /// <inheritdoc/>
    public override double Cumulative(double value) => value >= Value ? 1 : 0;
}
