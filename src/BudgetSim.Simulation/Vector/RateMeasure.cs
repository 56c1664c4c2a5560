// A measure that pays a rate of a base, up to a cap, to those who take part: the shape that runs at vector speed.
using BudgetSim.Core.Quantities;

namespace BudgetSim.Simulation.Vector;

/// <summary>
/// Each firm takes part with probability <see cref="Participation"/>; its base is lognormal; it is awarded
/// min(<see cref="Rate"/> x base, <see cref="Cap"/>) if the base reaches <see cref="MinimumBase"/>.
/// </summary>
public sealed record RateMeasure
{
    /// <summary>Probability that a firm claims, 0 to 1.</summary>
    public required double Participation { get; init; }

    /// <summary>Logarithm of the median base in yuan.</summary>
    public required double LogMedian { get; init; }

    /// <summary>Standard deviation of the logarithm of the base, at least 0.</summary>
    public required double LogSpread { get; init; }

    /// <summary>How strongly the common factor moves the logarithm of the base; 1 for the factor's own spread.</summary>
    public double FactorLoading { get; init; } = 1;

    /// <summary>The share of the base that is paid, above 0; numerator and denominator at most 10^9.</summary>
    public required Fraction Rate { get; init; }

    /// <summary>The least base that is paid at all; the base itself is rounded to whole fen.</summary>
    public Money MinimumBase { get; init; }

    /// <summary>The most one award can be, or null; awards stay below 2^50 fen in any case.</summary>
    public Money? Cap { get; init; }

    /// <summary>The most all awards of the measure can be in one replication, or null.</summary>
    public Money? Limit { get; init; }

    /// <summary>Awards are rounded down to a multiple of this: one fen, or one yuan where the text states whole yuan.</summary>
    public Money RoundDownTo { get; init; } = new(1);
}
