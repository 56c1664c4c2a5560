// A number estimated from replications, with what its own noise leaves open.
using BudgetSim.Simulation.Distributions;

namespace BudgetSim.Simulation.Statistics;

/// <summary>An estimate with its standard error (at least 0), both in the unit of the sample.</summary>
public readonly record struct Estimate(double Value, double StandardError)
{
    /// <summary>The interval that covers the truth with probability <paramref name="confidence"/>, in (0,1), by the normal curve.</summary>
    public Interval Within(double confidence)
    {
        var reach = NormalCurve.Quantile(0.5 + (0.5 * confidence)) * StandardError;
        return new Interval(Value - reach, Value + reach);
    }
}

/// <summary>A range with both ends included; an end that the sample is too small to give is infinite.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>High minus low.</summary>
    public double Width => High - Low;

    /// <summary>Whether <paramref name="value"/> is inside.</summary>
    public bool Covers(double value) => value >= Low && value <= High;
}
