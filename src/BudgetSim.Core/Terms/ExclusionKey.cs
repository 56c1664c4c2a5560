// What non-duplication is about. The order is the order in which a settlement applies the exclusions.
namespace BudgetSim.Core.Terms;

/// <summary>What two awards must have in common to exclude one another.</summary>
public enum ExclusionKey
{
    /// <summary>The same project in the same year.</summary>
    ProjectYear,

    /// <summary>The same enterprise in the same year.</summary>
    EnterpriseYear,

    /// <summary>The same equipment.</summary>
    Equipment,

    /// <summary>The same standard.</summary>
    Standard,

    /// <summary>The same project, whatever the year: its lanes.</summary>
    Project,

    /// <summary>The same loan.</summary>
    Loan,
}
