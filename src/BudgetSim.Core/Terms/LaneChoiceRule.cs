// How one lane per project is chosen where several measures could pay it.
namespace BudgetSim.Core.Terms;

/// <summary>How the award that stays is chosen among those that exclude one another on a project.</summary>
public enum LaneChoiceRule
{
    /// <summary>All projects of a claimant together, after uplift and ceilings: the highest total.</summary>
    Joint,

    /// <summary>Each project by itself, on stand-alone amounts.</summary>
    ProjectByProject,

    /// <summary>The lane claimed first.</summary>
    FirstClaimed,
}
