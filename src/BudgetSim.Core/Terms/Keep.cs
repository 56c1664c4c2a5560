// Which award non-duplication leaves standing.
namespace BudgetSim.Core.Terms;

/// <summary>Which of two awards that exclude one another stays.</summary>
public enum Keep
{
    /// <summary>The one that pays more; ties go to the earlier claim.</summary>
    Highest,

    /// <summary>The other one, whatever it pays.</summary>
    Other,

    /// <summary>The one whose rule says it.</summary>
    This,
}
