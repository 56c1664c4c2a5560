// Which enterprises share a group or a park.
namespace BudgetSim.Simulation.Pools;

/// <summary>
/// A share of the enterprises, 0 to 1, belongs to one of <paramref name="Count"/> groups (at least 1) by equal chance; they are numbered
/// from <paramref name="First"/>.
/// </summary>
public sealed record Membership(int Count, double Share, int First)
{
    /// <summary>The number of the group that <paramref name="uniform"/>, in (0,1), draws, or -1 for none.</summary>
    public int Draw(double uniform) => uniform >= Share ? -1 : First + Math.Min((int)(uniform / Share * Count), Count - 1);
}
