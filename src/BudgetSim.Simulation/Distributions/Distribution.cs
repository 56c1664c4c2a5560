// What every distribution can say: quantiles, moments, and a draw from a stream.
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Distributions;

/// <summary>
/// A probability distribution as an immutable value without state. A draw is a rising function of one uniform number, so
/// draws can be mirrored, correlated by rank, and compared under a reform.
/// </summary>
public abstract record Distribution
{
    /// <summary>The expected value; infinite for a Pareto tail of index 1 or less.</summary>
    public abstract double Mean { get; }

    /// <summary>The variance, at least 0; infinite for a Pareto tail of index 2 or less.</summary>
    public abstract double Variance { get; }

    /// <summary>The least value not exceeded with probability <paramref name="probability"/>, in (0,1); full precision.</summary>
    public abstract double Quantile(double probability);

    /// <summary>The probability of <paramref name="value"/> or less.</summary>
    public abstract double Cumulative(double value);

    /// <summary>The value drawn by a uniform number in (0,1): the quantile, to about 1e-8 of the value where that is faster.</summary>
    public virtual double Draw(double uniform) => Quantile(uniform);

    /// <summary>Draw <paramref name="index"/> of a stream.</summary>
    public double Sample(RandomStream stream, int index = 0) => Draw(stream.Uniform(index));
}
