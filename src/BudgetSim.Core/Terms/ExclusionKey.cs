// What non-duplication is about. The order is the order in which a settlement applies the exclusions.
namespace BudgetSim.Core.Terms;

/// <summary>What two awards must have in common to exclude one another.</summary>
public enum ExclusionKey
{
    ProjectYear,
    EnterpriseYear,
    Equipment,
    Standard,
    Project,
    Loan,
}
