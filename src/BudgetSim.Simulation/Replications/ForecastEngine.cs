// How a forecast was worked out.
namespace BudgetSim.Simulation.Replications;

/// <summary>The way the replications were run; both give the same figures.</summary>
public enum ForecastEngine
{
    /// <summary>Every claim settled by itself.</summary>
    Claims,

    /// <summary>Many claims at a time, for measures that pay a rate of one amount to a crowd.</summary>
    Rates,
}
