// A measure that pays a rate of a base, up to a cap, to those who take part: the shape that runs at vector speed.
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Vector;

/// <summary>
/// Each firm takes part with probability <see cref="Participation"/>; its base is lognormal, moved by a common factor, in whole yuan; it is
/// awarded min(floor(<see cref="Rate"/> x base), <see cref="Cap"/>) if the base reaches <see cref="MinimumBase"/>.
/// </summary>
public sealed record RateMeasure
{
    /// <summary>Probability that a firm claims, 0 to 1.</summary>
    public required double Participation { get; init; }

    /// <summary>What the draws of participation are for.</summary>
    public required Purpose TakeUp { get; init; }

    /// <summary>The base in yuan, before the common factor.</summary>
    public required Lognormal Base { get; init; }

    /// <summary>What the draws of bases are for.</summary>
    public required Purpose BaseDraw { get; init; }

    /// <summary>How a common factor moves the base, or null.</summary>
    public FactorLoading? Loading { get; init; }

    /// <summary>The share of the base that is paid, above 0.</summary>
    public required Fraction Rate { get; init; }

    /// <summary>The least base in yuan that is paid at all.</summary>
    public long MinimumBase { get; init; }

    /// <summary>The most one award can be in yuan, or null.</summary>
    public long? Cap { get; init; }

    /// <summary>The most all awards of the measure can be in one replication in yuan, or null; more is cut pro rata.</summary>
    public long? Limit { get; init; }
}
