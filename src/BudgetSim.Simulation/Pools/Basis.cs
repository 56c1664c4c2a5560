// Where an assumed figure comes from.

namespace BudgetSim.Simulation.Pools;

/// <summary>
/// Where a figure comes from: a plan target, past payments or an assumption, in the words of the scenario.
/// </summary>
public sealed record Basis(string Text)
{
    /// <summary>The word for a figure nobody has vouched for.</summary>
    public static Basis Assumption => new("assumption");
}
