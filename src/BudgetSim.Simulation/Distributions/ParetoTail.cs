// A lognormal body with a Pareto tail: a few enterprises that dwarf the rest.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Distributions;

/// <summary>
/// The lognormal <paramref name="Body"/> up to its quantile <paramref name="From"/>; beyond it P(X &gt; x) falls as
/// x^-<paramref name="Index"/>.
/// </summary>
/// <param name="Body">The distribution of the lower share.</param>
/// <param name="From">Share below the tail, in (0,1), for instance 0.95.</param>
/// <param name="Index">The tail index, above 0; the mean is finite above 1, the variance above 2.</param>
public sealed record ParetoTail(Lognormal Body, double From, double Index) : Distribution
{
    /// <summary>Where the tail begins.</summary>
    public double Threshold => Body.Quantile(From);

    /// <inheritdoc/>
    public override double Mean => Moment(1);

    /// <inheritdoc/>
    public override double Variance => Index <= 2 ? double.PositiveInfinity : Moment(2) - (Mean * Mean);

    /// <inheritdoc/>
    public override double Quantile(double probability) => probability <= From
        ? Body.Quantile(probability)
        : Threshold * Elementary.Pow((1 - From) / (1 - probability), 1 / Index);

    /// <inheritdoc/>
    public override double Cumulative(double value) => value <= Threshold
        ? Body.Cumulative(value)
        : 1 - ((1 - From) * Elementary.Pow(Threshold / value, Index));

    /// <inheritdoc/>
    public override double Draw(double uniform) => uniform <= From ? Body.Draw(uniform) : Quantile(uniform);

    // E[X^k]: the body's share of its own moment (a normal curve shifted by k spreads), and the tail's.
    private double Moment(int k)
    {
        if (Index <= k) return double.PositiveInfinity;
        var whole = Elementary.Exp((k * Body.LogMedian) + (0.5 * k * k * Body.LogSpread * Body.LogSpread));
        var body = whole * NormalCurve.Cumulative(NormalCurve.Quantile(From) - (k * Body.LogSpread));
        return body + ((1 - From) * Elementary.Pow(Threshold, k) * Index / (Index - k));
    }
}
