// Which award non-duplication leaves standing.
namespace BudgetSim.Core.Terms;

/// <summary>Which of two awards that exclude one another stays.</summary>
public enum Keep
{
    Highest,
    Other,
    This,
}
