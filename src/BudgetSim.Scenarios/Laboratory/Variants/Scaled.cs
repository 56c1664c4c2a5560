// A distribution with every value multiplied by a number.
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Scenarios.Laboratory.Variants;

/// <summary>
/// <paramref name="Factor"/> (above 0) times a draw of <paramref name="Of"/>; the same uniform number gives the scaled value.
/// </summary>
internal sealed record Scaled(Distribution Of, double Factor) : Distribution
{
    public override double Mean => Factor * Of.Mean;

    public override double Variance => Factor * Factor * Of.Variance;

    public override double Quantile(double probability) => Factor * Of.Quantile(probability);

    public override double Cumulative(double value) => Of.Cumulative(value / Factor);

    public override double Draw(double uniform) => Factor * Of.Draw(uniform);
}
